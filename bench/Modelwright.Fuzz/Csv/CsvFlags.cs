namespace Modelwright.Fuzz.Csv;

/// <summary>How a file is read.</summary>
[Flags]
internal enum CsvFlags : byte
{
    /// <summary>By the defaults.</summary>
    None = 0,

    /// <summary>Broken rows are left out.</summary>
    SkipBadRows = 1,

    /// <summary>The first line holds values.</summary>
    NoHeader = 2,

    /// <summary>Quotes are letters.</summary>
    NoQuotes = 4,

    /// <summary>Every column is text.</summary>
    KeepText = 8,
}
