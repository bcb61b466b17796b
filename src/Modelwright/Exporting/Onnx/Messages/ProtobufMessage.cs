using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Modelwright.Exporting.Onnx.Messages;

/// <summary>
/// One protobuf message: its fields in the order in which they were added. Lengths are known before a byte is written, so that a large message goes to a
/// stream without a copy of it in memory. Not safe from several threads.
/// </summary>
/// <remarks>Source: Protocol Buffers, "Encoding": a key is the field's number x 8 + its wire type; 0 is a varint, 2 a length and that many bytes.</remarks>
internal sealed class ProtobufMessage
{
    private const int Varint = 0;
    private const int Bytes = 2;
    private readonly List<(int Field, object Value)> _fields = [];
    private long? _length;

    /// <summary>Bytes of the message.</summary>
    internal long Length => _length ??= _fields.Sum(entry => LengthOf(Key(entry)) + LengthOf(entry.Value));

    /// <summary>Adds a whole number, as int32, int64 and enumerations are written.</summary>
    internal ProtobufMessage Add(int field, long value) => Add(field, (object)value);

    /// <summary>Adds a text; an empty one is left out, as it is what readers take for an absent one.</summary>
    internal ProtobufMessage Add(int field, string value) => value.Length == 0 ? this : Add(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Adds bytes, or a text that is an element of a list, empty or not.</summary>
    internal ProtobufMessage Add(int field, byte[] value) => Add(field, (object)value);

    /// <summary>Adds a message, which must be whole.</summary>
    internal ProtobufMessage Add(int field, ProtobufMessage value) => Add(field, (object)value);

    /// <summary>Adds a list of whole numbers, packed.</summary>
    internal ProtobufMessage Add(int field, long[] values) => values.Length == 0 ? this : Add(field, (object)values);

    /// <summary>Adds numbers as bytes: 8 a number, the lowest first.</summary>
    internal ProtobufMessage Add(int field, double[] values) => Add(field, (object)values);

    /// <summary>Writes the message.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="cancellation">Asks to end; looked at before each field.</param>
    internal void Write(Stream to, CancellationToken cancellation)
    {
        foreach (var field in _fields)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteVarint(to, (ulong)Key(field));
            Write(to, field.Value, cancellation);
        }
    }

    private ProtobufMessage Add(int field, object value)
    {
        _fields.Add((field, value));
        _length = null;
        return this;
    }

    private static long Key((int Field, object Value) field) => (field.Field << 3) | (field.Value is long ? Varint : Bytes);

    private static long LengthOf(object value) => value is long number ? LengthOf(number) : LengthOf(BodyOf(value)) + BodyOf(value);

    private static long BodyOf(object value) => value switch
    {
        byte[] bytes => bytes.Length,
        double[] numbers => 8L * numbers.Length,
        long[] numbers => numbers.Sum(LengthOf),
        _ => ((ProtobufMessage)value).Length,
    };

    private static long LengthOf(long number)
    {
        var length = 1;
        for (var rest = (ulong)number >> 7; rest != 0; rest >>= 7)
        {
            length++;
        }

        return length;
    }

    private static void Write(Stream to, object value, CancellationToken cancellation)
    {
        if (value is long number)
        {
            WriteVarint(to, (ulong)number);
            return;
        }

        WriteVarint(to, (ulong)BodyOf(value));
        switch (value)
        {
            case byte[] bytes:
                to.Write(bytes);
                break;
            case double[] numbers:
                WriteNumbers(to, numbers);
                break;
            case long[] numbers:
                WriteVarints(to, numbers);
                break;
            default:
                ((ProtobufMessage)value).Write(to, cancellation);
                break;
        }
    }

    private static void WriteNumbers(Stream to, double[] numbers)
    {
        if (BitConverter.IsLittleEndian)
        {
            to.Write(MemoryMarshal.AsBytes<double>(numbers));
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(double)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
            to.Write(bytes);
        }
    }

    private static void WriteVarints(Stream to, long[] numbers)
    {
        foreach (var number in numbers)
        {
            WriteVarint(to, (ulong)number);
        }
    }

    private static void WriteVarint(Stream to, ulong number)
    {
        while (number >= 0x80)
        {
            to.WriteByte((byte)(number | 0x80));
            number >>= 7;
        }

        to.WriteByte((byte)number);
    }
}
