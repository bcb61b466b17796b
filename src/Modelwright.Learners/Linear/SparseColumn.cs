using Modelwright.Core.Data;

namespace Modelwright.Learners.Linear;

/// <summary>A column in which most rows have one value: only the others are held, as differences to it.</summary>
internal sealed class SparseColumn : MatrixColumn
{
    private readonly int[] _starts;
    private readonly ushort[] _rows;
    private readonly double[] _differences;

    /// <summary>Collects the exceptions.</summary>
    public SparseColumn(Blocks<double> values, double common)
    {
        Offset = common;
        _starts = new int[((values.RowCount + ChunkRows - 1) / ChunkRows) + 1];
        List<ushort> rows = [];
        List<double> differences = [];
        for (var block = 0; block < values.BlockCount; block++)
        {
            var span = values[block];
            for (var row = 0; row < span.Length; row++)
            {
                if (row % ChunkRows == 0)
                {
                    _starts[((block * Blocks<double>.Size) + row) / ChunkRows] = rows.Count;
                }

                if (span[row] != common)
                {
                    rows.Add((ushort)(row % ChunkRows));
                    differences.Add(span[row] - common);
                }
            }
        }

        _starts[^1] = rows.Count;
        (_rows, _differences) = ([.. rows], [.. differences]);
    }

    /// <inheritdoc/>
    public override void AddTo(int chunk, double factor, Span<double> sums)
    {
        for (var place = _starts[chunk]; place < _starts[chunk + 1]; place++)
        {
            sums[_rows[place]] += factor * _differences[place];
        }
    }

    /// <inheritdoc/>
    public override double Dot(int chunk, ReadOnlySpan<double> others)
    {
        var sum = 0.0;
        for (var place = _starts[chunk]; place < _starts[chunk + 1]; place++)
        {
            sum += others[_rows[place]] * _differences[place];
        }

        return sum;
    }
}
