using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright;

/// <summary>Turns the class weights that a person names into one number a class.</summary>
internal static class ClassWeighting
{
    /// <summary>The word that makes every class count the same in sum.</summary>
    public const string Balanced = "balanced";

    /// <summary>One weight a class, in the order of the target's levels; null where nothing was named.</summary>
    /// <param name="told">Weights by name of class, or the one entry <see cref="Balanced"/>.</param>
    /// <param name="target">The target, none missing.</param>
    /// <exception cref="OptionsException">A class does not occur, a weight is not above 0, or the target is a number.</exception>
    public static double[]? Of(IReadOnlyDictionary<string, double> told, Column target)
    {
        if (told.Count == 0)
        {
            return null;
        }

        if (target is not CategoryColumn classes)
        {
            throw new OptionsException($"Class weights are for classes, but the target '{target.Name}' is a number. Leave the class weights out, or use a column with the role weight.");
        }

        if (told.Count == 1 && told.ContainsKey(Balanced) && !classes.Levels.Contains(Balanced))
        {
            return Even(classes);
        }

        string[] faults = [.. told.Select(pair => Fault(pair, classes.Levels)).OfType<string>()];
        return faults.Length == 0
            ? [.. classes.Levels.Select(level => told.GetValueOrDefault(level, 1))]
            : throw new OptionsException(string.Join('\n', faults));
    }

    /// <summary>Rows over classes times rows of the class. Source: King and Zeng 2001, "Logistic regression in rare events data".</summary>
    private static double[] Even(CategoryColumn classes)
    {
        var counts = new long[classes.Levels.Count];
        for (var block = 0; block < classes.Codes.BlockCount; block++)
        {
            foreach (var code in classes.Codes[block])
            {
                counts[code]++;
            }
        }

        var seen = counts.Count(count => count > 0);
        return [.. counts.Select(count => count == 0 ? 1 : (double)classes.RowCount / seen / count)];
    }

    private static string? Fault(KeyValuePair<string, double> pair, IReadOnlyList<string> classes)
    {
        if (!classes.Contains(pair.Key))
        {
            return $"Class weights name '{pair.Key}', which does not occur in the target.{NearestName.Suggest(pair.Key, classes)} There are: {string.Join(", ", classes)}; or use '{Balanced}' alone.";
        }

        return pair.Value > 0 && double.IsFinite(pair.Value)
            ? null
            : FormattableString.Invariant($"The weight of class '{pair.Key}' must be above 0. Got {pair.Value}. Give 2 to count its rows twice.");
    }
}
