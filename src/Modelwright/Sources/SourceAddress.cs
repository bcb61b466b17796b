namespace Modelwright.Sources;

/// <summary>What a person types to name rows: a file, a folder, a pattern of files, SQL over files, or the address of a database.</summary>
public static class SourceAddress
{
    /// <summary>Whether there is something to be read, as far as that can be told at once; a file must exist.</summary>
    /// <param name="address">What was typed.</param>
    /// <returns>False where it names a file that does not exist.</returns>
    public static bool MayBeRead(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return File.Exists(address) || BuiltInSources.All.Any(source => source.Info.Extensions.Count == 0 && source.Accepts(address));
    }

    /// <summary>What may be shown of it: the address of a database server without anything secret, all else as it is.</summary>
    /// <param name="address">What was typed.</param>
    /// <returns>A text for people.</returns>
    public static string WithoutPassword(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Databases.ConnectionAddress.IsOne(address) && !File.Exists(address) ? Databases.ConnectionAddress.Show(address) : address;
    }

    /// <summary>The end of a file name that goes with the first bytes of something without a name, such as standard input.</summary>
    /// <param name="start">Its first bytes, some hundreds where there are so many.</param>
    /// <returns>Such as '.jsonl'; '.csv' where nothing tells.</returns>
    public static string ExtensionFor(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        return start switch
        {
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => ".parquet",
            [(byte)'P', (byte)'K', 3, 4, ..] => ".xlsx",
            _ when start.StartsWith("SQLite format 3\0"u8) => ".sqlite",
            [_, _, _, _, _, _, _, _, (byte)'D', (byte)'U', (byte)'C', (byte)'K', ..] => ".duckdb",
            _ => OfText(text),
        };
    }

    private static string OfText(ReadOnlySpan<byte> text)
    {
        var extension = text switch
        {
            [(byte)'{', ..] => ".jsonl",
            [(byte)'[', ..] => ".json",
            [(byte)'<', ..] => ".xml",
            _ => ".csv",
        };
        return BuiltInSources.Extensions.Contains(extension) ? extension : ".csv";
    }
}
