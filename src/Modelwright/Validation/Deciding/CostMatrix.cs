using Modelwright.Core.Errors;

namespace Modelwright.Validation.Deciding;

/// <summary>Turns the costs that a person names into one number for each truth and answer.</summary>
internal static class CostMatrix
{
    /// <summary>Classes x classes, truth by truth.</summary>
    /// <param name="told">What each answer (inner name) costs where a class (outer name) is true.</param>
    /// <param name="classes">The classes of the target.</param>
    /// <exception cref="OptionsException">A class is unknown, a cost is absent or not finite; the text lists all.</exception>
    public static double[] Of(IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> told, IReadOnlyList<string> classes)
    {
        string[] faults = [.. Unknown(told, classes), .. NotFinite(told), .. Absent(told, classes)];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }

        var costs = new double[classes.Count * classes.Count];
        for (var cell = 0; cell < costs.Length; cell++)
        {
            costs[cell] = told[classes[cell / classes.Count]].TryGetValue(classes[cell % classes.Count], out var cost) ? cost : 0;
        }

        return costs;
    }

    private static IEnumerable<string> Unknown(IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> told, IReadOnlyList<string> classes)
    {
        var truths = told.Keys.Select(name => (name, Place: "as a true class"));
        var answers = told.SelectMany(truth => truth.Value.Keys.Select(name => (name, Place: $"as an answer where '{truth.Key}' is true")));
        return truths.Concat(answers).Where(named => !classes.Contains(named.name)).Select(named =>
            $"The costs name '{named.name}' {named.Place}, which does not occur in the target.{NearestName.Suggest(named.name, classes)} There are: {string.Join(", ", classes)}.");
    }

    private static IEnumerable<string> NotFinite(IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> told) => told
        .SelectMany(truth => truth.Value.Where(answer => !double.IsFinite(answer.Value)).Select(answer => FormattableString.Invariant(
            $"The cost of the answer '{answer.Key}' where '{truth.Key}' is true must be a finite number. Got {answer.Value}. A gain is a cost below 0.")));

    private static IEnumerable<string> Absent(IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> told, IReadOnlyList<string> classes)
    {
        foreach (var truth in classes)
        {
            string[] absent = [.. classes.Where(answer => answer != truth && !(told.TryGetValue(truth, out var answers) && answers.ContainsKey(answer))).Select(answer => $"'{answer}'")];
            if (absent.Length > 0)
            {
                yield return $"The costs do not say what the answer {string.Join(", ", absent)} costs where '{truth}' is true. Give a number for each wrong answer; a right answer that is left out costs 0.";
            }
        }
    }
}
