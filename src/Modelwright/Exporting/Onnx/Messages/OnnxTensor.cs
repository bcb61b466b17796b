using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Modelwright.Exporting.Onnx.Messages;

/// <summary>A constant tensor. Two are equal where type, shape and every bit are.</summary>
/// <remarks>TensorProto of onnx.proto: dims 1, data_type 2, string_data 6, name 8, raw_data 9.</remarks>
internal sealed class OnnxTensor : IEquatable<OnnxTensor>
{
    private readonly OnnxElement _element;
    private readonly long[] _shape;
    private readonly Array _values;
    private readonly int _hash;

    /// <summary>Double-precision numbers.</summary>
    internal OnnxTensor(double[] values, params long[] shape)
        : this(OnnxElement.Number, values, shape) => _hash = Hash(MemoryMarshal.AsBytes<double>(values));

    /// <summary>Single-precision numbers.</summary>
    internal OnnxTensor(float[] values, params long[] shape)
        : this(OnnxElement.Single, values, shape) => _hash = Hash(MemoryMarshal.AsBytes<float>(values));

    /// <summary>Whole numbers.</summary>
    internal OnnxTensor(long[] values, params long[] shape)
        : this(OnnxElement.Integer, values, shape) => _hash = Hash(MemoryMarshal.AsBytes<long>(values));

    /// <summary>Bytes.</summary>
    internal OnnxTensor(byte[] values, params long[] shape)
        : this(OnnxElement.Byte, values, shape) => _hash = Hash(values);

    /// <summary>Texts, as many as the shape says.</summary>
    internal OnnxTensor(string[] values, params long[] shape)
        : this(OnnxElement.Text, values, shape) => _hash = values.Aggregate(0, (hash, text) => HashCode.Combine(hash, text));

    private OnnxTensor(OnnxElement element, Array values, long[] shape) => (_element, _values, _shape) = (element, values, shape);

    /// <inheritdoc/>
    public bool Equals(OnnxTensor? other) => other is not null && _element == other._element && _hash == other._hash && _shape.AsSpan().SequenceEqual(other._shape) && HoldsSame(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OnnxTensor);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>The tensor as it is stored.</summary>
    /// <param name="name">Its name in the graph; empty for one that is an attribute.</param>
    internal ProtobufMessage Message(string name)
    {
        var message = new ProtobufMessage().Add(1, _shape).Add(2, (long)_element);
        if (_values is string[] texts)
        {
            foreach (var text in texts)
            {
                message.Add(6, Encoding.UTF8.GetBytes(text));
            }

            return message.Add(8, name);
        }

        message.Add(8, name);
        return _values switch
        {
            double[] numbers => message.Add(9, numbers),
            float[] numbers => message.Add(9, BytesOf(numbers)),
            long[] numbers => message.Add(9, BytesOf(numbers)),
            _ => message.Add(9, (byte[])_values),
        };
    }

    private static byte[] BytesOf(float[] numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(float)];
        for (var place = 0; place < numbers.Length; place++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(place * sizeof(float)), numbers[place]);
        }

        return bytes;
    }

    private static byte[] BytesOf(long[] numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(long)];
        for (var place = 0; place < numbers.Length; place++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(place * sizeof(long)), numbers[place]);
        }

        return bytes;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    /// <summary>Bits are compared and not numbers: 0 is not -0, and a NaN is itself.</summary>
    private bool HoldsSame(Array other) => _values switch
    {
        double[] numbers => MemoryMarshal.AsBytes<double>(numbers).SequenceEqual(MemoryMarshal.AsBytes<double>((double[])other)),
        float[] numbers => MemoryMarshal.AsBytes<float>(numbers).SequenceEqual(MemoryMarshal.AsBytes<float>((float[])other)),
        long[] numbers => numbers.AsSpan().SequenceEqual((long[])other),
        byte[] bytes => bytes.AsSpan().SequenceEqual((byte[])other),
        _ => ((string[])_values).AsSpan().SequenceEqual((string[])other),
    };
}
