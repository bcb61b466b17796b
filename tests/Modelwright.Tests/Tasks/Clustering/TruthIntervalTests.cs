using Modelwright.Tasks.Clustering;

namespace Modelwright.Tests.Tasks.Clustering;

/// <summary>The interval of the agreement with a column of the truth.</summary>
public sealed class TruthIntervalTests
{
    [Fact]
    public void Of_TheSameLabels_HasNoWidth()
    {
        int[] labels = [.. Enumerable.Range(0, 300).Select(row => row % 3)];
        Assert.Equal((1.0, 1.0, 0.0), TruthInterval.Of(labels, labels, 1));
    }

    [Fact]
    public void Of_NoRowsToCompare_HasNoWidth() => Assert.Equal((double.NaN, double.NaN, double.NaN), TruthInterval.Of([], [], double.NaN));

    [Fact]
    public void Of_DrawsFromOneTruth_HoldsTheIndexOfAllAboutAsOftenAsSaid()
    {
        // One row in eight is in the wrong one of two segments: the index is (1 - 2/8)^2 = 0.5625 in the long run.
        const int Runs = 200;
        var held = 0;
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            int[] real = [.. Enumerable.Range(0, 250).Select(_ => random.Next(2))];
            int[] found = Array.ConvertAll(real, label => random.NextDouble() < 0.125 ? 1 - label : label);
            var (lower, upper, _) = TruthInterval.Of(found, real, Modelwright.Measures.Segments.SegmentAgreement.AdjustedRand(found, real));
            held += lower <= 0.5625 && 0.5625 <= upper ? 1 : 0;
        }

        Assert.InRange(held / (double)Runs, 0.89, 0.99);
    }

    [Fact]
    public void Of_MoreRows_IsNarrower()
    {
        static double Width(int rows)
        {
            int[] real = [.. Enumerable.Range(0, rows).Select(row => row % 2)];
            int[] found = [.. real.Select((label, row) => row % 10 == 0 ? 1 - label : label)];
            var (lower, upper, _) = TruthInterval.Of(found, real, 0.64);
            return upper - lower;
        }

        // Ten times the rows, a root of ten times narrower; beyond 20,000 rows by calculation.
        Assert.InRange(Width(4_000) / Width(40_000), 2.6, 3.8);
    }
}
