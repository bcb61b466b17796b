namespace Modelwright.Learners.Trees;

/// <summary>Draws a threshold evenly between the smallest and the largest value of a node.</summary>
/// <remarks>Geurts, Ernst &amp; Wehenkel 2006. A threshold that falls inside a bin moves to the gap beside it, as rows of a bin cannot be told apart.</remarks>
internal static class RandomThreshold
{
    /// <summary>A split without column and score; null where the column is constant in the node.</summary>
    public static Split? Draw(BinnedColumn column, ReadOnlySpan<int> rows, ref SeededRandom random)
    {
        var (first, last, missing) = Ends(column.Bins, rows);
        if (first == last && missing > 0)
        {
            return new(-1, last, double.MaxValue, false, 0);
        }

        if (first >= last)
        {
            return null;
        }

        var missingLow = missing > 0 ? random.Coin() : random.Share() * 2 < 1;
        var bin = DrawBin(column, first, last, ref random, out var drawn);
        var threshold = drawn >= column.High[bin] && drawn < column.Low[bin + 1] ? drawn : column.Between(bin, bin + 1, random.Share());
        return new(-1, bin, threshold, missingLow, 0);
    }

    private static (int First, int Last, int Missing) Ends(byte[] bins, ReadOnlySpan<int> rows)
    {
        var (first, last, missing) = (BinnedColumn.Most, -1, 0);
        foreach (var row in rows)
        {
            int bin = bins[row];
            if (bin == BinnedColumn.Missing)
            {
                missing++;
                continue;
            }

            first = Math.Min(first, bin);
            last = Math.Max(last, bin);
        }

        return (first, last, missing);
    }

    private static int DrawBin(BinnedColumn column, int first, int last, ref SeededRandom random, out double drawn)
    {
        var share = random.Share();
        drawn = (column.Low[first] * (1 - share)) + (column.High[last] * share);
        var (low, high) = (first, last - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (column.Low[middle] <= drawn)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
