using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Fuzz.Json;

/// <summary>A file of JSON lines is read to the cells that a plain reader finds, or refused with a reason.</summary>
internal sealed class LinesJudge
{
    private readonly ScratchFile _file = new();

    /// <summary>Judges a case; its length decides whether broken lines are left out.</summary>
    internal Verdict Judge(byte[] input) => Verdict.Of<DataException>(() => Wrong(input.Length < 1 ? [] : input[1..]));

    private string? Wrong(byte[] file)
    {
        var path = _file.Write("rows.jsonl", file);
        var plain = PlainLines.Read(file);
        var skips = file.Length % 2 == 0;
        var types = plain.Names.ToDictionary(name => name, _ => ColumnType.Text, StringComparer.Ordinal);
        SourceTable read;
        try
        {
            read = SourceTable.ReadAsync(path, new() { SkipBadRows = skips, Threads = 1, Types = file.Length % 3 == 0 ? new Dictionary<string, ColumnType>() : types }).GetAwaiter().GetResult();
        }
        catch (DataException refusal) when (IsOneObjectALine(file) && (skips || plain.Broken + plain.Twice == 0) && file.Length > 0)
        {
            return $"refused without a reason: {refusal.Message}";
        }

        return IsOneObjectALine(file) && read.Report.Encoding is null or "utf-8" ? Wrong(plain, read, skips) : null;
    }

    // A list, an object over several lines and a file in another encoding are for other doors.
    private static bool IsOneObjectALine(byte[] file)
    {
        var first = file.AsSpan();
        first = first.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? first[3..] : first;
        var text = first.TrimStart(" \t\r\n"u8);
        var end = first.IndexOf((byte)'\n');
        return text is not ([(byte)'[', ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && (end < 0 ? first : first[..end]).Trim(" \t\r"u8) is not [(byte)'{'];
    }

    private static string? Wrong(PlainLines plain, SourceTable read, bool skips)
    {
        if (!skips && plain.Broken + plain.Twice > 0)
        {
            return $"{plain.Broken} broken lines and {plain.Twice} names given twice were read without a word";
        }

        return !plain.Names.SequenceEqual(read.Table.Names) ? $"the columns are '{string.Join("', '", read.Table.Names)}', where the file holds '{string.Join("', '", plain.Names)}'"
            : plain.Broken != read.Report.RowsSkipped ? $"{read.Report.RowsSkipped} rows are said to be skipped, where {plain.Broken} are broken"
            : plain.Rows.Count != read.Table.RowCount ? $"{read.Table.RowCount} rows were read, where the file holds {plain.Rows.Count}"
            : plain.Names.Select((_, column) => CellJudge.Wrong(read.Table.Columns[column], [.. plain.Rows.Select(row => row.GetValueOrDefault(column))])).FirstOrDefault(wrong => wrong is not null);
    }
}
