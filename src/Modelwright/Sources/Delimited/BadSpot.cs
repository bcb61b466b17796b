namespace Modelwright.Sources.Delimited;

/// <summary>A place in a file that holds no text.</summary>
/// <param name="Position">0-based character, counted over the whole file.</param>
/// <param name="Byte">The byte, where the decoder tells it.</param>
internal readonly record struct BadSpot(long Position, byte? Byte)
{
    /// <summary>Whether it is a zero byte, which texts do not hold, and not a wrong sequence.</summary>
    internal bool IsZero => Byte == 0;
}
