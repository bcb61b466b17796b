using Modelwright.Nab.Detectors;
using Modelwright.Nab.Scoring;
using Modelwright.Nab.Simulated;

namespace Modelwright.Nab.Tests;

public sealed class DetectorTests
{
    private static NabSeries Series(params double[] values) => new("one", new long[values.Length], values, []);

    [Fact]
    public void WindowedGaussian_Scores_AreOneLessTheTail()
    {
        // Mean 0 and deviation 1 of the four before; tails of the normal distribution: 0.158655, 0.00134990, 3.16712e-5.
        foreach (var (value, tail) in new[] { (1.0, 0.158655254), (3.0, 0.00134989803), (-4.0, 3.16712418e-5) })
        {
            Assert.Equal(1 - tail, new WindowedGaussian(window: 4, step: 1).Score(Series(1, -1, 1, -1, value))[4], 1e-9);
            Assert.Equal(-Math.Log10(tail), new WindowedGaussian(window: 4, step: 1, isLogarithmic: true).Score(Series(1, -1, 1, -1, value))[4], 1e-6);
        }
    }

    [Fact]
    public void WindowedGaussian_FullWindow_MovesByItsStep()
    {
        double[] values = [1, -1, 1, -1, 5, 5, 5, 5];
        var scores = new WindowedGaussian(window: 4, step: 3).Score(Series(values));
        Assert.Equal([scores[4], scores[4]], scores[5..7]);
        Assert.NotEqual(scores[4], scores[7]);
    }

    [Fact]
    public void RandomCutTree_PointsInAndOut_DisplacementIsThatOfTheRest()
    {
        var tree = new RandomCutTree(101, 1, 1);
        var leaves = Enumerable.Range(0, 100).Select(place => tree.Insert([place % 10])).ToArray();
        var far = tree.Insert([1000]);
        Assert.InRange(tree.Displacement(far), 50, 100);
        tree.Delete(far);
        Assert.Equal(leaves[0], tree.Insert([0]));
        Array.ForEach(leaves, tree.Delete);
        tree.Delete(leaves[0]);
        Assert.Equal(0, tree.Displacement(tree.Insert([3])));
    }

    [Fact]
    public void RandomCutForest_Spike_IsTheStrangest()
    {
        var random = new Random(1);
        double[] values = [.. Enumerable.Range(0, 1000).Select(_ => random.NextDouble())];
        values[700] = 8;
        foreach (var shingle in new[] { 1, 4 })
        {
            var scores = new RandomCutForest(shingle, trees: 20).Score(Series(values));
            Assert.InRange(Array.IndexOf(scores, scores.Max()), 700, 700 + shingle - 1);
            Assert.Equal(scores, new RandomCutForest(shingle, trees: 20).Score(Series(values)));
        }
    }

    [Fact]
    public void HeldBack_ScoreBelowAFadingPeak_IsAFifth()
    {
        var told = new HeldBack(new Given([1, 8, 8, 4, 16]), rest: 1).Score(Series(1, 2, 3, 4, 5));
        Assert.Equal([1, 8, 1.6, 0.8, 16], told);
    }

    [Fact]
    public void Simulated_SameSeed_SameSeriesWithWindowsBehindProbation()
    {
        var corpus = SimulatedCorpus.Make(12, seed: 3);
        Assert.Equal(corpus.SelectMany(series => series.Values), SimulatedCorpus.Make(12, seed: 3).SelectMany(series => series.Values));
        Assert.All(corpus, series =>
        {
            Assert.InRange(series.Windows.Count, 2, 3);
            Assert.True(series.Windows[0].First >= series.Probation && series.Windows[^1].Last < series.Values.Length);
            Assert.True(series.Windows.Zip(series.Windows.Skip(1)).All(pair => pair.First.Last < pair.Second.First));
        });
    }

    private sealed class Given(double[] scores) : ISeriesDetector
    {
        public string Name => "given";

        public double[] Score(NabSeries series) => scores;
    }
}
