using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;

namespace Modelwright.Features;

/// <summary>Follows columns back through steps.</summary>
internal static class FeatureTrace
{
    /// <summary>The columns of a table after steps, each with the columns before all steps that it comes from.</summary>
    internal static IReadOnlyList<Feature> Of(IReadOnlyList<IFittedStep> steps, Table after)
    {
        var origins = Origins(steps, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        return [.. after.Columns.Select(column => new Feature(column.Name, column.Type, origins.GetValueOrDefault(column.Name) ?? [column.Name]))];
    }

    /// <summary>What each column that steps make comes from; a column that is not there is its own.</summary>
    /// <param name="steps">Steps in order.</param>
    /// <param name="before">The same of what the steps read; is left as it is.</param>
    internal static Dictionary<string, IReadOnlyList<string>> Origins(IReadOnlyList<IFittedStep> steps, IReadOnlyDictionary<string, IReadOnlyList<string>> before)
    {
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
