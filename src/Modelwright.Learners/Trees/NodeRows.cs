namespace Modelwright.Learners.Trees;

/// <summary>The rows of the tree in hand, parted in place so that each node is one range of them.</summary>
internal sealed class NodeRows(int capacity)
{
    private readonly int[] _scratch = new int[capacity];
    private readonly int[] _rows = new int[capacity];

    /// <summary>Number of rows the tree sees.</summary>
    public int Count { get; private set; }

    /// <summary>A node's rows.</summary>
    public ReadOnlySpan<int> Range(int start, int count) => _rows.AsSpan(start, count);

    /// <summary>Takes up the rows that were drawn at least once.</summary>
    public void Start(int[] draws)
    {
        Count = 0;
        for (var row = 0; row < draws.Length; row++)
        {
            if (draws[row] > 0)
            {
                _rows[Count++] = row;
            }
        }
    }

    /// <summary>Parts a node's rows, the low side first, each side in its old order.</summary>
    /// <returns>Rows of the low side.</returns>
    public int Part(int start, int count, byte[] bins, Split split)
    {
        var rows = _rows.AsSpan(start, count);
        var (low, high) = (0, 0);
        for (var index = 0; index < rows.Length; index++)
        {
            var row = rows[index];
            if (split.IsLow(bins[row]))
            {
                rows[low++] = row;
            }
            else
            {
                _scratch[high++] = row;
            }
        }

        _scratch.AsSpan(0, high).CopyTo(rows[low..]);
        return low;
    }
}
