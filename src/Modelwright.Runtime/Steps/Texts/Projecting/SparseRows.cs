using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Texts.Projecting;

/// <summary>Rows of which most entries are 0, held as the others.</summary>
internal sealed class SparseRows
{
    /// <summary>Texts that a projection is learned from; more are thinned out evenly, so that memory and time stay bounded.</summary>
    private const int MostRows = 20_000;

    private const int RowsBetweenLooks = 1024;
    private readonly List<int> _columns = [];
    private readonly List<double> _values = [];
    private readonly List<int> _ends = [0];

    private SparseRows(int width) => Width = width;

    internal int Count => _ends.Count - 1;

    /// <summary>Entries of a row.</summary>
    internal int Width { get; }

    /// <summary>The weights of the known terms of texts, rows of length 1; texts without one are left out.</summary>
    internal static SparseRows Of(TextColumn column, WeighedTerms terms, CancellationToken cancellation)
    {
        var rows = new SparseRows(terms.Count);
        var counts = terms.Counter();
        var stride = Math.Max(1, (column.RowCount + MostRows - 1) / MostRows);
        for (var row = 0; row < column.RowCount; row += stride)
        {
            if (row % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (column.Values.At(row) is { } text && terms.Weigh(counts, text) is var length and > 0)
            {
                rows.Add(counts, length);
            }
        }

        return rows;
    }

    /// <summary>Each row's product with a matrix of <see cref="Width"/> rows, held row by row.</summary>
    internal double[] Times(double[] matrix, int columns)
    {
        var product = new double[(long)Count * columns];
        for (var row = 0; row < Count; row++)
        {
            var sums = product.AsSpan(row * columns, columns);
            for (var entry = _ends[row]; entry < _ends[row + 1]; entry++)
            {
                Add(_values[entry], matrix.AsSpan(_columns[entry] * columns, columns), sums);
            }
        }

        return product;
    }

    /// <summary>The product of the rows, turned to columns, with a matrix of <see cref="Count"/> rows, held row by row.</summary>
    internal double[] TurnedTimes(double[] matrix, int columns)
    {
        var product = new double[(long)Width * columns];
        for (var row = 0; row < Count; row++)
        {
            for (var entry = _ends[row]; entry < _ends[row + 1]; entry++)
            {
                Add(_values[entry], matrix.AsSpan(row * columns, columns), product.AsSpan(_columns[entry] * columns, columns));
            }
        }

        return product;
    }

    private static void Add(double factor, ReadOnlySpan<double> from, Span<double> to)
    {
        for (var column = 0; column < to.Length; column++)
        {
            to[column] += factor * from[column];
        }
    }

    private void Add(TermCounts counts, double length)
    {
        foreach (var term in counts.Found)
        {
            _columns.Add(term);
            _values.Add(counts[term] / length);
        }

        _ends.Add(_columns.Count);
    }
}
