using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Monitoring.Drift;

namespace Modelwright.Monitoring.References;

/// <summary>What is not sound in a reference that was read.</summary>
internal static class ReferenceFaults
{
    private const int MostColumns = 50_000;
    private const int MostBins = 1_000;
    private const int MostClasses = 10_000;
    private const double Dust = 1e-6;

    /// <summary>Each fault in a sentence.</summary>
    public static IEnumerable<string> Of(ReferenceDocument document)
    {
        if (document.Kind != ReferenceDocument.Word || document.Format != 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"it says kind '{document.Kind}' and format {document.Format}; this release reads kind '{ReferenceDocument.Word}' and format 1.");
            yield break;
        }

        if (document.Rows < 0 || document.LabelledRows < 0 || document.LabelledRows > document.Rows)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"it says {document.Rows} rows of which {document.LabelledRows} have a label, which cannot be.");
        }

        if (document.Columns.Count + document.Answers.Count > MostColumns)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"it has more than {MostColumns} columns.");
            yield break;
        }

        ReferenceColumn[] columns = [.. document.Columns, .. document.Answers, .. document.Target is { } target ? [target] : Array.Empty<ReferenceColumn>()];
        foreach (var column in columns.Where(column => !IsSound(column)))
        {
            yield return $"what it says of '{column.Name}' is not sound.";
        }

        if (document.Columns.DistinctBy(column => column.Name).Count() < document.Columns.Count)
        {
            yield return "it names a column twice.";
        }

        foreach (var fault in OfParts(document))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> OfParts(ReferenceDocument document)
    {
        if (document.Together is { } together && !(together.Rows > 0 && together.Seed >= 0 && together.Means.Length == RandomFeatures.Count && together.Traces.Length == 3 && Array.TrueForAll(together.Means, double.IsFinite) && Array.TrueForAll(together.Traces, trace => trace >= 0 && double.IsFinite(trace)) && IsSize(together.UsualDistance)))
        {
            yield return "what it says of all columns together is not sound.";
        }

        if (document.Repeats is { } repeats && !IsSound(repeats))
        {
            yield return "what it says of repeated rows is not sound.";
        }

        if (document.Performance is { } performance && !IsSound(performance, [.. document.Columns, .. document.Answers]))
        {
            yield return "what it says of performance is not sound.";
        }
    }

    private static bool IsSound(ReferenceColumn column) =>
        HasSoundBins(column) && HasSoundCounts(column) && column.MostMissing is >= 0 and <= 1 && column.UsualDistance is >= 0 and <= 1;

    private static bool HasSoundBins(ReferenceColumn column)
    {
        var bins = column.Type == ColumnType.Category ? column.Levels.Count + 1 : Math.Max(0, column.Edges.Length - 1);
        return (column.Shares.Length == 0 || column.Shares.Length == bins)
            && column.Shares.Length <= MostBins
            && (column.Shares.Length == 0 || column.Values == 0 || Math.Abs(column.Shares.Sum() - 1) < Dust)
            && Array.TrueForAll(column.Shares, IsShare)
            && Array.TrueForAll(column.Edges, double.IsFinite)
            && column.Edges.Zip(column.Edges.Skip(1)).All(pair => pair.First <= pair.Second);
    }

    private static bool HasSoundCounts(ReferenceColumn column) =>
        column.Rows >= 0 && AreWithin(column.Rows, column.Values, column.Missing, column.Unseen, column.Unreadable, column.Outside ?? 0) && (column.Outside is null || column.Edges.Length > 1);

    private static bool AreWithin(int rows, params ReadOnlySpan<int> counts)
    {
        foreach (var count in counts)
        {
            if (count < 0 || count > rows)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSound(ReferenceRepeats repeats) =>
        repeats.Rows >= 0 && repeats.Times.Length == repeats.Groups.Length && repeats.Times.Length <= MostColumns
        && Array.TrueForAll(repeats.Times, times => times > 0) && Array.TrueForAll(repeats.Groups, groups => groups > 0)
        && repeats.Times.Zip(repeats.Groups, (times, groups) => (long)times * groups).Sum() == repeats.Rows;

    private static bool IsSound(ReferencePerformance performance, IReadOnlyList<ReferenceColumn> columns) =>
        performance.Figures.Count is > 0 and <= 100 && performance.Figures.All(IsSound)
        && performance.Calibration.Count <= MostClasses && performance.Calibration.All(IsSound)
        && performance.Offsets.Count <= OffsetTable.MostClasses && performance.Offsets.All(table => IsSound(table, columns))
        && IsSound(performance.Absolute, columns) && IsSound(performance.Squared, columns);

    private static bool IsSound(ReferenceFigure figure) =>
        BuiltInMetrics.All.Any(metric => metric.Info.Name == figure.Metric)
        && double.IsFinite(figure.Realised ?? 0) && double.IsFinite(figure.Estimated ?? 0)
        && IsSize(figure.RealisedError) && IsSize(figure.Spread) && IsSize(figure.EstimatedError) && IsSize(figure.EstimatorError ?? 0);

    private static bool IsSound(CalibrationLine line) =>
        line.At.Length == line.Share.Length && line.At.Length <= MostBins
        && Array.TrueForAll(line.At, IsShare) && Array.TrueForAll(line.Share, IsShare)
        && line.At.Zip(line.At.Skip(1)).All(pair => pair.First < pair.Second);

    private static bool IsSound(LossTable? table, IReadOnlyList<ReferenceColumn> columns) =>
        table is null || (IsSize(table.Mean) && table.Factors.Count == columns.Count && table.Factors.Zip(columns).All(pair => pair.First.Length == pair.Second.Shares.Length + 1 && Array.TrueForAll(pair.First, IsSize)));

    private static bool IsSound(OffsetTable table, IReadOnlyList<ReferenceColumn> columns) =>
        table.Offsets.Count == columns.Count && table.Offsets.Zip(columns).All(pair => pair.First.Length == pair.Second.Shares.Length + 1 && Array.TrueForAll(pair.First, double.IsFinite));

    private static bool IsShare(double value) => value is >= 0 and <= 1;

    private static bool IsSize(double value) => value >= 0 && double.IsFinite(value);
}
