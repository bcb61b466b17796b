using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Steps.Texts.Projecting;

/// <summary>
/// The leading right singular vectors of sparse rows, by chance that the seed gives: Halko, Martinsson and Tropp 2011, algorithms 4.4
/// and 5.1, with vectors to spare and power iterations. One thread, sums in a fixed order, so that the bits are the same everywhere.
/// </summary>
internal static class RandomisedDecomposition
{
    private const int Spare = 10;
    private const int PowerIterations = 5;

    /// <summary>Squared singular values below this share of the largest are rounding.</summary>
    private const double LeastShare = 1e-20;

    /// <summary>The vectors one after another, of length 1, the most telling first, each with its largest entry positive.</summary>
    internal static double[] RightVectors(SparseRows rows, int wanted, int seed, CancellationToken cancellation)
    {
        var sketch = Math.Min(wanted + Spare, Math.Min(rows.Count, rows.Width));
        if (sketch == 0)
        {
            return [];
        }

        var turned = Chance(rows.Width * sketch, seed);
        for (var iteration = 0; iteration < PowerIterations; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            turned = rows.TurnedTimes(rows.Times(turned, sketch), sketch);
            OrthonormalColumns.Of(turned, sketch);
        }

        var basis = rows.Times(turned, sketch);
        OrthonormalColumns.Of(basis, sketch);

        // What the basis sees of the rows, turned: Width x sketch. Its left singular vectors are those wanted.
        var seen = rows.TurnedTimes(basis, sketch);
        var (values, vectors) = SymmetricEigen.Of(Gram(seen, sketch), sketch);
        return Leading(seen, sketch, values, vectors, wanted);
    }

    private static double[] Chance(int count, int seed)
    {
        var chance = new SplitMix((ulong)(uint)seed ^ 0x50524F4A454354UL);
        var numbers = new double[count];
        foreach (ref var number in numbers.AsSpan())
        {
            // Half a step up, so that 0 cannot be drawn.
            number = NormalQuantile.Of(Math.Min(chance.NextShare() + (0.5 / 9007199254740992), 1 - 1e-16));
        }

        return numbers;
    }

    /// <summary>The products of all pairs of columns.</summary>
    private static double[] Gram(double[] matrix, int columns)
    {
        var products = new double[columns * columns];
        for (var start = 0; start < matrix.Length; start += columns)
        {
            var row = matrix.AsSpan(start, columns);
            for (var left = 0; left < columns; left++)
            {
                for (var right = 0; right < columns; right++)
                {
                    products[(left * columns) + right] += row[left] * row[right];
                }
            }
        }

        return products;
    }

    private static double[] Leading(double[] seen, int sketch, double[] values, double[] vectors, int wanted)
    {
        int[] order = [.. Enumerable.Range(0, sketch).OrderByDescending(place => values[place])];
        var count = Math.Min(wanted, order.TakeWhile(place => values[place] > LeastShare * values[order[0]] && values[place] > 0).Count());
        var width = seen.Length / sketch;
        var axes = new double[count * width];
        for (var theme = 0; theme < count; theme++)
        {
            var axis = axes.AsSpan(theme * width, width);
            for (var term = 0; term < width; term++)
            {
                for (var column = 0; column < sketch; column++)
                {
                    axis[term] += seen[(term * sketch) + column] * vectors[(column * sketch) + order[theme]];
                }
            }

            BringToLengthOne(axis, Math.Sqrt(values[order[theme]]));
        }

        return axes;
    }

    private static void BringToLengthOne(Span<double> axis, double length)
    {
        var largest = 0.0;
        foreach (var entry in axis)
        {
            largest = Math.Abs(entry) > Math.Abs(largest) ? entry : largest;
        }

        var divisor = largest < 0 ? -length : length;
        foreach (ref var entry in axis)
        {
            entry /= divisor;
        }
    }
}
