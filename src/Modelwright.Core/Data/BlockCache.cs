namespace Modelwright.Core.Data;

/// <summary>The blocks read last, up to a number of bytes; the one not asked for longest leaves first.</summary>
internal sealed class BlockCache(long capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, LinkedListNode<Entry>> _byKey = [];
    private readonly LinkedList<Entry> _order = new();
    private long _bytes;

    internal Array? Find(long key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Values;
        }
    }

    internal void Add(long key, Array values, long bytes)
    {
        lock (_lock)
        {
            if (_byKey.ContainsKey(key))
            {
                return;
            }

            _byKey.Add(key, _order.AddFirst(new Entry(key, values, bytes)));
            _bytes += bytes;

            // The newest block stays even if it alone is over the limit: row-by-row access must not read it again each time.
            while (_bytes > capacity && _order.Count > 1)
            {
                var last = _order.Last!;
                _order.RemoveLast();
                _byKey.Remove(last.Value.Key);
                _bytes -= last.Value.Bytes;
            }
        }
    }

    private sealed record Entry(long Key, Array Values, long Bytes);
}
