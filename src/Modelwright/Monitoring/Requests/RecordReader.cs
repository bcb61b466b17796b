using System.Buffers.Binary;
using System.Text;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>Reads the body of one record. It may come from anyone, so nothing in it is believed: no length reaches beyond the body.</summary>
internal ref struct RecordReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _left = body;

    /// <summary>Whether all was read.</summary>
    public readonly bool IsAtEnd => _left.IsEmpty;

    /// <summary>Reads a byte.</summary>
    public byte Byte() => Next(1)[0];

    /// <summary>Reads four bytes.</summary>
    public int Whole() => BinaryPrimitives.ReadInt32LittleEndian(Next(sizeof(int)));

    /// <summary>Reads eight bytes.</summary>
    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Next(sizeof(long)));

    /// <summary>Reads a number.</summary>
    public double Number() => BinaryPrimitives.ReadDoubleLittleEndian(Next(sizeof(double)));

    /// <summary>Reads a point in time.</summary>
    /// <exception cref="ArtifactException">There is no such time.</exception>
    public long Ticks() => Long() is var ticks and >= 0 && ticks <= DateTime.MaxValue.Ticks ? ticks : throw Broken();

    /// <summary>Reads how many things follow.</summary>
    /// <param name="bytesEach">The least bytes that each of them takes.</param>
    /// <exception cref="ArtifactException">So many cannot follow.</exception>
    public int Count(int bytesEach) => Whole() is var count and >= 0 && (long)count * bytesEach <= _left.Length ? count : throw Broken();

    /// <summary>Reads a text; null where none was written.</summary>
    public string? Text() => Whole() is var count && count == -1 ? null : Encoding.UTF8.GetString(Next(count));

    /// <summary>Reads a text that must be there.</summary>
    /// <exception cref="ArtifactException">There is none.</exception>
    public string Name() => Text() ?? throw Broken();

    /// <summary>Leaves out bytes.</summary>
    public void Skip(int count) => Next(count);

    /// <summary>What is thrown where a body is not as it should be.</summary>
    public static ArtifactException Broken() => new("A record of the log is not as this release writes it. It was left out.");

    private ReadOnlySpan<byte> Next(int count)
    {
        if (count < 0 || count > _left.Length)
        {
            throw Broken();
        }

        var next = _left[..count];
        _left = _left[count..];
        return next;
    }
}
