using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Measures.Segments;

/// <summary>
/// How well found segments agree with known ones. Names of labels do not matter. Rows whose known label is negative (unknown,
/// noise) are left out; negative found labels are one segment of their own, so rows that a method gave up on count against it.
/// </summary>
internal static class SegmentAgreement
{
    /// <summary>The adjusted Rand index: how many pairs of rows are together in both or in neither, against chance.</summary>
    /// <param name="found">One label a row.</param>
    /// <param name="truth">One label a row.</param>
    /// <returns>1 for the same segments, 0 on average for chance, negative below it; NaN without a row that counts.</returns>
    /// <exception cref="DataException">The lengths differ.</exception>
    /// <remarks>Source: Hubert and Arabie 1985, "Comparing partitions", equation 5.</remarks>
    public static double AdjustedRand(ReadOnlySpan<int> found, ReadOnlySpan<int> truth)
    {
        var counts = LabelCounts.Of(found, truth);
        if (counts.Rows == 0)
        {
            return double.NaN;
        }

        var (together, ofFound, ofTruth) = (counts.Cells.Sum(cell => Pairs(cell.Count)), counts.Found.Sum(Pairs), counts.Truth.Sum(Pairs));
        var all = Pairs(counts.Rows);
        var chance = all > 0 ? ofFound / all * ofTruth : 0;
        var most = (ofFound + ofTruth) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }

    /// <summary>Mutual information of the labels by the mean of their entropies.</summary>
    /// <param name="found">One label a row.</param>
    /// <param name="truth">One label a row.</param>
    /// <returns>0 (nothing in common) to 1 (the same); 1 where both have one segment; NaN without a row that counts. Grows by chance with the number of segments.</returns>
    /// <exception cref="DataException">The lengths differ.</exception>
    /// <remarks>Source: Vinh, Epps and Bailey 2010, "Information theoretic measures for clusterings comparison", table 2 (NMI sum).</remarks>
    public static double NormalizedMutualInformation(ReadOnlySpan<int> found, ReadOnlySpan<int> truth)
    {
        var counts = LabelCounts.Of(found, truth);
        if (counts.Rows == 0)
        {
            return double.NaN;
        }

        var mean = (Entropy(counts.Found, counts.Rows) + Entropy(counts.Truth, counts.Rows)) / 2;
        return mean <= 0 ? 1 : Math.Clamp(Information(counts) / mean, 0, 1);
    }

    /// <summary>Mutual information of the labels, less what chance gives, by what is left of the mean of their entropies.</summary>
    /// <param name="found">One label a row.</param>
    /// <param name="truth">One label a row.</param>
    /// <returns>1 for the same segments, 0 on average for chance, negative below it; NaN without a row that counts.</returns>
    /// <exception cref="DataException">The lengths differ.</exception>
    /// <remarks>Source: Vinh, Epps and Bailey 2010, equation 24a for the chance and table 2 (AMI sum).</remarks>
    public static double AdjustedMutualInformation(ReadOnlySpan<int> found, ReadOnlySpan<int> truth)
    {
        var counts = LabelCounts.Of(found, truth);
        if (counts.Rows == 0)
        {
            return double.NaN;
        }

        var chance = ExpectedInformation.Of(counts.Found, counts.Truth, counts.Rows);
        var room = ((Entropy(counts.Found, counts.Rows) + Entropy(counts.Truth, counts.Rows)) / 2) - chance;
        return Math.Abs(room) < 1e-12 ? 1 : (Information(counts) - chance) / room;
    }

    private static double Pairs(long count) => count * (count - 1.0) / 2;

    private static double Entropy(long[] counts, long rows) => -counts.Sum(count => (double)count / rows * PortableMath.Log((double)count / rows));

    private static double Information(LabelCounts counts) => counts.Cells.Sum(cell =>
        (double)cell.Count / counts.Rows * PortableMath.Log((double)cell.Count / counts.Found[cell.Found] * counts.Rows / counts.Truth[cell.Truth]));
}
