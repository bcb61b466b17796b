namespace Modelwright.Sources.Delimited;

/// <summary>Words for records that are broken whatever stands in them.</summary>
internal static class RecordText
{
    /// <summary>The fault of a record; null where it is text, and not too long.</summary>
    /// <param name="record">Where the scanner stands.</param>
    /// <param name="encoding">The name of the file's encoding.</param>
    /// <param name="column">The column to blame, where there are some.</param>
    internal static SourceFault? FaultOf(RecordScanner record, string encoding, string? column = null)
    {
        var where = column is null ? "" : $" in column '{column}'";
        return record.Fault switch
        {
            RecordFault.TooLong => new(record.Line, column, null, $"the line is longer than {RecordScanner.LongestRecord} characters{where}. Give each row a line of its own, or shorten the value."),
            RecordFault.NotText => new(record.Line, column, record.BadSpot.Bytes, NotText(record.BadSpot, where, encoding)),
            _ => null,
        };
    }

    private static string NotText(BadSpot spot, string where, string encoding) => spot switch
    {
        { IsZero: true } => $"a zero byte{where} is no text. Remove it, or name the file's encoding (such as utf-16).",
        { Bytes: null } => $"the bytes of a character{where} are not {encoding}. Name the file's encoding (such as utf-8), or save the file as UTF-8.",
        { IsForeign: true } => $"{spot.Bytes}{where} is not {encoding}, and does not look like {Windows1252.Name} either. Name the file's encoding (such as windows-1250), or save the file as UTF-8.",
        _ => $"byte {spot.Bytes}{where} is not {encoding}. Save the file as UTF-8, or name its encoding (such as latin1).",
    };
}
