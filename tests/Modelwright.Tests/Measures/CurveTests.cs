using CsCheck;
using Modelwright.Measures;
using Modelwright.Measures.Curves;

namespace Modelwright.Tests.Measures;

public sealed class CurveTests
{
    private static readonly Gen<ClassAnswers> Answers = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 20], Gen.Int[0, 3]).Array[2, 400]
        .Select(rows => new ClassAnswers(["no", "yes"], [.. rows.Select(row => row.Item1)], [.. rows.SelectMany(row => new[] { 1 - (row.Item2 / 20.0), row.Item2 / 20.0 })])
        {
            Weights = [.. rows.Select(row => (double)row.Item3)],
        });

    // Fawcett 2006, An introduction to ROC analysis, figure 3 and table 1: twenty instances, ten of them positive.
    private static readonly string Order = "ppnpppnnpnpnpnnnpnpn";

    private static readonly double[] Scores = [.9, .8, .7, .6, .55, .54, .53, .52, .51, .505, .4, .39, .38, .37, .36, .35, .34, .33, .30, .1];

    private static ClassAnswers Fawcett => new(["n", "p"], [.. Order.Select(letter => letter == 'p' ? 1 : 0)], [.. Scores.SelectMany(score => new[] { 1 - score, score })]);

    [Fact]
    public void Ranked_Fawcett_GivesItsRocPoints()
    {
        var points = RankedCurve.Of(Fawcett, 1);
        Assert.Equal(21, points.Count);
        Assert.Equal((0.0, 0.1), (points[1].FalseAlarms, points[1].Found));
        Assert.Equal((0.1, 0.5), (points[6].FalseAlarms, Math.Round(points[6].Found, 12)));
        Assert.Equal(0.54, points[6].Probability);
        Assert.Equal((1.0, 1.0, 0.5), (points[^1].FalseAlarms, points[^1].Found, points[^1].Precision));
    }

    [Fact]
    public void Ranked_AnyAnswers_ClimbsFromNothingToAll() => Answers.Sample(answers =>
    {
        var points = RankedCurve.Of(answers, 1);
        if (points.Count == 0)
        {
            return;
        }

        Assert.Equal((0.0, 0.0, 0.0), (points[0].Taken, points[0].Found, points[0].FalseAlarms));
        Assert.Equal((1.0, 1.0, 1.0), (Math.Round(points[^1].Taken, 9), Math.Round(points[^1].Found, 9), Math.Round(points[^1].FalseAlarms, 9)));
        Assert.All(points.Zip(points.Skip(1)), pair =>
        {
            Assert.True(pair.Second.Found >= pair.First.Found - 1e-12 && pair.Second.FalseAlarms >= pair.First.FalseAlarms - 1e-12);
            Assert.InRange(pair.Second.Precision, 0, 1);
        });
    });

    [Fact]
    public void Ranked_AreaBelow_IsRocAuc() => Answers.Sample(answers =>
    {
        var points = RankedCurve.Of(answers, 1);
        if (points.Count > 0)
        {
            var area = points.Zip(points.Skip(1), (one, next) => (next.FalseAlarms - one.FalseAlarms) * (next.Found + one.Found) / 2).Sum();
            Assert.Equal(BuiltInMetrics.Get("roc_auc").Score(answers), area, 0.005);
        }
    });

    [Fact]
    public void Ranked_OneClass_HasNoCurve() => Assert.Empty(RankedCurve.Of(new(["n", "p"], [1, 1], [0.5, 0.5, 0.2, 0.8]), 1));

    [Fact]
    public void Ranked_ManyRows_StaysSmall()
    {
        var random = new Random(1);
        int[] truth = [.. Enumerable.Range(0, 50_000).Select(_ => random.Next(2))];
        double[] answers = [.. truth.SelectMany(row => { var p = Math.Clamp((0.3 * row) + (0.7 * random.NextDouble()), 0, 1); return new[] { 1 - p, p }; })];
        Assert.InRange(RankedCurve.Of(new(["n", "p"], truth, answers), 1).Count, 100, 700);
    }

    [Fact]
    public void Bands_AnyNumbers_HoldEveryRowOnceInOrder() => Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 5]).Array[1, 300].Sample(rows =>
    {
        var bands = NumberBand.Of(new([.. rows.Select(row => row.Item1)], [.. rows.Select(row => row.Item2)]), 20);
        Assert.Equal(rows.Length, bands.Sum(band => band.Rows));
        Assert.All(bands.Zip(bands.Skip(1)), pair => Assert.True(pair.First.Predicted <= pair.Second.Predicted + 1e-9));
        Assert.All(bands, band => Assert.True(band.Lower <= band.Upper));
    });

    [Fact]
    public void Histogram_Values_CountsAllOfThem()
    {
        var histogram = Histogram.Of([.. Enumerable.Range(0, 1_000).Select(value => (double)value), double.NaN, double.PositiveInfinity], 10)!;
        Assert.Equal(1_000, histogram.Counts.Sum());
        Assert.Equal(9, histogram.Start);
        Assert.InRange(histogram.Counts[5], 95, 100);
        Assert.Null(Histogram.Of([3, 3, 3], 10));
        Assert.Null(Histogram.Of([double.NaN], 10));
    }
}
