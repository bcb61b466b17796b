using Modelwright.Core.Data;

namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>Compares a segment with the whole, column by column.</summary>
internal static class SegmentTraits
{
    /// <summary>Every feature, the most telling first.</summary>
    public static SegmentTrait[] Of(IReadOnlyList<SegmentFeature> features, int[] clusters, int segment, int[] rows)
    {
        int[] own = [.. rows.Where(row => clusters[row] == segment)];
        return [.. features.Select(feature => feature.IsCategory ? OfLevels(feature, own, rows) : OfNumbers(feature, own, rows)).OrderByDescending(trait => Math.Abs(trait.Difference))];
    }

    private static SegmentTrait OfNumbers(SegmentFeature feature, int[] own, int[] rows)
    {
        double[] inside = [.. Known(feature, own).Order()];
        double[] all = [.. Known(feature, rows)];
        var (mean, overall) = (Mean(inside), Mean(all));
        var spread = Math.Sqrt(Mean([.. all.Select(value => (value - overall) * (value - overall))]));
        var difference = spread > 0 && inside.Length > 0 ? (mean - overall) / spread : 0;
        var median = inside.Length == 0 ? double.NaN : (inside[(inside.Length - 1) / 2] + inside[inside.Length / 2]) / 2;
        var isTime = feature.Column is TimeColumn;
        var text = isTime && inside.Length > 0 ? $"{feature.Name} {TimeSpanWords.Of(inside)}" : $"{(difference < 0 ? "low" : "high")} {feature.Name}";
        return new(feature.Name, null, mean, overall, median, difference, text) { IsTime = isTime };
    }

    private static SegmentTrait OfLevels(SegmentFeature feature, int[] own, int[] rows)
    {
        var inside = Shares(feature, own);
        var overall = Shares(feature, rows);
        // Of levels that differ as much, as both of two do, the one that is more usual here: "is" reads better than "is not".
        var level = Enumerable.Range(0, inside.Length).MaxBy(code => Math.Abs(Difference(inside[code], overall[code])) + (inside[code] > overall[code] ? 1e-9 : 0));
        var difference = Difference(inside[level], overall[level]);
        return new(feature.Name, feature.Levels[level], inside[level], overall[level], double.NaN, difference, $"{feature.Name} {(difference < 0 ? "not " : "")}{feature.Levels[level]}");
    }

    private static double Difference(double inside, double overall) => overall is > 0 and < 1 ? (inside - overall) / Math.Sqrt(overall * (1 - overall)) : 0;

    private static IEnumerable<double> Known(SegmentFeature feature, int[] rows) => rows.Select(row => feature.Values[row]).Where(value => !double.IsNaN(value));

    private static double Mean(double[] values) => values.Length == 0 ? double.NaN : values.Average();

    private static double[] Shares(SegmentFeature feature, int[] rows)
    {
        var shares = new double[feature.Levels.Count];
        foreach (var code in Known(feature, rows))
        {
            shares[(int)code] += 1.0 / rows.Length;
        }

        return shares;
    }
}
