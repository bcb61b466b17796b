using Modelwright.Core.Data;
using Modelwright.Monitoring.Chances;
using Modelwright.Monitoring.References;
using Modelwright.Validation;

namespace Modelwright.Monitoring.Drift;

/// <summary>
/// Rows as random features, whose means differ where the joint distributions differ: the maximum mean discrepancy of Gretton et al.
/// 2012 with a Gaussian kernel, by the random Fourier features of Rahimi &amp; Recht 2007. So no reference row need be kept.
/// </summary>
/// <remarks>
/// A number counts as its rank in the reference, of unit variance; each level and a missing value stand at a place of their own. The
/// width of the kernel is the root of the number of columns, the median distance of independent ones. Under the null the squared distance is a weighted
/// sum of chi-squares; its tail is that of the one with the same first three cumulants (Imhof 1961).
/// </remarks>
internal sealed class RandomFeatures
{
    private const int Frequencies = 64;
    private const int MostRows = 20_000;
    private const int FewestRows = 2_000;
    private const int MostCells = 4_000_000;

    private readonly IReadOnlyList<ReferenceColumn> _columns;
    private readonly double[][][] _weights;

    /// <summary>Draws the frequencies.</summary>
    /// <param name="columns">The columns of the reference.</param>
    /// <param name="seed">Chance.</param>
    public RandomFeatures(IReadOnlyList<ReferenceColumn> columns, int seed)
    {
        _columns = columns;
        _weights = [.. columns.Select((column, place) => Draw(column, new Random(Seeds.Mix(seed, place)), 1 / Math.Sqrt(Math.Max(1, columns.Count))))];
    }

    /// <summary>Number of features.</summary>
    public static int Count => 2 * Frequencies;

    /// <summary>Features of some of the rows, evenly chosen where they are many.</summary>
    /// <param name="cells">The columns in the order of the reference, as they are compared.</param>
    /// <param name="codes">Their bins.</param>
    /// <param name="cancellation">Looked at once a thousand rows.</param>
    /// <returns>One list a row.</returns>
    public double[][] Of(IReadOnlyList<Column> cells, IReadOnlyList<int[]> codes, CancellationToken cancellation)
    {
        var count = cells.Count == 0 ? 0 : cells[0].RowCount;
        var most = Math.Clamp(MostCells / Math.Max(1, _columns.Count), FewestRows, MostRows);
        var taken = Math.Min(count, most);
        var rows = new double[taken][];
        for (var place = 0; place < taken; place++)
        {
            if (place % 1000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            rows[place] = Row(cells, codes, (int)((long)place * count / taken));
        }

        return rows;
    }

    /// <summary>The means of features.</summary>
    public static double[] Means(ReadOnlySpan<double[]> rows)
    {
        var means = new double[Count];
        foreach (var row in rows)
        {
            for (var feature = 0; feature < means.Length; feature++)
            {
                means[feature] += row[feature] / rows.Length;
            }
        }

        return means;
    }

    /// <summary>The traces of the covariance, its square and its cube.</summary>
    public static double[] Traces(double[][] rows, double[] means)
    {
        var covariance = new double[Count, Count];
        foreach (var row in rows)
        {
            for (var one = 0; one < Count; one++)
            {
                var away = (row[one] - means[one]) / rows.Length;
                for (var other = 0; other <= one; other++)
                {
                    covariance[one, other] += away * (row[other] - means[other]);
                }
            }
        }

        double At(int one, int other) => one >= other ? covariance[one, other] : covariance[other, one];
        var traces = new double[3];
        for (var one = 0; one < Count; one++)
        {
            traces[0] += At(one, one);
            for (var other = 0; other < Count; other++)
            {
                var product = 0.0;
                for (var between = 0; between < Count; between++)
                {
                    product += At(one, between) * At(between, other);
                }

                traces[1] += one == other ? product : 0;
                traces[2] += product * At(one, other);
            }
        }

        return traces;
    }

    /// <summary>How far means are from those of the reference, less what chance alone makes of it, and how likely chance alone makes as much.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="means">The other means.</param>
    /// <param name="scale">1/n + 1/m for rows apart from the reference; 1/n - 1/m for a part of it.</param>
    public static (double Distance, double Chance) Compare(ReferenceFeatures reference, double[] means, double scale)
    {
        var square = 0.0;
        for (var feature = 0; feature < means.Length; feature++)
        {
            square += (means[feature] - reference.Means[feature]) * (means[feature] - reference.Means[feature]);
        }

        var (first, second, third) = (reference.Traces[0], reference.Traces[1], reference.Traces[2]);
        var distance = Math.Sqrt(Math.Max(0, square - (scale * first)));
        if (!(third > 0) || !(scale > 0))
        {
            return (distance, 1);
        }

        var freedom = second * second * second / (third * third);
        return (distance, ChiSquareTail.Above((((square / scale) - first) * Math.Sqrt(freedom / second)) + freedom, freedom));
    }

    private double[] Row(IReadOnlyList<Column> cells, IReadOnlyList<int[]> codes, int row)
    {
        Span<double> angles = stackalloc double[Frequencies];
        angles.Clear();
        for (var column = 0; column < _columns.Count; column++)
        {
            var (place, size) = Place(_columns[column], cells[column], codes[column][row], row);
            var weights = _weights[column][place];
            for (var frequency = 0; frequency < Frequencies; frequency++)
            {
                angles[frequency] += size * weights[frequency];
            }
        }

        var features = new double[Count];
        var norm = 1 / Math.Sqrt(Frequencies);
        for (var frequency = 0; frequency < Frequencies; frequency++)
        {
            var (sine, cosine) = Math.SinCos(angles[frequency]);
            features[2 * frequency] = cosine * norm;
            features[(2 * frequency) + 1] = sine * norm;
        }

        return features;
    }

    // The list of weights that a cell takes, and what they are multiplied with.
    private static (int Place, double Size) Place(ReferenceColumn reference, Column cells, int code, int row)
    {
        var isLevel = reference.Type == ColumnType.Category;
        if (code < 0 || reference.Shares.Length == 0)
        {
            return (isLevel ? reference.Shares.Length : 1, 1);
        }

        return isLevel ? (code, 1) : (0, (Rank(reference, code, ColumnCells.Value(cells, row)) - 0.5) * Math.Sqrt(12));
    }

    private static double Rank(ReferenceColumn reference, int bin, double value)
    {
        var below = 0.0;
        for (var before = 0; before < bin; before++)
        {
            below += reference.Shares[before];
        }

        var (low, high) = (reference.Edges[bin], reference.Edges[bin + 1]);
        return below + (reference.Shares[bin] * (high > low ? Math.Clamp((value - low) / (high - low), 0, 1) : 0.5));
    }

    private static double[][] Draw(ReferenceColumn column, Random random, double scale)
    {
        // Two levels stand as far apart on average as two numbers do.
        var lists = column.Type == ColumnType.Category ? column.Shares.Length + 1 : 2;
        return [.. Enumerable.Range(0, lists).Select(_ => Enumerable.Range(0, Frequencies).Select(_ => scale * Normal(random)).ToArray())];
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
