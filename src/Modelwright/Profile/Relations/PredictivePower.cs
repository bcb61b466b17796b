namespace Modelwright.Profile.Relations;

/// <summary>
/// How much of the target one column alone foretells, from 0 (nothing) to 1 (all), on rows that were not counted: for
/// classes the share of the log loss of the class frequencies that counts by bin take away (McFadden's R², out of fold); for
/// numbers the share of the variance of the target's ranks that means by bin explain, out of fold.
/// </summary>
internal static class PredictivePower
{
    private const int Folds = 5;

    /// <summary>Rows that the mean of all is worth beside those of a bin.</summary>
    private const double PriorRows = 0.5;

    /// <summary>The power of a column.</summary>
    /// <param name="column">The column in bins.</param>
    /// <param name="outcome">The target of the same rows.</param>
    /// <param name="folds">A fold a row, from <see cref="FoldsOf"/>.</param>
    public static double Of(BinnedColumn column, Outcome outcome, byte[] folds) =>
        outcome.IsClasses ? OfClasses(column, outcome, folds) : OfRanks(column, outcome.Ranks, folds);

    /// <summary>Deals rows to folds by a seed.</summary>
    public static byte[] FoldsOf(int rows, int seed)
    {
        var random = new Random(seed);
        var folds = new byte[rows];
        for (var row = 0; row < rows; row++)
        {
            folds[row] = (byte)random.Next(Folds);
        }

        return folds;
    }

    /// <summary>1 - loss / loss of a constant, kept within 0 … 1.</summary>
    internal static double Skill(double loss, double constant) => constant > 0 ? Math.Clamp(1 - (loss / constant), 0, 1) : 0;

    private static double OfClasses(BinnedColumn column, Outcome outcome, byte[] folds)
    {
        var (classes, width) = (outcome.Classes, outcome.ClassCount);
        var counts = new double[column.Count * width];
        var all = new double[width];
        for (var row = 0; row < classes.Length; row++)
        {
            counts[(column.Codes[row] * width) + classes[row]]++;
            all[classes[row]]++;
        }

        var (loss, constant) = (0.0, 0.0);
        for (byte fold = 0; fold < Folds; fold++)
        {
            var (inside, insideAll) = Without(counts, all, column.Codes, classes, folds, fold);
            var insideCount = Sum(insideAll) + (PriorRows * width);
            for (var row = 0; row < classes.Length; row++)
            {
                if (folds[row] == fold)
                {
                    var prior = (insideAll[classes[row]] + PriorRows) / insideCount;
                    var bin = inside.AsSpan(column.Codes[row] * width, width);
                    var chance = (bin[classes[row]] + (PriorRows * prior)) / (Sum(bin) + PriorRows);
                    loss -= Math.Log(chance);
                    constant -= Math.Log(prior);
                }
            }
        }

        return Skill(loss, constant);
    }

    private static (double[] Counts, double[] All) Without(double[] counts, double[] all, ushort[] codes, int[] classes, byte[] folds, byte fold)
    {
        var (inside, insideAll) = ((double[])counts.Clone(), (double[])all.Clone());
        for (var row = 0; row < classes.Length; row++)
        {
            if (folds[row] == fold)
            {
                inside[(codes[row] * all.Length) + classes[row]]--;
                insideAll[classes[row]]--;
            }
        }

        return (inside, insideAll);
    }

    private static double OfRanks(BinnedColumn column, double[] ranks, byte[] folds)
    {
        var (loss, constant) = (0.0, 0.0);
        for (byte fold = 0; fold < Folds; fold++)
        {
            var (sums, counts) = (new double[column.Count], new double[column.Count]);
            for (var row = 0; row < ranks.Length; row++)
            {
                if (folds[row] != fold)
                {
                    sums[column.Codes[row]] += ranks[row];
                    counts[column.Codes[row]]++;
                }
            }

            var mean = sums.Sum() / Math.Max(1, counts.Sum());
            for (var row = 0; row < ranks.Length; row++)
            {
                if (folds[row] == fold)
                {
                    var bin = column.Codes[row];
                    var guess = (sums[bin] + (PriorRows * mean)) / (counts[bin] + PriorRows);
                    loss += (ranks[row] - guess) * (ranks[row] - guess);
                    constant += (ranks[row] - mean) * (ranks[row] - mean);
                }
            }
        }

        return Skill(loss, constant);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
