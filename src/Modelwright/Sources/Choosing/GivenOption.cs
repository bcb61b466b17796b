using System.Globalization;

namespace Modelwright.Sources.Choosing;

/// <summary>An option that only some sources have a use for, in words.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Stated">What was said by it; null where it has its default, which counts as not given.</param>
/// <param name="Misfit">What is true of a source without a use for it.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record GivenOption(SourceOptions Kind, Func<ReadOptions, string?> Stated, string Misfit, string Remedy = GivenOption.LeaveOut)
{
    private const string LeaveOut = "Leave the option out.";
    private const string NoDelimitedText = "is no delimited text";
    private const string NoDatabase = "is no database";
    private const string NoWorkbook = "is no workbook";
    private const string AskFilesBySql = "Leave the option out; to ask files by SQL, give the statement in place of the file: \"SELECT … FROM 'sales/*.parquet'\".";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<GivenOption> All { get; } =
    [
        new(SourceOptions.Format, options => Text("Format (--format)", options.Format), "is no file or folder"),
        new(SourceOptions.Query, options => Text("Query (--query)", options.Query), NoDatabase, AskFilesBySql),
        new(SourceOptions.DatabaseTable, options => Text("DatabaseTable (--table)", options.DatabaseTable), NoDatabase, AskFilesBySql),
        new(SourceOptions.Sheet, options => Text("Sheet (--sheet)", options.Sheet), NoWorkbook),
        new(SourceOptions.CellRange, options => Text("Range (--range)", options.CellRange), NoWorkbook),
        new(SourceOptions.Separator, options => Text("Separator (--separator)", options.Separator is '\t' ? "tab" : options.Separator?.ToString()), NoDelimitedText),
        new(SourceOptions.Encoding, options => Text("Encoding (--encoding)", options.Encoding), "is no text"),
        new(SourceOptions.HasHeader, options => options.HasHeader ? null : "HasHeader is false (--no-header)", "is no delimited text or workbook"),
        new(SourceOptions.HeaderRows, options => Text("HeaderRows (--header-rows)", options.HeaderRows?.ToString(CultureInfo.InvariantCulture)), NoDelimitedText),
        new(SourceOptions.DecimalMark, options => Text("DecimalMark (--decimal)", options.DecimalMark?.ToString()), NoDelimitedText),
        new(SourceOptions.HasQuotes, options => options.HasQuotes ? null : "HasQuotes is false (--no-quotes)", NoDelimitedText),
        new(SourceOptions.Record, options => Text("Record (--record)", options.Record), "is no JSON document or XML"),
        new(SourceOptions.Pattern, options => Text("Pattern (--pattern)", options.Pattern), "is no text of a row a line", "Leave the option out; for a log of another name set Format (--format) to 'log'."),
        new(SourceOptions.SkipBadRows, options => options.SkipBadRows ? "SkipBadRows is true (--skip-bad-rows)" : null, "is read whole or not at all"),
    ];

    private static string? Text(string name, string? value) => value is null ? null : $"{name} is '{FaultList.Show(value)}'";
}
