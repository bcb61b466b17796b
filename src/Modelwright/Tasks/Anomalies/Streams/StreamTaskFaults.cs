using Modelwright.Core.Data;
using Modelwright.Recording;

namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>What keeps rows from being read as series.</summary>
internal static class StreamTaskFaults
{
    /// <summary>All faults, each a sentence with its remedy.</summary>
    public static IEnumerable<string> Of(Schema schema, TrainingPlan plan)
    {
        ColumnSpec[] times = [.. schema.WithRole(ColumnRole.Time)];
        if (times.Length > 1)
        {
            yield return $"Columns {Listed(times)} all have the role time. Name one of them with --time, and leave the others out with --ignore.";
        }

        foreach (var time in times.Where(time => time.Type != ColumnType.Time))
        {
            yield return $"--time {time.Name}: the column holds no times; it is of type {Word(time.Type)}. Name a column of times such as 2026-03-31T14:30:00, or say with --types {time.Name}=time that they are. Without --time rows are judged beside all others.";
        }

        ColumnSpec[] series = [.. schema.WithRole(ColumnRole.Group)];
        if (series.Length > 1)
        {
            yield return $"Columns {Listed(series)} all have the role group; one column tells series apart. Name it with --series, and leave the others out with --ignore.";
        }

        if (!schema.Features.Any(column => column.Type == ColumnType.Number))
        {
            yield return $"No column of numbers is left to watch. {Left(schema)} Bring readings that are numbers, or say with --types which columns are.";
        }

        if ((plan.Labels ?? plan.Target) is { } labels)
        {
            yield return $"--target {labels}: no labels are learned from where readings are judged by those before them. Leave it out, or leave --time out, so that rows are judged beside all others.";
        }

        (string Option, bool IsTold)[] useless = [("--steps", plan.Steps is not null), ("--weight", schema.WithRole(ColumnRole.Weight).Any())];
        foreach (var (option, _) in useless.Where(option => option.IsTold))
        {
            yield return $"{option} has no use where readings are judged by those before them: they are taken as they are, and each counts alike. Leave it out.";
        }
    }

    private static string Left(Schema schema)
    {
        ColumnSpec[] features = [.. schema.Features];
        return features.Length == 0 ? "All columns are ids, the same in all rows, or have another role." : $"There are: {string.Join(", ", features.Take(10).Select(column => $"'{column.Name}' ({Word(column.Type)})"))}.";
    }

    private static string Listed(ColumnSpec[] columns) => string.Join(", ", columns.Select(column => $"'{column.Name}'"));

    private static string Word(ColumnType type) => type.ToString().ToLowerInvariant();
}
