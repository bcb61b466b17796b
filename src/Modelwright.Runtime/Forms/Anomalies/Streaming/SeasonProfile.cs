namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>The usual value for each time of a cycle, learned as it goes: means at evenly spaced times, straight lines between.</summary>
internal readonly ref struct SeasonProfile(Span<double> state, int bins)
{
    private readonly Span<double> _means = state[..bins];
    private readonly Span<double> _weights = state[bins..];

    /// <summary>Numbers of state for so many times.</summary>
    internal static int Size(int bins) => 2 * bins;

    /// <summary>The usual value at a place of the cycle.</summary>
    /// <param name="place">Place in the cycle, from 0 to 1.</param>
    /// <param name="least">Weight that both neighbours must have.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where the times around it were not seen often enough.</returns>
    internal bool TryGet(double place, double least, out double value)
    {
        var (first, second, share) = Around(place);
        value = (_means[first] * (1 - share)) + (_means[second] * share);
        return (_weights[first] >= least || share == 1) && (_weights[second] >= least || share == 0);
    }

    /// <summary>Learns a value.</summary>
    /// <param name="place">Place in the cycle, from 0 to 1.</param>
    /// <param name="value">The value.</param>
    /// <param name="heaviest">Weight beyond which the past fades.</param>
    internal void Add(double place, double value, double heaviest)
    {
        var (first, second, share) = Around(place);
        Add(first, value, 1 - share, heaviest);
        Add(second, value, share, heaviest);
    }

    private void Add(int bin, double value, double weight, double heaviest)
    {
        if (weight > 0)
        {
            _weights[bin] = Math.Min(_weights[bin] + weight, Math.Max(heaviest, weight));
            _means[bin] += weight / _weights[bin] * (value - _means[bin]);
        }
    }

    private (int First, int Second, double Share) Around(double place)
    {
        var position = Math.Clamp(place, 0, 1) * bins;
        var first = Math.Min((int)position, bins - 1);
        return (first, (first + 1) % bins, Math.Clamp(position - first, 0, 1));
    }
}
