namespace Modelwright.Sources.Delimited;

/// <summary>A place in a file whose bytes are no text in its encoding.</summary>
/// <param name="Position">0-based character, counted over the whole file.</param>
/// <param name="Bytes">The bytes as '0xE9', up to four of them, where the decoder tells them.</param>
internal readonly record struct BadSpot(long Position, string? Bytes)
{
    /// <summary>Whether it is a zero byte, which texts do not hold, and not a wrong sequence.</summary>
    internal bool IsZero { get; init; }

    /// <summary>The Windows-1252 character that was read instead; null where the place stays a fault.</summary>
    internal char? ReadAs { get; init; }

    /// <summary>Whether Windows-1252 was tried, and does not fit.</summary>
    internal bool IsForeign { get; init; }
}
