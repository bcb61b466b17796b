namespace Modelwright.Sources.Delimited;

/// <summary>What is wrong with a record before its number of cells is looked at.</summary>
internal enum RecordFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A quote is opened and never closed.</summary>
    OpenQuote,

    /// <summary>A closing quote is followed by more text.</summary>
    TextAfterQuote,

    /// <summary>The record is longer than any is read.</summary>
    TooLong,

    /// <summary>A byte is no text in the file's encoding.</summary>
    NotText,
}
