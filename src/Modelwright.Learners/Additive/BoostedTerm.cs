namespace Modelwright.Learners.Additive;

/// <summary>Something that a bag learns a table of: a column, or a pair of columns. Shared by all bags.</summary>
/// <param name="cells">The cell of each row, padded.</param>
/// <param name="count">Number of cells.</param>
internal abstract class BoostedTerm(ushort[] cells, int count)
{
    /// <summary>The cell of each row, padded.</summary>
    public ushort[] Cells { get; } = cells;

    /// <summary>Number of cells.</summary>
    public int Count { get; } = count;

    /// <summary>Grows a small tree on a histogram.</summary>
    /// <param name="histogram">The rows of each cell added up.</param>
    /// <param name="rule">How trees are grown.</param>
    /// <param name="random">Where cuts come from; null where the best ones are searched for.</param>
    /// <param name="space">Working memory of the bag.</param>
    /// <param name="updates">What the tree adds in each cell; comes cleared.</param>
    public abstract void Grow(ReadOnlySpan<Cell> histogram, GrowRule rule, CutDraw? random, GrowSpace space, Span<double> updates);
}
