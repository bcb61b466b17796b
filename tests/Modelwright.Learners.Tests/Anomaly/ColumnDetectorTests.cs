using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.Histogram;
using Modelwright.Learners.Anomaly.Tails;
using Modelwright.Runtime.Forms.Anomalies.Histogram;
using Modelwright.Runtime.Forms.Anomalies.Tails;

namespace Modelwright.Learners.Tests.Anomaly;

/// <summary>Detectors that look at each column alone.</summary>
public sealed class ColumnDetectorTests
{
    private static readonly EcodLearner Ecod = new();

    /// <summary>Reckoned by hand from the definition: of ten rows 0 × 3, 1 × 4, 2 × 3 lie 3, 7, 10 at or below and 10, 7, 3 at or above.</summary>
    [Fact]
    public void Ecod_ValuesThatRowsShare_HaveTheirExactTails()
    {
        var curve = Curve([0, 0, 0, 1, 1, 1, 1, 2, 2, 2]);
        Assert.Equal([0, 1, 2], curve.Points);
        Assert.All(curve.Lower.Zip([0.3, 0.7, 1]), pair => Assert.Equal(-Math.Log(pair.Second), pair.First, 12));
        Assert.All(curve.Upper.Zip([1, 0.7, 0.3]), pair => Assert.Equal(-Math.Log(pair.Second), pair.First, 12));
        Assert.Equal(Math.Log(11), curve.UpperStart, 12);
    }

    [Fact]
    public void Ecod_ValuesThatDiffer_AreKeptAsMeansOfThree()
    {
        var curve = Curve([9, 1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Equal([2, 5, 8], curve.Points);
        Assert.All(curve.Lower.Zip([2 / 9.0, 5 / 9.0, 8 / 9.0]), pair => Assert.Equal(-Math.Log(pair.Second), pair.First, 12));
        Assert.Equal((3.0, 3.0), (curve.LowerReach, curve.UpperReach));
    }

    /// <summary>Li and others 2022, equation 6: the sign of the third moment.</summary>
    [Fact]
    public void Ecod_LongerTail_IsThatOfTheSkewness()
    {
        Assert.False(Curve([1, 1, 1, 2, 2, 2, 3, 3, 9]).IsLowerLonger);
        Assert.True(Curve([-9, -3, -3, -2, -2, -2, -1, -1, -1]).IsLowerLonger);
    }

    /// <summary>No stored number depends on one row's value so that it could be read out: a row that is moved far out alone changes a mean of three or more, or nothing.</summary>
    [Fact]
    public void Fit_OneRowFarOut_ItsValueIsNotKept()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(row => row % 5.0), 123_456_789];
        var curve = Curve(values);
        Assert.Equal([0, 1, 2, 3, 4], curve.Points);
        var cells = Assert.IsType<HistogramForm>(new HistogramLearner().Fit(Rows.Of(values), ParameterValues.Default, new()).Form).Histograms.Rows[0];
        Assert.All(cells.Edges, edge => Assert.InRange(edge, -1, 6));
    }

    [Fact]
    public void Ecod_ManyRows_KeepsAThousandPointsAtMostAndTailsToAFewParts() =>
        Gen.Int[0, 1000].Sample(
            seed =>
            {
                var random = new Random(seed);
                double[] values = [.. Enumerable.Range(0, 20_000).Select(_ => Rows.Normal(random))];
                var form = Ecod.Fit(Rows.Of(values), ParameterValues.Default, new()).Form;
                var sorted = values.Order().ToArray();
                double[] shares = [0.001, 0.01, 0.2, 0.4];
                var scores = Rows.Scores(form, Rows.Of([.. shares.Select(share => sorted[(int)(share * 20_000)])]).Features);
                return Curve(values).Points.Length <= 1000 && shares.Zip(scores).All(pair => Math.Abs(pair.Second + Math.Log(pair.First)) < 0.15);
            },
            iter: 5);

    [Fact]
    public void Ecod_FurtherOutThanAnyRow_IsStrangerTheFurther() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Double[0.001, 100], Gen.Double[0.001, 100]).Sample(
            (seed, first, second) =>
            {
                var form = Ecod.Fit(Rows.Cloud(50, 2, 0, seed), ParameterValues.Default, new()).Form;
                var scores = Rows.Scores(form, Rows.Of([0, 6 + first, 6 + first + second], [0, 0, 0]).Features);
                return scores[0] < scores[1] && scores[1] < scores[2];
            },
            iter: 30);

    /// <summary>Goldstein &amp; Dengel 2012, equation 1, on cells of 12, 6 and 3 rows, with half a row besides in each.</summary>
    [Fact]
    public void Histogram_FewValues_AreCellsOfTheirOwn()
    {
        double[] values = [.. Enumerable.Repeat(1.0, 12), .. Enumerable.Repeat(2.0, 6), .. Enumerable.Repeat(4.0, 3)];
        var form = new HistogramLearner().Fit(Rows.Of(values), ParameterValues.Default, new()).Form;
        var scores = Rows.Scores(form, Rows.Of([1, 2, 4, 100, -100]).Features);
        double[] expected = [0, Math.Log(12.5 / 6.5), Math.Log(12.5 / 3.5), Math.Log(12.5 / 0.5), Math.Log(12.5 / 0.5)];
        Assert.All(expected.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    /// <summary>Birgé &amp; Rozenholc 2006: one cell for what is uniform, more for what is not.</summary>
    [Fact]
    public void BinCount_UniformAndTwoPeaks_OneCellAndSeveral()
    {
        double[] even = [.. Enumerable.Range(0, 1000).Select(row => row / 1000.0)];
        double[] peaks = [.. Enumerable.Range(0, 500).Select(row => row / 5000.0), .. Enumerable.Range(0, 500).Select(row => 0.9 + (row / 5000.0))];
        Assert.Equal(1, BinCount.Of(even, 0, 1));
        Assert.InRange(BinCount.Of(peaks, 0, 1), 5, 11);
    }

    [Fact]
    public void Histogram_GapBetweenPeaks_IsStrange()
    {
        double[] values = [.. Enumerable.Range(0, 500).Select(row => row / 500.0), .. Enumerable.Range(0, 500).Select(row => 9 + (row / 500.0))];
        foreach (var cells in new[] { "equal_width", "equal_rows" })
        {
            var form = new HistogramLearner().Fit(Rows.Of(values), ParameterValues.Default.With("cells", cells), new()).Form;
            var scores = Rows.Scores(form, Rows.Of([0.5, 9.5, 5]).Features);
            Assert.True(scores[2] > scores[0] + 1 && scores[2] > scores[1] + 1);
        }
    }

    [Fact]
    public void Fit_FewerThanThreeRows_SaysThatNothingIsKept()
    {
        var fitted = Ecod.Fit(Rows.Of([1, 2]), ParameterValues.Default, new());
        Assert.Equal("Learner 'ecod' keeps nothing of fewer than 3 rows, as it would tell what a row holds; there are 2, so every row scores 0. Give it more rows.", Assert.Single(fitted.Report.Warnings));
        Assert.Equal([0, 0], Rows.Scores(fitted.Form, Rows.Of([1, 5]).Features));
    }

    private static TailCurve Curve(double[] values) =>
        Assert.IsType<TailForm>(Ecod.Fit(Rows.Of(values), ParameterValues.Default, new()).Form).Tails.Curves[0];
}
