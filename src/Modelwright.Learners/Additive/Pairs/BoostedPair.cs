namespace Modelwright.Learners.Additive.Pairs;

/// <summary>A pair of columns, whose parts make a table. Its trees cut one side once, and each half of it once across.</summary>
internal sealed class BoostedPair : BoostedTerm
{
    private BoostedPair(int first, int second, PairParts rows, PairParts columns, ushort[] cells)
        : base(cells, rows.Count * columns.Count)
    {
        (First, Second, Rows, Columns) = (first, second, rows, columns);
    }

    /// <summary>Position of the column whose parts are the rows of the table.</summary>
    public int First { get; }

    /// <summary>Position of the column whose parts are its columns.</summary>
    public int Second { get; }

    /// <summary>Parts of the first column.</summary>
    public PairParts Rows { get; }

    /// <summary>Parts of the second column.</summary>
    public PairParts Columns { get; }

    /// <summary>Makes the term of a pair.</summary>
    public static BoostedPair Of(IReadOnlyList<BinnedInput> inputs, IReadOnlyList<PairParts> parts, int first, int second)
    {
        var (rows, columns) = (parts[first], parts[second]);
        var (one, other) = (inputs[first].Bins, inputs[second].Bins);
        var cells = new ushort[one.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = (ushort)((rows.OfBin[one[row]] * columns.Count) + columns.OfBin[other[row]]);
        }

        return new(first, second, rows, columns, cells);
    }

    /// <inheritdoc/>
    public override void Grow(ReadOnlySpan<Cell> histogram, GrowRule rule, CutDraw? random, GrowSpace space, Span<double> updates) =>
        space.Table.Grow(histogram, Columns.Count, rule, updates);
}
