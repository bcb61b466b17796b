using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.Ellipsoid;

/// <summary>The axes along which columns vary most: all of them from the products of few columns, the leading ones of many by chance directions.</summary>
/// <remarks>Halko, Martinsson &amp; Tropp 2011, "Finding structure with randomness", with power iterations.</remarks>
internal static class LeadingAxes
{
    /// <summary>Columns up to which all axes are found.</summary>
    public const int MostExact = 150;

    /// <summary>Axes of more columns.</summary>
    public const int Leading = 100;

    /// <summary>Rows that an axis is known from at least; of more axes than that, each would follow rows of its own.</summary>
    private const int RowsAnAxis = 5;

    private const int Spare = 10;
    private const int PowerIterations = 4;

    /// <summary>The axes of centred columns.</summary>
    /// <param name="columns">One line a column.</param>
    /// <param name="context">Seed, threads and cancellation.</param>
    public static AxisSet Of(double[][] columns, FitContext context) => columns.Length <= MostExact
        ? AxisSet.Of(Products(columns, columns[0].Length, context), context.Cancellation)
        : OfMany(columns, context);

    /// <summary>Axes that so many rows tell of.</summary>
    public static int Known(int rows) => Math.Max(1, rows / RowsAnAxis);

    /// <summary>The products of all pairs of lines, over a divisor.</summary>
    public static double[][] Products(double[][] lines, double divisor, FitContext context)
    {
        double[][] products = [.. lines.Select(_ => new double[lines.Length])];
        Parallel.For(0, lines.Length, Options(context), one =>
        {
            for (var other = 0; other <= one && !context.Cancellation.IsCancellationRequested; other++)
            {
                products[one][other] = Lines.Dot(lines[one], lines[other]) / divisor;
            }
        });
        context.Cancellation.ThrowIfCancellationRequested();
        for (var one = 0; one < lines.Length; one++)
        {
            for (var other = one + 1; other < lines.Length; other++)
            {
                products[one][other] = products[other][one];
            }
        }

        return products;
    }

    /// <summary>Rows of all columns along each axis: one line an axis.</summary>
    public static double[][] Along(double[][] axes, double[][] columns, FitContext context)
    {
        double[][] along = [.. axes.Select(_ => new double[columns[0].Length])];
        Parallel.For(0, axes.Length, Options(context), axis =>
        {
            for (var column = 0; column < columns.Length && !context.Cancellation.IsCancellationRequested; column++)
            {
                Lines.Add(columns[column], axes[axis][column], along[axis]);
            }
        });
        context.Cancellation.ThrowIfCancellationRequested();
        return along;
    }

    private static AxisSet OfMany(double[][] columns, FitContext context)
    {
        var rows = columns[0].Length;
        var axes = Chance(Math.Min(Leading + Spare, Math.Min(rows, columns.Length)), columns.Length, context.Seed);
        for (var iteration = 0; iteration < PowerIterations; iteration++)
        {
            var along = Along(axes, columns, context);
            Parallel.For(0, columns.Length, Options(context), column =>
            {
                for (var axis = 0; axis < axes.Length; axis++)
                {
                    axes[axis][column] = Lines.Dot(along[axis], columns[column]) / rows;
                }
            });
            axes = Upright(axes);
        }

        return Within(axes, columns, context);
    }

    /// <summary>The axes of the rows as the space of some directions sees them.</summary>
    private static AxisSet Within(double[][] directions, double[][] columns, FitContext context)
    {
        var seen = Along(directions, columns, context);
        var turned = AxisSet.Of(Products(seen, columns[0].Length, context), context.Cancellation);
        var count = Math.Min(Leading, turned.Axes.Length);
        double[][] axes = [.. turned.Axes[..count].Select(_ => new double[columns.Length])];
        for (var axis = 0; axis < count; axis++)
        {
            for (var direction = 0; direction < directions.Length; direction++)
            {
                Lines.Add(directions[direction], turned.Axes[axis][direction], axes[axis]);
            }
        }

        var all = columns.Sum(column => Lines.Dot(column, column)) / columns[0].Length;
        var variances = turned.Variances[..count];
        return new(axes, variances, Math.Max(0, all - variances.Sum()) / (columns.Length - count));
    }

    /// <summary>Brings lines to right angles and length 1, twice, as once is not enough; those that vanish are left out.</summary>
    private static double[][] Upright(double[][] lines)
    {
        List<double[]> upright = [];
        foreach (var line in lines)
        {
            var length = Math.Sqrt(Lines.Dot(line, line));
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var earlier in upright)
                {
                    Lines.Add(earlier, -Lines.Dot(earlier, line), line);
                }
            }

            var left = Math.Sqrt(Lines.Dot(line, line));
            if (left > 1e-10 * length)
            {
                Lines.Scale(line, 1 / left);
                upright.Add(line);
            }
        }

        return [.. upright];
    }

    private static double[][] Chance(int count, int width, int seed)
    {
        var random = new SeededRandom(seed, 0xA7E5);
        var axes = new double[count][];
        for (var axis = 0; axis < count; axis++)
        {
            axes[axis] = new double[width];
            foreach (ref var entry in axes[axis].AsSpan())
            {
                entry = random.Share() + random.Share() - random.Share() - random.Share();
            }
        }

        return axes;
    }

    private static ParallelOptions Options(FitContext context) => new() { MaxDegreeOfParallelism = context.Threads };
}
