using Modelwright.Nab.Scoring;

namespace Modelwright.Nab.Detectors;

/// <summary>A forest of random cut trees over shingles of a series; the score is the mean collusive displacement.</summary>
/// <param name="shingle">Values in a row that make one point.</param>
/// <param name="trees">Trees.</param>
/// <param name="sample">Points a tree holds.</param>
/// <remarks>Guha, Mishra, Roy &amp; Schrijvers 2016; each tree holds a reservoir in which the chance to stay falls with age (a tenth of the sample's rate), as the reference library does by default.</remarks>
internal sealed class RandomCutForest(int shingle, int trees = 50, int sample = 256) : ISeriesDetector
{
    public string Name => $"random cut forest, shingle {shingle}, {sample} points";

    public double[] Score(NabSeries series)
    {
        var scores = new double[series.Values.Length];
        for (var tree = 0; tree < trees; tree++)
        {
            Add(series.Values, tree, scores);
        }

        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] /= trees;
        }

        return scores;
    }

    private void Add(double[] values, int seed, double[] scores)
    {
        var tree = new RandomCutTree(sample + 1, shingle, seed);
        var random = new Random(seed + 10_000);
        var held = new PriorityQueue<int, double>();
        for (var row = shingle - 1; row < values.Length; row++)
        {
            var leaf = tree.Insert(values.AsSpan(row - shingle + 1, shingle));
            scores[row] += tree.Displacement(leaf);

            // The points of least key stay; keys of later points are lower by the rate of forgetting.
            var key = Math.Log(-Math.Log(1 - random.NextDouble())) - (row / (10.0 * sample));
            held.Enqueue(leaf, -key);
            if (held.Count > sample)
            {
                tree.Delete(held.Dequeue());
            }
        }
    }
}
