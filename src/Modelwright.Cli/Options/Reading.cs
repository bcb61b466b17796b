using System.CommandLine;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Cli.Options;

/// <summary>The options that say how a file is to be read.</summary>
internal sealed class Reading
{
    private readonly Option<string?> _format = Entry.Text("--format", "KIND", "The kind of file, such as csv or json_lines. Default: told by its name, or for standard input by what it holds.");
    private readonly Option<string?> _query = Entry.Text("--query", "SQL", "For a database: the SELECT whose answer is read.");
    private readonly Option<string?> _table = Entry.Text("--table", "NAME", "For a database: the table or view to read. Default: the only one.");
    private readonly Option<string?> _sheet = Entry.Text("--sheet", "NAME", "For a workbook: the sheet to read, by name or number. Default: the only one.");
    private readonly Option<string?> _range = Entry.Text("--range", "CELLS", "For a workbook: the part to read, such as A3:F200, or A3:F for all rows from the third.");
    private readonly Option<string[]> _joins = Entry.Texts("--join", "FILE:KEY", "Another table, summed up to the rows by a key, such as orders.csv:customer_id; FILE:KEY=KEY_OF_THE_ROWS for two names, @TIME behind for its time. Only what came before a row's time counts.");
    private readonly Option<string?> _separator = Entry.Text("--separator", "CHAR", "The character between cells; 'tab' for a tab. Default: found out.");
    private readonly Option<string?> _encoding = Entry.Text("--encoding", "NAME", "The encoding of the text. Default: found out (UTF-8, UTF-16, Windows-1252).");
    private readonly Option<bool> _noHeader = Entry.Flag("--no-header", "The first line holds values; columns are named column1, column2 and so on.");
    private readonly Option<string?> _headerRows = Entry.Text("--header-rows", "N", "Lines that hold names; they are joined as group.name. Default: found out, 1 in doubt.");
    private readonly Option<string?> _decimal = Entry.Text("--decimal", "CHAR", "The character before the fraction of numbers, '.' or ','. Default: found out; in doubt as in the rows the model was trained on, else '.'.");
    private readonly Option<bool> _noQuotes = Entry.Flag("--no-quotes", "Quote marks are letters like others, not around cells.");
    private readonly Option<string?> _record = Entry.Text("--record", "NAME", "What holds the rows: the list of a JSON document, such as result.rows, or the element of XML. Default: found out.");
    private readonly Option<string?> _pattern = Entry.Text("--pattern", "REGEX", "How lines of a log are written: a .NET regular expression; its named groups are the columns. Default: known web and system logs.");
    private readonly Option<bool> _skipBadRows = Entry.Flag("--skip-bad-rows", "Leaves broken rows out and counts them, instead of refusing the file.");
    private readonly Option<string?> _memory = Entry.Text("--memory", "SIZE", "The most memory to use, such as 700MB or 2GB. Default: no limit.");
    private readonly Option<string?> _threads = Entry.Text("--threads", "N", "Threads to use. Default: one a processor.");

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_format);
        verb.Options.Add(_query);
        verb.Options.Add(_table);
        verb.Options.Add(_sheet);
        verb.Options.Add(_range);
        verb.Options.Add(_joins);
        verb.Options.Add(_separator);
        verb.Options.Add(_encoding);
        verb.Options.Add(_noHeader);
        verb.Options.Add(_headerRows);
        verb.Options.Add(_decimal);
        verb.Options.Add(_noQuotes);
        verb.Options.Add(_record);
        verb.Options.Add(_pattern);
        verb.Options.Add(_skipBadRows);
        verb.Options.Add(_memory);
        verb.Options.Add(_threads);
    }

    /// <summary>What the options say, together with types given elsewhere.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="types">Columns whose type is known.</param>
    public ReadOptions Read(ParseResult call, CallReader reader, IReadOnlyDictionary<string, ColumnType>? types = null) => new()
    {
        Format = call.GetValue(_format),
        Query = call.GetValue(_query),
        DatabaseTable = call.GetValue(_table),
        Sheet = call.GetValue(_sheet),
        CellRange = call.GetValue(_range),
        Joins = reader.Read(() => (call.GetValue(_joins) ?? []).Select(ChildJoin.Parse).ToArray()) ?? [],
        Separator = reader.Read(call.GetValue(_separator), Character),
        Encoding = call.GetValue(_encoding),
        HasHeader = !call.GetValue(_noHeader),
        HeaderRows = reader.Read(call.GetValue(_headerRows), text => Whole.Parse(text, "--header-rows", minimum: 1, maximum: 9)),
        DecimalMark = reader.Read(call.GetValue(_decimal), Mark),
        HasQuotes = !call.GetValue(_noQuotes),
        Record = call.GetValue(_record),
        Pattern = call.GetValue(_pattern),
        SkipBadRows = call.GetValue(_skipBadRows),
        MemoryBytes = reader.Read(call.GetValue(_memory), text => Sizes.Parse(text, "--memory")),
        Threads = reader.Read(call.GetValue(_threads), text => Whole.Parse(text, "--threads", minimum: 1)) ?? Environment.ProcessorCount,
        Types = types ?? new Dictionary<string, ColumnType>(),
    };

    private static char Character(string text) => text switch
    {
        "tab" or "\\t" => '\t',
        [var single] => single,
        _ => throw new OptionsException($"--separator must be one character, or 'tab'. Got '{text}'. Leave it out to let the file tell."),
    };

    private static char Mark(string text) => text switch
    {
        "." or "," => text[0],
        _ => throw new OptionsException($"--decimal must be '.' or ','. Got '{text}'. Leave it out to let the file tell."),
    };
}
