using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;

namespace Modelwright.Features;

/// <summary>Follows columns back through steps.</summary>
internal static class FeatureTrace
{
    /// <summary>The columns of a table after steps, each with the columns before all steps that it comes from.</summary>
    internal static IReadOnlyList<Feature> Of(IReadOnlyList<IFittedStep> steps, Table after)
    {
        var origins = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            // Looked up before any is entered: a step may give a column back under its own name.
            var made = step.Outputs.Select(output => (output.Name, Origins: Follow(output.Origins, origins))).ToList();
            foreach (var (name, from) in made)
            {
                origins[name] = from;
            }
        }

        return [.. after.Columns.Select(column => new Feature(column.Name, column.Type, origins.GetValueOrDefault(column.Name) ?? [column.Name]))];
    }

    private static string[] Follow(IReadOnlyList<string> names, Dictionary<string, IReadOnlyList<string>> origins) =>
        [.. names.SelectMany(name => origins.GetValueOrDefault(name) ?? [name]).Distinct(StringComparer.Ordinal)];
}
