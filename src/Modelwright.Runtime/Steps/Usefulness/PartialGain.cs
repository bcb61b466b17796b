namespace Modelwright.Runtime.Steps.Usefulness;

/// <summary>How much of the squared error of a linear fit a further column takes away.</summary>
internal static class PartialGain
{
    /// <summary>Parts of a variance below which a column counts as told by the others.</summary>
    private const double Dust = 1e-9;

    /// <summary>The sum of squares gained, and that of the answers around their mean.</summary>
    /// <param name="parts">Columns that are there already.</param>
    /// <param name="added">The further one.</param>
    /// <param name="answers">What is to be told.</param>
    /// <param name="from">Rows before it are passed over.</param>
    internal static (double Gained, double Total) Of(double[][] parts, double[] added, double[] answers, int from)
    {
        double[][] columns = [.. parts, added, answers];
        var moments = Moments(columns, from);
        var (last, own) = (columns.Length - 1, columns.Length - 2);
        var (total, spread) = (moments[last, last], moments[own, own]);
        for (var part = 0; part < own; part++)
        {
            Sweep(moments, part, columns.Length);
        }

        return (moments[own, own] > Dust * spread ? moments[own, last] * moments[own, last] / moments[own, own] : 0, total);
    }

    /// <summary>Products around the means.</summary>
    private static double[,] Moments(double[][] columns, int from)
    {
        var means = new double[columns.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            means[column] = Mean(columns[column].AsSpan(from));
        }

        var moments = new double[columns.Length, columns.Length];
        for (var row = 0; row < columns.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                moments[row, column] = moments[column, row] = Product(columns[row].AsSpan(from), means[row], columns[column].AsSpan(from), means[column]);
            }
        }

        return moments;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.Length == 0 ? 0 : sum / values.Length;
    }

    private static double Product(ReadOnlySpan<double> left, double leftMean, ReadOnlySpan<double> right, double rightMean)
    {
        var sum = 0.0;
        for (var row = 0; row < left.Length; row++)
        {
            sum += (left[row] - leftMean) * (right[row] - rightMean);
        }

        return sum;
    }

    /// <summary>Takes out of all other columns what one tells of them.</summary>
    private static void Sweep(double[,] moments, int part, int size)
    {
        var pivot = moments[part, part];
        for (var row = part + 1; row < size && pivot > 0; row++)
        {
            var slope = moments[row, part] / pivot;
            for (var column = part + 1; column < size; column++)
            {
                moments[row, column] -= slope * moments[part, column];
            }
        }
    }
}
