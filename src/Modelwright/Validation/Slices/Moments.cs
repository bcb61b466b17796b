using Modelwright.Measures.Intervals;

namespace Modelwright.Validation.Slices;

/// <summary>Count, mean and sum of squares about the mean of some losses.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Squares">The sum of the squares of their distances from it.</param>
internal readonly record struct Moments(int Count, double Mean, double Squares)
{
    /// <summary>Of some rows.</summary>
    public static Moments Of(double[] losses, IEnumerable<int> rows)
    {
        var (count, mean, squares) = (0, 0.0, 0.0);
        foreach (var row in rows)
        {
            count++;
            var step = losses[row] - mean;
            mean += step / count;
            squares += step * (losses[row] - mean);
        }

        return new(count, mean, squares);
    }

    /// <summary>The same without a part of them (Chan and others 1979, the other way round).</summary>
    public Moments Without(Moments part)
    {
        var count = Count - part.Count;
        var mean = ((Count * Mean) - (part.Count * part.Mean)) / count;
        var step = part.Mean - mean;
        return new(count, mean, Math.Max(0, Squares - part.Squares - (step * step * part.Count * count / Count)));
    }

    /// <summary>Probability that a mean as far above the other one comes by chance; for 30 rows and more in each the normal stands for Student's t.</summary>
    public double ChanceOfMore(Moments other)
    {
        var error = Math.Sqrt((Squares / (Count - 1) / Count) + (other.Squares / (other.Count - 1) / other.Count));
        return error > 0 ? NormalTail.Of((Mean - other.Mean) / error) : Mean > other.Mean ? 0 : 1;
    }
}
