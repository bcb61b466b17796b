using System.Text;

namespace Modelwright.Sources;

/// <summary>Encodings by name.</summary>
internal static class TextEncoding
{
    /// <summary>What a decoder gives for bytes that are no text: a character that no text holds, so that they are found.</summary>
    internal const char Mark = '\uFFFF';

    private static readonly DecoderReplacementFallback Marking = new(Mark.ToString());

    internal static IReadOnlyList<string> Names { get; } = ["utf-8", "utf-16", "latin1", "windows-1252", "us-ascii"];

    /// <summary>An encoding that marks bytes which are no text; null where the name is not known.</summary>
    internal static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, Marking);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return FindCodePage(name);
        }
    }

    // The code pages of Windows and DOS are part of the framework, but not among those that it finds by itself.
    private static Encoding? FindCodePage(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, Marking);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
