using CsCheck;
using Modelwright.Nab.Scoring;

namespace Modelwright.Nab.Tests;

public sealed class ScorerTests
{
    private static readonly NabProfile Standard = NabProfile.All[0];

    private static NabSeries Series(int rows, params NabWindow[] windows) => new("one", new long[rows], new double[rows], windows);

    private static double[] Detected(int rows, params int[] at)
    {
        var scores = new double[rows];
        Array.ForEach(at, row => scores[row] = 1);
        return scores;
    }

    private static double Score(NabSeries series, NabProfile profile, params int[] at) => NabScorer.Score(series, Detected(series.Values.Length, at), 1, profile).Score;

    // Published scores of NAB (results/randomCutForest, results/windowedGaussian: *_standard_scores.csv) of files in which
    // the counts and the labelled point leave one place for the first detection: in the middle of the window.
    [Theory]
    [InlineData(4032, 403, 0, 0.86067182427)]
    [InlineData(1624, 81, 1, -0.135878346979)]
    [InlineData(4032, 201, 1, -0.13844919792440225)]
    public void Score_DetectionInTheMiddleOfAWindow_IsAsPublished(int rows, int width, int missed, double published)
    {
        NabWindow[] windows = [new(rows - width, rows - 1), .. Enumerable.Range(0, missed).Select(_ => new NabWindow(rows / 2, (rows / 2) + width - 1)).Reverse()];
        var series = Series(rows, [.. windows.OrderBy(window => window.First)]);
        Assert.Equal(published, Score(series, Standard, rows - width + (width / 2)), 1e-9);
    }

    // art ec2_cpu_utilization_c6585a has no window: 13 false alarms give -1.43 (random cut forest) and 12 give -1.32 (windowed Gaussian).
    [Theory]
    [InlineData(13, -1.43)]
    [InlineData(12, -1.32)]
    public void Score_FalseAlarmsWithoutAWindow_AreAsPublished(int alarms, double published) =>
        Assert.Equal(published, Score(Series(4032), Standard, [.. Enumerable.Range(1000, alarms)]), 1e-12);

    // rogue_agent_key_hold: both windows missed and four false alarms before them.
    [Fact]
    public void Score_FalseAlarmsBeforeTheFirstWindow_CostInFull() =>
        Assert.Equal(-2.44, Score(Series(1882, new(1000, 1094), new(1500, 1594)), Standard, 300, 400, 500, 600), 1e-12);

    // NAB's tables: the scores of 58 files with 116 windows sum to 3.98356657241 for random cut forest, published as 51.7.
    [Theory]
    [InlineData(3.98356657241, 51.7)]
    [InlineData(-116, 0)]
    [InlineData(116, 100)]
    public void Scaled_SumOfAllFiles_IsAsPublished(double sum, double published) => Assert.Equal(published, NabCorpus.Scaled(sum, 116, Standard), 0.05);

    [Fact]
    public void Corpus_SilentAndPerfect_AreNothingAndAHundred()
    {
        NabSeries[] corpus = [Series(1000, new(300, 349), new(600, 699)), Series(500, new NabWindow(200, 210))];
        double[][] silent = [new double[1000], new double[500]];
        double[][] perfect = [Detected(1000, 300, 600), Detected(500, 200)];
        foreach (var profile in NabProfile.All)
        {
            Assert.Equal(100, NabCorpus.Best(corpus, perfect, profile).Score, 1e-9);
            Assert.Equal(0, NabCorpus.At(corpus, silent, 1, profile).Score, 1e-12);
        }
    }

    [Fact]
    public void Score_EarlierDetection_IsWorthMore()
    {
        var series = Series(1000, new NabWindow(400, 499));
        double[] worth = [.. Enumerable.Range(400, 100).Select(row => Score(series, Standard, row))];
        Assert.Equal(worth.OrderDescending(), worth);
        Assert.Equal(1, worth[0], 1e-12);
        Assert.Equal(worth[10], Score(series, Standard, 410, 420, 499), 1e-12);
    }

    [Fact]
    public void Score_FalseAlarmBehindAWindow_CostsMoreTheFartherItLies()
    {
        var series = Series(1000, new NabWindow(400, 499));
        double[] cost = [.. Enumerable.Range(500, 400).Select(row => Score(series, Standard, 400, row) - 1)];
        Assert.Equal(cost.OrderDescending(), cost);
        Assert.InRange(cost[0], -0.01, 0);
        Assert.Equal(-0.11, cost[^1], 1e-12);
    }

    [Theory]
    [InlineData(1000, 150)]
    [InlineData(1624, 243)]
    [InlineData(22_695, 750)]
    public void Probation_Rows_AreFifteenPercentOfAtMostFiveThousand(int rows, int expected) => Assert.Equal(expected, Series(rows).Probation);

    [Fact]
    public void Score_Probation_DoesNotCount() => Assert.Equal(-1, Score(Series(1000, new NabWindow(400, 499)), Standard, [.. Enumerable.Range(0, 150)]), 1e-12);

    [Fact]
    public void Best_Threshold_IsTheBestOfAll() =>
        Gen.Select(Gen.Int[0, 9].Array[400], Gen.Int[0, 9].Array[300], Gen.Int[0, 2]).Sample(
            (first, second, place) =>
            {
                NabSeries[] corpus = [Series(400, new(100, 130), new(250, 260)), Series(300, new NabWindow(60, 99))];
                double[][] scores = [[.. first.Select(Convert.ToDouble)], [.. second.Select(Convert.ToDouble)]];
                var profile = NabProfile.All[place];
                var best = NabCorpus.Best(corpus, scores, profile);
                double[] thresholds = [.. Enumerable.Range(0, 10).Select(Convert.ToDouble), double.PositiveInfinity];
                Assert.Equal(thresholds.Max(threshold => NabCorpus.At(corpus, scores, threshold, profile).Score), best.Score, 1e-9);
            },
            iter: 100);

    [Fact]
    public void Windows_FromFlags_AreTheirRuns() =>
        Assert.Equal([new(0, 1), new(3, 3), new(5, 6)], NabWindow.From([true, true, false, true, false, true, true]));
}
