using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms;

/// <summary>The columns of one table that a form reads. A category's code is given as a number; -1 is missing or unseen.</summary>
internal readonly struct BoundInputs(Column[] columns, int[]?[] maps)
{
    /// <summary>Fills a chunk, row by row, one value an input.</summary>
    /// <param name="start">First row; a multiple of the chunk's size.</param>
    /// <param name="count">Rows; the chunk's size or less.</param>
    /// <param name="values">Rows x inputs.</param>
    internal void Fill(int start, int count, Span<double> values) => Fill(start, count, values, columns.Length);

    /// <summary>Fills a chunk of rows that have room for more than the inputs, which come first.</summary>
    /// <param name="start">First row; a multiple of the chunk's size.</param>
    /// <param name="count">Rows; the chunk's size or less.</param>
    /// <param name="values">Rows x width.</param>
    /// <param name="width">Places a row.</param>
    internal void Fill(int start, int count, Span<double> values, int width)
    {
        var block = start / Blocks<double>.Size;
        var offset = start % Blocks<double>.Size;
        for (var position = 0; position < columns.Length; position++)
        {
            if (columns[position] is NumberColumn number)
            {
                Numbers(number.Values[block].Slice(offset, count), values[position..], width);
            }
            else
            {
                Codes(((CategoryColumn)columns[position]).Codes[block].Slice(offset, count), maps[position], values[position..], width);
            }
        }
    }

    private static void Numbers(ReadOnlySpan<double> from, Span<double> values, int stride)
    {
        for (var row = 0; row < from.Length; row++)
        {
            values[row * stride] = from[row];
        }
    }

    private static void Codes(ReadOnlySpan<int> from, int[]? map, Span<double> values, int stride)
    {
        for (var row = 0; row < from.Length; row++)
        {
            var code = from[row];
            values[row * stride] = code < 0 ? CategoryColumn.Missing : map is null ? code : map[code];
        }
    }
}
