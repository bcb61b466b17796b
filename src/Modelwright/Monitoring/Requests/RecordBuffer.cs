using System.Buffers.Binary;
using System.Text;

namespace Modelwright.Monitoring.Requests;

/// <summary>The body of one record while it is written: numbers in little-endian order, texts as UTF-8 behind their length. One a thread, used again and again.</summary>
internal sealed class RecordBuffer
{
    private const int FirstBytes = 4096;

    [ThreadStatic]
    private static RecordBuffer? _own;

    private byte[] _bytes = new byte[FirstBytes];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>The empty buffer of this thread; what it held before is gone.</summary>
    public static RecordBuffer Begin()
    {
        var buffer = _own ??= new();
        buffer.Length = 0;
        return buffer;
    }

    /// <summary>Forgets all behind a length.</summary>
    /// <param name="length">0 to <see cref="Length"/>.</param>
    public void CutTo(int length) => Length = length;

    /// <summary>Writes a byte.</summary>
    public void Add(byte value) => Next(1)[0] = value;

    /// <summary>Writes four bytes.</summary>
    public void Add(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(sizeof(int)), value);

    /// <summary>Writes eight bytes.</summary>
    public void Add(long value) => BinaryPrimitives.WriteInt64LittleEndian(Next(sizeof(long)), value);

    /// <summary>Writes eight bytes; every NaN is the same NaN.</summary>
    public void Add(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Next(sizeof(double)), value);

    /// <summary>Writes a text; null is length -1. Half characters become U+FFFD.</summary>
    public void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
            return;
        }

        var count = Encoding.UTF8.GetByteCount(text);
        Add(count);
        Encoding.UTF8.GetBytes(text, Next(count));
    }

    private Span<byte> Next(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + count, _bytes.Length * 2));
        }

        var next = _bytes.AsSpan(Length, count);
        Length += count;
        return next;
    }
}
