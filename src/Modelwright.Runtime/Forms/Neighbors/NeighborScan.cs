using System.Buffers;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>Goes over rows chunk by chunk and finds the neighbours of each, in rented room.</summary>
internal ref struct NeighborScan
{
    private readonly NeighborIndex _index;
    private readonly BoundInputs _bound;
    private readonly int _rowCount;
    private readonly int _most;
    private readonly float[] _places;
    private readonly ulong[] _keys;
    private RowChunks _chunk;

    internal NeighborScan(NeighborIndex index, Table rows, int most)
    {
        _index = index;
        _bound = index.Inputs.Bind(rows);
        _rowCount = rows.RowCount;
        _most = most;
        _chunk = new(index.Inputs, 0, rows.RowCount);
        _places = ArrayPool<float>.Shared.Rent(_chunk.Rows * index.Inputs.All.Count);
        _keys = ArrayPool<ulong>.Shared.Rent(_chunk.Rows * most);
    }

    /// <summary>Rows of a full chunk.</summary>
    internal readonly int Rows => _chunk.Rows;

    /// <summary>The keys of the chunk that starts at a row: rows x neighbours, nearest first.</summary>
    internal readonly ReadOnlySpan<ulong> Next(int start)
    {
        var count = Math.Min(_chunk.Rows, _rowCount - start);
        var places = _places.AsSpan(0, count * _index.Inputs.All.Count);
        _index.Space.Place(_chunk.Fill(_bound, start, count), places);
        var keys = _keys.AsSpan(0, count * _most);
        _index.Find(places, _most, keys);
        return keys;
    }

    public void Dispose()
    {
        _chunk.Dispose();
        ArrayPool<float>.Shared.Return(_places);
        ArrayPool<ulong>.Shared.Return(_keys);
    }
}
