namespace Modelwright.Learners.Additive.Pairs;

/// <summary>
/// Moves what a table of a pair says of one column alone to the shape of that column, so that shapes say all there is to say
/// of single columns and no answer changes.
/// </summary>
/// <remarks>Lengerich, Tan, Chang, Hooker &amp; Caruana 2020, "Purifying interaction effects with the functional ANOVA".</remarks>
internal static class Purification
{
    private const int MostSweeps = 200;

    /// <summary>Sweeps end when no mean moved is above this part of the largest value.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Purifies one output of a pair.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="masses">How much the rows of each cell count.</param>
    /// <param name="table">Its values, one a cell.</param>
    /// <param name="first">The shape of the first column, one value a bin.</param>
    /// <param name="second">The shape of the second column, one value a bin.</param>
    public static void Run(BoostedPair pair, double[] masses, Span<double> table, Span<double> first, Span<double> second)
    {
        var largest = 0.0;
        foreach (var value in table)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var (rows, columns) = (new double[pair.Rows.Count], new double[pair.Columns.Count]);
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var moved = Sweep(masses, table, rows, columns, isAcross: false);
            moved = Math.Max(moved, Sweep(masses, table, rows, columns, isAcross: true));
            if (moved <= Tolerance * largest)
            {
                break;
            }
        }

        Add(rows, pair.Rows.OfBin, first);
        Add(columns, pair.Columns.OfBin, second);
    }

    private static double Sweep(double[] masses, Span<double> table, double[] rows, double[] columns, bool isAcross)
    {
        var (lines, length) = isAcross ? (columns, rows.Length) : (rows, columns.Length);
        var moved = 0.0;
        for (var line = 0; line < lines.Length; line++)
        {
            var (sum, mass) = (0.0, 0.0);
            for (var place = 0; place < length; place++)
            {
                var cell = isAcross ? (place * columns.Length) + line : (line * columns.Length) + place;
                sum += masses[cell] * table[cell];
                mass += masses[cell];
            }

            var mean = mass > 0 ? sum / mass : 0;
            lines[line] += mean;
            moved = Math.Max(moved, Math.Abs(mean));
            for (var place = 0; place < length; place++)
            {
                table[isAcross ? (place * columns.Length) + line : (line * columns.Length) + place] -= mean;
            }
        }

        return moved;
    }

    private static void Add(double[] parts, int[] ofBin, Span<double> shape)
    {
        for (var bin = 0; bin < ofBin.Length; bin++)
        {
            shape[bin] += parts[ofBin[bin]];
        }
    }
}
