using System.Text;

namespace Modelwright.Sources.Json;

/// <summary>The text of a JSON file as UTF-8, which is what JSON readers take.</summary>
internal static class JsonText
{
    private const int SampleLength = 1 << 12;

    /// <summary>How the bytes of a file become characters, by its first ones or the options. JSON is UTF-8, so no single byte of it is read as anything else.</summary>
    internal static TextDecoding DecodingOf(string path, ReadOptions options)
    {
        using var stream = TextFile.Open(path);
        Span<byte> sample = stackalloc byte[SampleLength];
        var length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        return TextDecoding.Of(sample[..length], options);
    }

    /// <summary>Opens a file.</summary>
    internal static Stream Open(string path, TextDecoding decoding)
    {
        var stream = TextFile.Open(path);
        return decoding.Encoding is UTF8Encoding ? stream : Encoding.CreateTranscodingStream(stream, decoding.Encoding, Encoding.UTF8);
    }
}
