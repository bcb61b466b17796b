using Modelwright.Runtime.Steps.Categories.Encoding;

namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>Weights and sums of one output by slots, of the rows so far.</summary>
internal sealed class RunningSums(EncodedTarget target, int slots, int output)
{
    private readonly double[] _weights = new double[slots];
    private readonly double[] _sums = new double[slots];
    private double _total;
    private double _sum;
    private double _squares;

    /// <summary>Adds a row.</summary>
    /// <param name="slot">Its slot; -1 counts for the mean of all alone.</param>
    /// <param name="row">The row.</param>
    internal void Add(int slot, int row)
    {
        var weight = target.Weights is { } weights ? weights[row] : 1;
        var value = target[row, output];
        _total += weight;
        _sum += weight * value;
        if (slot >= 0)
        {
            _weights[slot] += weight;
            _sums[slot] += weight * value;
            _squares += weight * value * value;
        }
    }

    /// <summary>What a slot is mixed with, by the rows so far.</summary>
    /// <param name="smoothing">In rows; null to have it estimated.</param>
    internal Prior Prior(double? smoothing)
    {
        var mean = target.MeanWeight;
        var rows = smoothing ?? SmoothingEstimate.Of(Array.ConvertAll(_weights, weight => weight / mean), Array.ConvertAll(_sums, sum => sum / mean), _squares / mean);
        return new(_total > 0 ? _sum / _total : 0, rows * mean);
    }

    /// <summary>The statistic of a slot.</summary>
    internal double Of(int slot, Prior prior) => slot >= 0 && _weights[slot] + prior.Weight > 0
        ? (_sums[slot] + (prior.Weight * prior.Mean)) / (_weights[slot] + prior.Weight)
        : prior.Mean;

    /// <summary>The share of all weight that each slot has.</summary>
    internal double[] Shares() => Array.ConvertAll(_weights, weight => _total > 0 ? weight / _total : 0);
}
