using Modelwright.Core.Learning;

namespace Modelwright.LightGbm.Boosting;

/// <summary>What a fit costs, from figures measured on one thread of a server core with 300 to 500,000 rows.</summary>
internal static class BoostingCost
{
    private const double BinningPerCell = 120e-9;
    private const double HistogramPerCell = 1.1e-9;
    private const double ScorePerRow = 18e-9;
    private const double SplitPerBin = 4e-9;
    private const double StartOfRound = 15e-6;
    private const double StartOfFit = 2e-3;

    internal static FitCost Of(DataShape shape, ParameterValues values)
    {
        var outputs = shape.Outputs > 2 ? shape.Outputs : 1;
        var rows = (double)shape.Rows;
        var leaves = Leaves(shape, values);
        var bins = Bins(shape, values);
        var columns = Math.Max(1, (shape.Numbers + (1.5 * shape.Categories)) * values.Number(BoostingParameters.FeatureShare));
        var levels = Math.Max(1, Math.Log2(leaves));
        var histograms = rows * columns * values.Number(BoostingParameters.RowShare) * levels * HistogramPerCell;
        var splits = leaves * columns * bins * SplitPerBin * (values.Choice(BoostingParameters.ExtraTrees) == BoostingParameters.Yes ? 0.4 : 1);
        var tree = StartOfRound + histograms + splits + (rows * levels * ScorePerRow);
        var start = StartOfFit + (rows * shape.Features * BinningPerCell);
        return new(start + (Rounds(values) * outputs * tree), Bytes(shape, values, outputs, leaves)) { LeastSeconds = start + (outputs * tree) };
    }

    /// <summary>The rounds to expect: with validation rows boosting seldom goes on once steps add up to about 25.</summary>
    private static double Rounds(ParameterValues values) => Math.Min(
        values.Number(BoostingParameters.Rounds),
        (25 / values.Number(BoostingParameters.LearningRate)) + values.Number(BoostingParameters.Patience));

    /// <summary>Bins of a column to expect: where columns are many they are counts of words or levels, of few values each.</summary>
    private static double Bins(DataShape shape, ParameterValues values)
    {
        const double ManyColumns = 100;
        var share = Math.Clamp(ManyColumns / Math.Max(1, shape.Features), 0.1, 1);
        return Math.Min(values.Number(BoostingParameters.MaxBin) * share, shape.Rows);
    }

    private static double Leaves(DataShape shape, ParameterValues values)
    {
        var byRows = Math.Max(1, shape.Rows / values.Number(BoostingParameters.MinSamplesLeaf));
        var byDepth = values.Integer(BoostingParameters.MaxDepth) is > 0 and var depth ? Math.Pow(2, depth) : double.PositiveInfinity;
        return Math.Min(values.Number(BoostingParameters.Leaves), Math.Min(byRows, byDepth));
    }

    private static long Bytes(DataShape shape, ParameterValues values, int outputs, double leaves)
    {
        const double Sample = 12;
        const double MostSample = 48e6;
        const double MostHistograms = 256e6;
        const double PerRowAndOutput = 40;
        const double BytesPerNode = 60;
        var bins = values.Number(BoostingParameters.MaxBin);
        var cells = (double)shape.Rows * shape.Features;
        var histograms = Math.Min(leaves * shape.Features * bins * 16, MostHistograms);
        var trees = Rounds(values) * outputs * leaves * BytesPerNode * 3;
        var bytes = (cells * (bins > 255 ? 2 : 1)) + Math.Min(cells * Sample, MostSample) + histograms + (shape.Rows * (double)outputs * PerRowAndOutput) + trees;
        return (long)bytes + 8_000_000;
    }
}
