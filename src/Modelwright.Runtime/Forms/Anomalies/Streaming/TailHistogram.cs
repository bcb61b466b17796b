using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>
/// What a statistic of a series, 0 or more, usually is: a histogram over its logarithm that fades, and a power tail beyond it.
/// Tells how rare a value is, as minus the logarithm to base 10 of the chance of one as large.
/// </summary>
/// <remarks>
/// The tail is Hill's estimate (1975) over the largest tenth, drawn to a prior while little is known. Judging a value by the tail
/// of the series' own past is the idea of Siffer et al. 2017 (SPOT), which fits a Pareto tail to stored peaks; here nothing but counts is stored.
/// </remarks>
internal readonly ref struct TailHistogram(Span<double> state)
{
    /// <summary>Numbers of state: the bins and the weight of the next value.</summary>
    internal const int Size = Bins + 1;

    private const int Bins = 192;
    private const double LogStep = 0.6931471805599453 / 4;
    private const int BinOfOne = 96;
    private const double TailShare = 0.1;
    private const double PriorIndex = 0.25;
    private const double PriorWeight = 10;
    private const double MostLearned = 4;
    private const double HeaviestWeight = 1e12;
    private const double LogOfTen = 2.302585092994046;

    private readonly Span<double> _state = state;

    /// <summary>The weight of a value learned now, 1 at the start; older ones weigh less.</summary>
    private double Newest => Math.Max(_state[Bins], 1);

    /// <summary>How rare a value is: 3 means one in a thousand; 0 where nothing is known. Then learns the value.</summary>
    /// <param name="value">0 or more, finite.</param>
    /// <param name="memory">Values that count.</param>
    internal double Judge(double value, int memory)
    {
        var log = PortableMath.Log(Math.Max(value, 1e-300));
        var total = Sum(0);
        if (total == 0)
        {
            Add(log, memory);
            return 0;
        }

        var (threshold, share, index) = Tail(total);
        var rarity = log > threshold
            ? ((log - threshold) / index) - PortableMath.Log(share)
            : -PortableMath.Log(Share(Sum(Bin(log)), total));

        // What is beyond all experience is learned as what is only very rare, so that one event does not hide the next.
        var farthest = threshold + (index * ((MostLearned * LogOfTen) + PortableMath.Log(share)));
        Add(rarity > MostLearned * LogOfTen ? Math.Min(log, farthest) : log, memory);
        return rarity / LogOfTen;
    }

    // Where the largest tenth begins, its share, and the mean logarithm by which its values go beyond.
    private (double Threshold, double Share, double Index) Tail(double total)
    {
        var (above, places) = (0.0, 0.0);
        var place = Bins - 1;
        while (place > 0 && above + _state[place] < TailShare * total)
        {
            above += _state[place];
            places += _state[place] * place;
            place--;
        }

        var values = above / Newest;
        var excess = above > 0 ? ((places / above) - place - 0.5) * LogStep : 0;
        var index = ((values * excess) + (PriorWeight * PriorIndex)) / (values + PriorWeight);
        return ((place + 1 - BinOfOne) * LogStep, Share(above, total), index);
    }

    private double Sum(int first)
    {
        var sum = 0.0;
        for (var bin = first; bin < Bins; bin++)
        {
            sum += _state[bin];
        }

        return sum;
    }

    // One value more on either side: what was never seen is not impossible.
    private double Share(double above, double total) => Math.Min(1, ((above / Newest) + 1) / ((total / Newest) + 1));

    private void Add(double log, int memory)
    {
        var weight = Newest;
        _state[Bin(log)] += weight;
        _state[Bins] = weight * (1 + (1.0 / memory));
        if (weight > HeaviestWeight)
        {
            for (var place = 0; place < Size; place++)
            {
                _state[place] /= weight;
            }
        }
    }

    private static int Bin(double log) => (int)Math.Clamp((log / LogStep) + BinOfOne, 0, Bins - 1);
}
