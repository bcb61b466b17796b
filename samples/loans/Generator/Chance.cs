namespace Modelwright.Samples.Loans;

/// <summary>
/// A seeded origin of chance that uses whole numbers, sums and products only, so that one seed gives the same file on
/// every platform. Source: SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal sealed class Chance(int seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>Evenly spread in [0, 1).</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Evenly spread whole number from <paramref name="minimum"/> to below <paramref name="end"/>.</summary>
    public int Whole(int minimum, int end) => minimum + (int)(Share() * (end - minimum));

    /// <summary>Whether something of this probability happens.</summary>
    public bool Happens(double probability) => Share() < probability;

    /// <summary>About normal with mean 0 and standard deviation 1: the sum of twelve even draws less six.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var draw = 0; draw < 12; draw++)
        {
            sum += Share();
        }

        return sum;
    }

    /// <summary>One of the choices, each as often as its weight.</summary>
    public T Pick<T>(IReadOnlyList<(T Value, double Weight)> choices)
    {
        var left = Share() * choices.Sum(choice => choice.Weight);
        foreach (var (value, weight) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        return choices[^1].Value;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
