namespace Modelwright.Sources.Columns;

/// <summary>Bytes that the lists of levels of all columns may take together while a file is read.</summary>
/// <param name="bytes">How many.</param>
internal sealed class LevelBudget(long bytes)
{
    // Header of a text, and its entries in the list of levels and in the dictionary of codes.
    private const int BytesBesideCharacters = 80;

    private long _left = bytes;

    internal static LevelBudget Unlimited() => new(long.MaxValue);

    /// <summary>Bytes that a level of so many characters takes.</summary>
    internal static long Of(int characters) => BytesBesideCharacters + (sizeof(char) * (long)characters);

    /// <summary>Takes bytes; false where there are not so many left, but they are taken.</summary>
    internal bool Take(long bytes)
    {
        _left -= bytes;
        return _left >= 0;
    }

    /// <summary>Gives bytes back.</summary>
    internal void Release(long bytes) => _left += bytes;
}
