namespace Modelwright.Sources.Delimited;

/// <summary>A place in a file that holds no text.</summary>
/// <param name="Position">0-based character, counted over the whole file.</param>
/// <param name="Bytes">The byte in hexadecimal.</param>
/// <param name="IsZero">Whether it is a zero byte, which texts do not hold, and not a wrong sequence.</param>
internal readonly record struct BadSpot(long Position, string Bytes, bool IsZero);
