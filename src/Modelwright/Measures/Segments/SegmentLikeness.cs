namespace Modelwright.Measures.Segments;

/// <summary>The adjusted Rand index of two labellings whose labels are numbers without gaps, for where many pairs are compared.</summary>
/// <remarks>As <see cref="SegmentAgreement.AdjustedRand"/>; counts stand in one table, so that nothing is looked up.</remarks>
internal static class SegmentLikeness
{
    /// <summary>Compares.</summary>
    /// <param name="one">One label a row, 0 to <paramref name="ofOne"/> less 1.</param>
    /// <param name="ofOne">Labels of the one.</param>
    /// <param name="other">One label a row, 0 to <paramref name="ofOther"/> less 1.</param>
    /// <param name="ofOther">Labels of the other.</param>
    /// <returns>1 for the same segments, 0 on average for chance.</returns>
    public static double Of(ReadOnlySpan<int> one, int ofOne, ReadOnlySpan<int> other, int ofOther)
    {
        var cells = new int[ofOne * ofOther];
        for (var row = 0; row < one.Length; row++)
        {
            cells[(one[row] * ofOther) + other[row]]++;
        }

        var (ones, others) = (new long[ofOne], new long[ofOther]);
        var together = 0.0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            together += Pairs(cells[cell]);
            ones[cell / ofOther] += cells[cell];
            others[cell % ofOther] += cells[cell];
        }

        var (inOne, inOther) = (ones.Sum(Pairs), others.Sum(Pairs));
        var chance = inOne / Math.Max(1, Pairs(one.Length)) * inOther;
        var most = (inOne + inOther) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }

    private static double Pairs(long count) => count * (count - 1.0) / 2;
}
