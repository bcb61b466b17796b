namespace Modelwright.Sources;

/// <summary>The options of <see cref="ReadOptions"/> that only some sources have a use for.</summary>
[Flags]
public enum SourceOptions
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><see cref="ReadOptions.Separator"/>.</summary>
    Separator = 1 << 0,

    /// <summary><see cref="ReadOptions.HasHeader"/>.</summary>
    HasHeader = 1 << 1,

    /// <summary><see cref="ReadOptions.HeaderRows"/>.</summary>
    HeaderRows = 1 << 2,

    /// <summary><see cref="ReadOptions.DecimalMark"/>.</summary>
    DecimalMark = 1 << 3,

    /// <summary><see cref="ReadOptions.HasQuotes"/>.</summary>
    HasQuotes = 1 << 4,

    /// <summary><see cref="ReadOptions.Encoding"/>.</summary>
    Encoding = 1 << 5,

    /// <summary><see cref="ReadOptions.SkipBadRows"/>.</summary>
    SkipBadRows = 1 << 6,

    /// <summary><see cref="ReadOptions.Pattern"/>.</summary>
    Pattern = 1 << 7,

    /// <summary><see cref="ReadOptions.Record"/>.</summary>
    Record = 1 << 8,

    /// <summary><see cref="ReadOptions.Query"/>.</summary>
    Query = 1 << 9,

    /// <summary><see cref="ReadOptions.DatabaseTable"/>.</summary>
    DatabaseTable = 1 << 10,

    /// <summary><see cref="ReadOptions.Sheet"/>.</summary>
    Sheet = 1 << 11,

    /// <summary><see cref="ReadOptions.CellRange"/>.</summary>
    CellRange = 1 << 12,

    /// <summary><see cref="ReadOptions.Format"/>; every source of files takes it, whether it says so or not.</summary>
    Format = 1 << 13,

    /// <summary>What says how delimited text is written.</summary>
    Delimited = Separator | HasHeader | HeaderRows | DecimalMark | HasQuotes,

    /// <summary>What goes with text of a row a line.</summary>
    Lines = Encoding | SkipBadRows,

    /// <summary>What goes with a database.</summary>
    Database = Query | DatabaseTable,

    /// <summary>What goes with a workbook.</summary>
    Workbook = HasHeader | Sheet | CellRange,

    /// <summary>All of them, as a folder takes that may hold files of any kind.</summary>
    All = Delimited | Lines | Pattern | Record | Database | Workbook | Format,
}
