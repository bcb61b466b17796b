using System.Text;

namespace Modelwright.Sources;

/// <summary>How the bytes of a text file become characters.</summary>
/// <param name="Encoding">Its encoding, or the likeliest one.</param>
/// <param name="TakesWindows1252">Whether bytes that are no UTF-8 may be read as Windows-1252 where they look so; not where the encoding was told.</param>
/// <param name="Note">What a person should know; null where there is nothing to tell.</param>
internal sealed record TextDecoding(Encoding Encoding, bool TakesWindows1252 = false, string? Note = null)
{
    private const int MostOtherZeros = 100;
    private const int LeastZeroShare = 10;

    /// <summary>Finds out from the first bytes of a file, unless the options tell.</summary>
    internal static TextDecoding Of(ReadOnlySpan<byte> sample, ReadOptions options) => sample switch
    {
        _ when options.Encoding is { } name => new(TextEncoding.Find(name)!),
        [0xFF, 0xFE, 0, 0, ..] => new(TextEncoding.Find("utf-32")!),
        [0xFF, 0xFE, ..] => new(TextEncoding.Find("utf-16")!),
        [0xFE, 0xFF, ..] => new(TextEncoding.Find("utf-16BE")!),
        _ => WithoutMark(sample),
    };

    // In UTF-16 the upper byte of separators, digits and Latin letters is zero, and the lower byte of hardly any character is.
    private static TextDecoding WithoutMark(ReadOnlySpan<byte> sample)
    {
        Span<int> zeros = [0, 0];
        for (var position = 0; position < sample.Length; position++)
        {
            zeros[position % 2] += sample[position] == 0 ? 1 : 0;
        }

        var isBigEndian = zeros[0] > zeros[1];
        var (upper, lower) = isBigEndian ? (zeros[0], zeros[1]) : (zeros[1], zeros[0]);
        var encoding = TextEncoding.Find(isBigEndian ? "utf-16BE" : "utf-16")!;
        return upper > 0 && (long)upper * LeastZeroShare >= sample.Length / 2 && (long)lower * MostOtherZeros <= upper && IsText(sample, encoding)
            ? new(encoding, Note: $"The file has no byte order mark and was read as {encoding.WebName}, as the zero bytes in it say. If texts look wrong, set Encoding (--encoding).")
            : new(Encoding.UTF8, TakesWindows1252: true);
    }

    private static bool IsText(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        var characters = new char[encoding.GetMaxCharCount(sample.Length)];
        var length = encoding.GetDecoder().GetChars(sample, characters, flush: false);
        foreach (var character in characters.AsSpan(0, length))
        {
            if (character == TextEncoding.Mark || (char.IsControl(character) && character is not ('\t' or '\r' or '\n')))
            {
                return false;
            }
        }

        return true;
    }
}
