using System.Text;

namespace Modelwright.Sources;

/// <summary>Encodings by name.</summary>
internal static class TextEncoding
{
    internal static IReadOnlyList<string> Names { get; } = ["utf-8", "utf-16", "latin1", "us-ascii"];

    internal static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
