namespace Modelwright.Sources.Delimited;

/// <summary>What reading found about the encoding of a file.</summary>
/// <param name="Read">Lines with a byte that was read as Windows-1252, and where the first of them stands.</param>
/// <param name="HoldsUtf8">Whether any character beyond ASCII was UTF-8.</param>
internal readonly record struct OtherBytes((long Lines, long Line, int Cell, BadSpot Spot) Read, bool HoldsUtf8)
{
    private bool IsWindows1252 => Read.Lines > 0 && !HoldsUtf8;

    /// <summary>What a person should know; null where there is nothing to tell.</summary>
    internal string? Note => Read.Lines == 0
        ? null
        : $"{What}, the first in line {Read.Line}: {Read.Spot.Bytes} as '{Read.Spot.ReadAs}'. If texts look wrong, set Encoding (--encoding).";

    private string What => IsWindows1252
        ? $"The file is not UTF-8 and was read as {Windows1252.Name}"
        : $"{(Read.Lines == 1 ? "1 line holds" : $"{Read.Lines} lines hold")} bytes that are not UTF-8 and were read as {Windows1252.Name}";

    /// <summary>The name of the encoding that the file turned out to have.</summary>
    internal string NameOf(TextDecoding decoding) => IsWindows1252 ? Windows1252.Name : decoding.Encoding.WebName;
}
