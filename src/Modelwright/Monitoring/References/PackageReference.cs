using Modelwright.Core.Data;
using Modelwright.Monitoring.Performance;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Monitoring.References;

/// <summary>The smaller reference that the package itself has: how each column was spread in training, and what its evidence says.</summary>
internal static class PackageReference
{
    /// <summary>Makes it.</summary>
    public static ReferenceDocument Of(Package package)
    {
        var features = package.Model.Schema.Features.Select(feature => feature.Name).ToHashSet(StringComparer.Ordinal);
        var rows = package.Baseline.Rows;
        return new()
        {
            ModelId = package.ModelId,
            Rows = rows,
            IsFromPackage = true,
            Columns = [.. package.Baseline.Columns.Where(column => features.Contains(column.Name)).Select(column => Of(column, rows))],
            Performance = package.Model.Schema.Target is null ? null : Performance(package),
            Notes = ["There are no reference rows, so windows are held against the statistics and the evidence in the package. Not looked at: all columns together, the answers, repeated rows, values out of range, and texts; estimates without labels raise no alarm. Bring labelled rows that training did not see as a reference."],
        };
    }

    // The words of a text say nothing of its length, which is what is compared.
    private static ReferenceColumn Of(ColumnStatistics column, int rows)
    {
        var kept = ReferenceColumn.Of(column, rows, Math.Clamp((int)Math.Round(column.MissingShare * rows), 0, rows));
        return column.Type == ColumnType.Text ? kept with { Levels = [], Shares = [] } : kept;
    }

    private static ReferencePerformance Performance(Package package)
    {
        var main = BuiltInMetrics.Get(Documents.ReadPlan(package.PlanJson, "plan.json of the package").Metric);
        return new()
        {
            Figures =
            [
                .. WatchedMetrics.Of(package.Model.Task, main).Select(metric => PackageEvidence.Of(package, metric.Info.Name) is { } told
                    ? new ReferenceFigure { Metric = metric.Info.Name, Realised = told.Value, RealisedError = told.StandardError }
                    : new() { Metric = metric.Info.Name }),
            ],
        };
    }
}
