namespace Modelwright.Recording.Journals;

/// <summary>What an entry holds, written piece by piece: a large trial is never in memory as one array of bytes.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="CopyTo">Writes exactly so many.</param>
internal sealed record EntryBody(long Length, Action<Stream> CopyTo)
{
    /// <summary>Bytes that are there.</summary>
    public static EntryBody Of(byte[] bytes) => new(bytes.Length, stream => stream.Write(bytes));
}
