using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Monitoring.References;

/// <summary>Whether a reference goes with a package: a file may claim any model.</summary>
internal static class ReferenceFit
{
    /// <summary>The first thing that does not; null where all does.</summary>
    public static string? Fault(ReferenceDocument reference, Package package)
    {
        var features = package.Model.Schema.Features.ToDictionary(feature => feature.Name, StringComparer.Ordinal);
        foreach (var column in reference.Columns)
        {
            if (!features.TryGetValue(column.Name, out var spec))
            {
                return $"it has a column '{column.Name}' that the model does not read.";
            }

            if (column.Type != Compared(spec.Type) && !(reference.IsFromPackage && column.Type == spec.Type))
            {
                return $"its column '{column.Name}' holds {column.Type.ToString().ToLowerInvariant()} and the model reads {spec.Type.ToString().ToLowerInvariant()}.";
            }
        }

        var classes = (package.Model.Form as IPredictsClasses)?.Classes.Count ?? 0;
        return reference.Performance?.Calibration.Count is > 0 and var lines && lines != classes
            ? FormattableString.Invariant($"it calibrates {lines} classes and the model answers {classes}.")
            : null;
    }

    private static ColumnType Compared(ColumnType type) => type == ColumnType.Text ? ColumnType.Number : type;
}
