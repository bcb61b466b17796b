namespace Modelwright.Runtime.Steps;

/// <summary>Follows the columns that steps make back to the columns before all steps.</summary>
public static class StepOrigins
{
    /// <summary>What each column that steps make comes from; a column that is not there is its own.</summary>
    /// <param name="steps">Steps in order.</param>
    /// <param name="before">The same of what the steps read; is left as it is.</param>
    /// <returns>Names of columns by the name of the column they make.</returns>
    public static Dictionary<string, IReadOnlyList<string>> Of(IReadOnlyList<IFittedStep> steps, IReadOnlyDictionary<string, IReadOnlyList<string>> before)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var origins = new Dictionary<string, IReadOnlyList<string>>(before, StringComparer.Ordinal);
        foreach (var step in steps)
        {
            // Looked up before any is entered: a step may give a column back under its own name.
            var made = step.Outputs.Select(output => (output.Name, Origins: Follow(output.Origins, origins))).ToList();
            foreach (var (name, from) in made)
            {
                origins[name] = from;
            }
        }

        return origins;
    }

    private static string[] Follow(IReadOnlyList<string> names, Dictionary<string, IReadOnlyList<string>> origins) =>
        [.. names.SelectMany(name => origins.GetValueOrDefault(name) ?? [name]).Distinct(StringComparer.Ordinal)];
}
