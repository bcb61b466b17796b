using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging.Records;

/// <summary>Writes a record as bytes: entries in the order written, all numbers little-endian. The same values give the same bytes.</summary>
internal sealed class RecordWriter : IArtifactWriter
{
    /// <summary>The length that stands for a null text.</summary>
    internal const uint NullLength = uint.MaxValue;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private readonly ChunkBuffer _bytes = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(long Position, RecordWriter Part)> _parts = [];

    public void Text(string name, string? value)
    {
        Start(name, RecordKind.Text);
        if (value is null)
        {
            Length(NullLength);
            return;
        }

        Words(value);
    }

    public void Number(string name, double value)
    {
        Start(name, RecordKind.Number);
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _bytes.Write(bytes);
    }

    public void Integer(string name, long value)
    {
        Start(name, RecordKind.Integer);
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _bytes.Write(bytes);
    }

    public void Flag(string name, bool value)
    {
        Start(name, RecordKind.Flag);
        _bytes.Write([value ? (byte)1 : (byte)0]);
    }

    public void Texts(string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Start(name, RecordKind.Texts);
        Length((uint)values.Count);
        foreach (var value in values)
        {
            Words(value);
        }
    }

    public void Numbers(string name, ReadOnlySpan<double> values)
    {
        Start(name, RecordKind.Numbers);
        Length((uint)values.Length);
        Tensor(values, sizeof(double), BinaryPrimitives.WriteDoubleLittleEndian);
    }

    public void Integers(string name, ReadOnlySpan<int> values)
    {
        Start(name, RecordKind.Integers);
        Length((uint)values.Length);
        Tensor(values, sizeof(int), BinaryPrimitives.WriteInt32LittleEndian);
    }

    public void Bytes(string name, ReadOnlySpan<byte> values)
    {
        Start(name, RecordKind.Bytes);
        Length((uint)values.Length);
        _bytes.Write(values);
    }

    public IArtifactWriter Part(string name)
    {
        Start(name, RecordKind.Part);
        var part = new RecordWriter();
        _parts.Add((_bytes.Length, part));
        return part;
    }

    /// <summary>The record, with its parts where they were opened.</summary>
    internal byte[] ToArray()
    {
        var bytes = new byte[TotalLength];
        using var whole = new MemoryStream(bytes);
        CopyTo(whole);
        return bytes;
    }

    /// <summary>Bytes of the record with its parts.</summary>
    internal long TotalLength => 4 + _bytes.Length + _parts.Sum(part => 8 + part.Part.TotalLength);

    /// <summary>Copies the record, with its parts where they were opened.</summary>
    /// <param name="target">Where to.</param>
    internal void CopyTo(Stream target)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)_names.Count);
        target.Write(length[..4]);
        var done = 0L;
        foreach (var (position, part) in _parts)
        {
            _bytes.CopyTo(target, done, position);
            BinaryPrimitives.WriteInt64LittleEndian(length, part.TotalLength);
            target.Write(length);
            part.CopyTo(target);
            done = position;
        }

        _bytes.CopyTo(target, done, _bytes.Length);
    }

    private void Start(string name, RecordKind kind)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_names.Add(name))
        {
            throw new ArgumentException($"The name '{name}' is used twice in one record. Use it once.", nameof(name));
        }

        var bytes = Utf8.GetBytes(name);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, checked((ushort)bytes.Length));
        _bytes.Write(length);
        _bytes.Write(bytes);
        _bytes.Write([(byte)kind]);
    }

    private void Length(uint length)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, length);
        _bytes.Write(bytes);
    }

    private void Words(string value)
    {
        byte[] bytes;
        try
        {
            bytes = Utf8.GetBytes(value);
        }
        catch (EncoderFallbackException cause)
        {
            throw new ArtifactException($"The text '{value}' holds half of a character (an unpaired surrogate), which no file can hold. Mend the text in the data and train again.", cause);
        }

        Length((uint)bytes.Length);
        _bytes.Write(bytes);
    }

    private void Tensor<T>(ReadOnlySpan<T> values, int size, WriteOne<T> write)
        where T : struct
    {
        if (BitConverter.IsLittleEndian)
        {
            _bytes.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        Span<byte> bytes = stackalloc byte[size];
        foreach (var value in values)
        {
            write(bytes, value);
            _bytes.Write(bytes);
        }
    }

    private delegate void WriteOne<in T>(Span<byte> bytes, T value);
}
