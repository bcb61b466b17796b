using Modelwright.Core.Errors;

namespace Modelwright.Sources.Choosing;

/// <summary>Tells what a file is by its first bytes.</summary>
internal static class ContentKind
{
    private const int SampleLength = 1 << 12;
    private const string Usual = ".csv";

    /// <summary>The end of a file name that goes with it.</summary>
    internal static string ExtensionOf(string path)
    {
        var sample = new byte[SampleLength];
        try
        {
            using var stream = TextFile.Open(path);
            return Of(sample.AsSpan(0, stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)));
        }
        catch (DataException)
        {
            // It is compressed and damaged, which its reader says in words.
            return Usual;
        }
    }

    private static string Of(ReadOnlySpan<byte> sample) => sample switch
    {
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => ".parquet",
        [(byte)'P', (byte)'K', 3, 4, ..] => ".xlsx",
        _ when sample.StartsWith("SQLite format 3\0"u8) => ".sqlite",
        [_, _, _, _, _, _, _, _, (byte)'D', (byte)'U', (byte)'C', (byte)'K', ..] => ".duckdb",
        _ => OfText(Text(sample)),
    };

    // The end of the sample may be half a character, which changes nothing here.
    private static ReadOnlySpan<char> Text(ReadOnlySpan<byte> sample) =>
        TextDecoding.Of(sample, new()).Encoding.GetString(sample).AsSpan().TrimStart('\uFEFF').TrimStart();

    private static string OfText(ReadOnlySpan<char> text) => text switch
    {
        ['{', .. var inside] when inside.TrimStart() is [] or ['"' or '}', ..] => AreLines(text) ? ".jsonl" : ".json",
        ['[', .. var inside] when IsItem(inside.TrimStart()) => ".json",
        ['<', ..] => ".xml",
        _ => Usual,
    };

    // A line that closes what it opens, and another one: told without reading them, so that a broken line stays a matter of that line.
    private static bool AreLines(ReadOnlySpan<char> text) =>
        text.IndexOf('\n') is var end and > 0 && text[..end].TrimEnd() is [.., '}'] && text[end..].TrimStart() is ['{', ..];

    // The head of delimited text may be in brackets, too: [id],[name].
    private static bool IsItem(ReadOnlySpan<char> text) =>
        text is [] or ['{' or '[' or ']' or '"' or '-' or (>= '0' and <= '9'), ..]
        || text.StartsWith("true", StringComparison.Ordinal) || text.StartsWith("false", StringComparison.Ordinal) || text.StartsWith("null", StringComparison.Ordinal);
}
