using System.Buffers.Binary;
using System.Buffers.Text;

namespace Modelwright.Exporting.CSharp;

/// <summary>Long tables of numbers as text: Base64 of their bytes, the least first. Goes into exported C# as it stands.</summary>
internal static class EncodedTables
{
    internal static double[] Doubles(ReadOnlySpan<byte> text)
    {
        var bytes = Bytes(text);
        var numbers = new double[bytes.Length / sizeof(double)];
        for (var place = 0; place < numbers.Length; place++)
        {
            numbers[place] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(place * sizeof(double)));
        }

        return numbers;
    }

    internal static float[] Singles(ReadOnlySpan<byte> text)
    {
        var bytes = Bytes(text);
        var numbers = new float[bytes.Length / sizeof(float)];
        for (var place = 0; place < numbers.Length; place++)
        {
            numbers[place] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(place * sizeof(float)));
        }

        return numbers;
    }

    internal static int[] Integers(ReadOnlySpan<byte> text)
    {
        var bytes = Bytes(text);
        var numbers = new int[bytes.Length / sizeof(int)];
        for (var place = 0; place < numbers.Length; place++)
        {
            numbers[place] = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(place * sizeof(int)));
        }

        return numbers;
    }

    internal static uint[] Words(ReadOnlySpan<byte> text) => Array.ConvertAll(Integers(text), number => unchecked((uint)number));

    private static byte[] Bytes(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        Base64.DecodeFromUtf8(text, bytes, out _, out var written);
        return bytes[..written];
    }
}
