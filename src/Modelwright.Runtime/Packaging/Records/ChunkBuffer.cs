using System.Buffers;

namespace Modelwright.Runtime.Packaging.Records;

/// <summary>
/// Bytes written one after another, kept in chunks: what was written is never copied to make room, and no chunk is so large that
/// its memory comes back late.
/// </summary>
internal sealed class ChunkBuffer : IBufferWriter<byte>
{
    private const int First = 256;
    private const int Largest = 1 << 20;

    private readonly List<(byte[] Bytes, int Length)> _full = [];
    private byte[] _open = [];
    private int _used;

    /// <summary>Bytes written.</summary>
    public long Length { get; private set; }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _open.Length - _used);
        _used += count;
        Length += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _open.AsMemory(_used);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Copies a part of what was written.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="end">The byte behind the last.</param>
    public void CopyTo(Stream target, long start, long end)
    {
        var before = 0L;
        foreach (var (bytes, length) in _full.Append((_open, _used)))
        {
            var (first, last) = (Math.Max(start, before), Math.Min(end, before + length));
            if (first < last)
            {
                target.Write(bytes, (int)(first - before), (int)(last - first));
            }

            before += length;
        }
    }

    private void MakeRoom(int size)
    {
        if (_open.Length - _used >= Math.Max(1, size))
        {
            return;
        }

        if (_used > 0)
        {
            _full.Add((_open, _used));
        }

        _open = new byte[Math.Max(size, Math.Clamp(2 * _open.Length, First, Largest))];
        _used = 0;
    }
}
