using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Modelwright.Exporting.CSharp;

/// <summary>Values as they are written in C#: short tables in figures, long ones as Base64, all exact.</summary>
internal static class CSharpLiterals
{
    /// <summary>Tables up to here can be read by a person.</summary>
    private const int MostFigures = 24;

    private delegate void Writer(Span<byte> bytes, int place);

    internal static string Of(double[] numbers) => numbers.Length <= MostFigures
        ? $"[{string.Join(", ", numbers.Select(Of))}]"
        : Encoded("Doubles", numbers.Length, sizeof(double), (bytes, place) => BinaryPrimitives.WriteDoubleLittleEndian(bytes, numbers[place]));

    internal static string Of(float[] numbers) => numbers.Length <= MostFigures
        ? $"[{string.Join(", ", numbers.Select(Of))}]"
        : Encoded("Singles", numbers.Length, sizeof(float), (bytes, place) => BinaryPrimitives.WriteSingleLittleEndian(bytes, numbers[place]));

    internal static string Of(int[] numbers) => numbers.Length <= MostFigures
        ? $"[{string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]"
        : Encoded("Integers", numbers.Length, sizeof(int), (bytes, place) => BinaryPrimitives.WriteInt32LittleEndian(bytes, numbers[place]));

    internal static string Of(uint[] numbers) => numbers.Length <= MostFigures
        ? $"[{string.Join(", ", numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number}u")))}]"
        : Encoded("Words", numbers.Length, sizeof(uint), (bytes, place) => BinaryPrimitives.WriteUInt32LittleEndian(bytes, numbers[place]));

    internal static string Of(double number) =>
        double.IsNaN(number) ? "double.NaN"
        : double.IsInfinity(number) ? number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity"
        : number == 0 && double.IsNegative(number) ? "-0.0"
        : string.Create(CultureInfo.InvariantCulture, $"{number:R}d");

    private static string Of(float number) => number == 0 && float.IsNegative(number) ? "-0f" : string.Create(CultureInfo.InvariantCulture, $"{number:R}f");

    /// <summary>A text in quotes; what is no plain letter is written by its code.</summary>
    internal static string Of(string text)
    {
        var written = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
            {
                written.Append('\\').Append(letter);
            }
            else if (letter is >= ' ' and < '\u007f' || (char.IsLetter(letter) && !char.IsSurrogate(letter)))
            {
                written.Append(letter);
            }
            else
            {
                written.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
        }

        return written.Append('"').ToString();
    }

    private static string Encoded(string reader, int count, int size, Writer write) => Encoded(reader, Filled(count, size, write));

    private static byte[] Filled(int count, int size, Writer write)
    {
        var bytes = new byte[checked(count * size)];
        for (var place = 0; place < count; place++)
        {
            write(bytes.AsSpan(place * size, size), place);
        }

        return bytes;
    }

    private static string Encoded(string reader, byte[] bytes) => $"EncodedTables.{reader}(\"{Convert.ToBase64String(bytes)}\"u8)";
}
