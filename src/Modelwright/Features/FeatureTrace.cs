using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;

namespace Modelwright.Features;

/// <summary>Follows columns back through steps.</summary>
internal static class FeatureTrace
{
    /// <summary>The columns of a table after steps, each with the columns before all steps that it comes from.</summary>
    internal static IReadOnlyList<Feature> Of(IReadOnlyList<IFittedStep> steps, Table after)
    {
        var origins = StepOrigins.Of(steps, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        return [.. after.Columns.Select(column => new Feature(column.Name, column.Type, origins.GetValueOrDefault(column.Name) ?? [column.Name]))];
    }
}
