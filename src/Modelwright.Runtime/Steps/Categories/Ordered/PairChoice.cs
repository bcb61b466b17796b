using Modelwright.Runtime.Steps.Usefulness;

namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>Which pairs of columns tell of the target what their parts together do not, and which numbers are codes, by a sample of the training rows.</summary>
internal sealed class PairChoice
{
    /// <summary>Columns whose pairs are tried: those that tell most.</summary>
    private const int MostColumns = 12;

    /// <summary>Ranges that numbers are cut into to see what their order tells.</summary>
    private const int OrderRanges = 32;

    private readonly TargetSample _sample;
    private readonly int[][] _codes;
    private readonly CancellationToken _cancellation;

    /// <summary>Takes columns.</summary>
    /// <param name="sample">The rows.</param>
    /// <param name="codes">For each column a code of each row of the sample; those of numbers ascend with them.</param>
    /// <param name="cancellation">Ends at once.</param>
    internal PairChoice(TargetSample sample, int[][] codes, CancellationToken cancellation) => (_sample, _codes, _cancellation) = (sample, codes, cancellation);

    /// <summary>The pairs that tell most beyond their parts, best first.</summary>
    internal IReadOnlyList<(int First, int Second)> Pairs(int most)
    {
        if (most == 0)
        {
            return [];
        }

        int[] columns = [.. Enumerable.Range(0, _codes.Length).OrderByDescending(Alone).Take(MostColumns).Order()];
        double[][][] statistics = [.. columns.Select(column => _sample.Statistics(_codes[column]))];
        var gains = new List<((int First, int Second) Pair, double Gain)>();
        for (var first = 0; first < columns.Length; first++)
        {
            for (var second = first + 1; second < columns.Length; second++)
            {
                _cancellation.ThrowIfCancellationRequested();
                var joint = _sample.Statistics(_codes[columns[first]], _codes[columns[second]]);
                gains.Add(((columns[first], columns[second]), _sample.Gain(joint, statistics[first], statistics[second])));
            }
        }

        return [.. gains.Where(entry => entry.Gain > 0).OrderByDescending(entry => entry.Gain).Take(most).Select(entry => entry.Pair)];
    }

    /// <summary>Whether the single values of a number tell more than its order does.</summary>
    internal bool IsCode(int column)
    {
        var ranges = Ranges.Of(Array.ConvertAll(_codes[column], code => (double)code), OrderRanges);
        return _sample.Gain(_sample.Statistics(_codes[column]), _sample.Statistics(ranges)) > 0;
    }

    private double Alone(int column)
    {
        _cancellation.ThrowIfCancellationRequested();
        return _sample.Gain(_sample.Statistics(_codes[column]));
    }
}
