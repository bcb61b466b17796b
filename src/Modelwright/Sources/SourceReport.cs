namespace Modelwright.Sources;

/// <summary>What is to be said about a reading. Nothing is dropped in silence: it is counted here.</summary>
public sealed record SourceReport
{
    /// <summary>What was read, as given, but without a password.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the source that read it: 'csv'.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// SHA-256 in lower-case hexadecimal: of a file's bytes as they are on disk, of all fingerprints and paths of several files,
    /// or of the rows that a database or SQL gave.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>Size of the file or files on disk; 0 where it is no file.</summary>
    public required long Bytes { get; init; }

    /// <summary>Rows in the table.</summary>
    public required int RowsRead { get; init; }

    /// <summary>Rows left out because they are broken; above 0 only with <see cref="ReadOptions.SkipBadRows"/>.</summary>
    public long RowsSkipped { get; init; }

    /// <summary>Cells that hold something which cannot be used, such as an infinite number; they are missing in the table.</summary>
    public long CellsUnreadable { get; init; }

    /// <summary>The first of the skipped rows and unreadable cells.</summary>
    public IReadOnlyList<SourceFault> Faults { get; init; } = [];

    /// <summary>How often each text that means "no value" was found, by column; empty cells are not listed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Markers { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, long>>();

    /// <summary>The character between cells, for delimited text.</summary>
    public char? Separator { get; init; }

    /// <summary>The character before the fraction of numbers, for delimited text.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>The encoding of a text file: 'utf-8'.</summary>
    public string? Encoding { get; init; }

    /// <summary>Other tables that were summed up to the rows, as 'orders:customer_id'.</summary>
    public IReadOnlyList<string> Joins { get; init; } = [];

    /// <summary>What a person should know, each a sentence; empty where all went well.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
