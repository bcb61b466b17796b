namespace Modelwright.Testing;

/// <summary>Chance from a seed, the same on every platform and release.</summary>
/// <remarks>SplitMix64. Source: Steele, Lea &amp; Flood 2014, Fast splittable pseudorandom number generators.</remarks>
internal sealed class Chance(int seed)
{
    private ulong _state = (ulong)(uint)seed * 0xD1342543DE82EF95;
    private double _spare = double.NaN;

    /// <summary>A number from 0 up to but without 1.</summary>
    public double Uniform()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number of the normal distribution of mean 0 and deviation 1 (Box &amp; Muller's method).</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            var held = _spare;
            _spare = double.NaN;
            return held;
        }

        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * Uniform());
        _spare = radius * sine;
        return radius * cosine;
    }

    /// <summary>A whole number from 0.</summary>
    /// <param name="below">The bound, which is not reached.</param>
    public int Next(int below) => (int)(Uniform() * below);

    /// <summary>Brings values into an order of chance.</summary>
    /// <param name="values">The values.</param>
    /// <typeparam name="T">Any.</typeparam>
    public void Shuffle<T>(Span<T> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }
}
