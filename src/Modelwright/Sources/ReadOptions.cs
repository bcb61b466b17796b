using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Columns;
using Modelwright.Sources.Logs;

namespace Modelwright.Sources;

/// <summary>How to read a file. The defaults suit almost every file.</summary>
public sealed record ReadOptions
{
    /// <summary>The smallest memory limit that is taken: 32 MiB.</summary>
    public const long SmallestMemory = 32L << 20;

    private const int MostHeaderRows = 9;

    // What is held of a file stays while a model is trained, which needs most of the memory for itself.
    private const int BlockPercent = 15;
    private const int LevelPercent = 10;
    private const int ShareForAWhile = 3;

    /// <summary>The character between cells of delimited text; null finds out.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether the first line of delimited text holds names; with false the columns are named column1, column2 and so on. Default: true.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>How many lines of delimited text hold names, 1 to 9; their names are joined as 'group.name'. Default: found out, 1 in doubt.</summary>
    public int? HeaderRows { get; init; }

    /// <summary>
    /// The character before the fraction of numbers in delimited text: '.', or ',' with points or spaces between thousands.
    /// Default: found out from the numbers of each file; in doubt as the numbers of a model were written, else '.'.
    /// </summary>
    public char? DecimalMark { get; init; }

    /// <summary>Whether a double quote at the start of a cell of delimited text opens it. Default: true.</summary>
    public bool HasQuotes { get; init; } = true;

    /// <summary>The encoding of text: a name that .NET knows, such as 'utf-8' or 'latin1'; bytes that it lacks are faults. Default: what a byte order mark or zero bytes say (UTF-16, UTF-32), else UTF-8, with Windows-1252 for single bytes in delimited text that are not.</summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// What holds the rows: in a JSON document the list of objects, such as 'result.rows'; in XML the element, such as 'row'.
    /// Default: the only such list, or the element that repeats most.
    /// </summary>
    public string? Record { get; init; }

    /// <summary>
    /// How the lines of a log are written: a .NET regular expression whose named groups are the columns, such as
    /// <c>^(?&lt;time&gt;\S+) (?&lt;message&gt;.*)$</c>. It runs in linear time, or for one second a line where it uses what cannot.
    /// With it .txt and .csv files are read as logs too. Default: the known web and system logs are found out.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>Leaves broken rows out and counts them, instead of refusing the file. Default: false.</summary>
    public bool SkipBadRows { get; init; }

    /// <summary>
    /// Columns whose type is known. Category and text keep the file's text as written: "007" and "1.0" stay apart from 7
    /// and 1, and no text is read as a number or a time. Number and time are read as always; names that the file lacks are ignored.
    /// </summary>
    public IReadOnlyDictionary<string, ColumnType> Types { get; init; } = new Dictionary<string, ColumnType>();

    /// <summary>
    /// Number columns whose text is kept by delimited files, as their numbers are not written as programs write them: where
    /// "1.234" is a thousand, a file that holds nothing else must not be read as 1.234. Names that the file lacks are ignored.
    /// </summary>
    public IReadOnlyCollection<string> NumbersAsWritten { get; init; } = [];

    /// <summary>Whether numbers had decimal commas when the model was trained, so that in doubt they have them again.</summary>
    internal bool ExpectsDecimalComma { get; init; }

    /// <summary>The kind of file, whatever its name is: the name of one of <see cref="BuiltInSources.All"/>, such as 'csv' or 'json_lines'. Default: told by the name.</summary>
    public string? Format { get; init; }

    /// <summary>One SELECT statement, in the words of the database, whose answer is read. Default: a table is read.</summary>
    public string? Query { get; init; }

    /// <summary>The table or view of a database to read, with its schema before a dot where it needs one. Default: the only one there is.</summary>
    public string? DatabaseTable { get; init; }

    /// <summary>The sheet of a workbook, by its name or its number from 1. Default: the only one there is.</summary>
    public string? Sheet { get; init; }

    /// <summary>The part of a sheet to read, such as 'A3:F200', or 'A3:F' for all rows from the third. Default: all of it.</summary>
    public string? CellRange { get; init; }

    /// <summary>Other tables that are summed up to the rows, such as the orders of each customer. Default: none.</summary>
    public IReadOnlyList<ChildJoin> Joins { get; init; } = [];

    /// <summary>The column that says when each row stands: of other tables only what was known before counts. Default: the only column of times, if there is one.</summary>
    public string? JoinTime { get; init; }

    /// <summary>
    /// Other addresses that are read by the same options, such as a file of test rows: an option is refused only where none of
    /// them has a use for it, and passed over by the others. Default: none.
    /// </summary>
    public IReadOnlyList<string> SharedWith { get; init; } = [];

    /// <summary>Bytes the whole process may use; columns beyond about a seventh of it go to a temporary file, and levels beyond a tenth become free text. Default: no limit.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Threads to use, 1 or more. Default: one a processor. The table is the same at any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Told the number of rows read so far, every 65,536 rows, by the thread that reads; null where nobody listens.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Where temporary files may be made; null means the system's folder.</summary>
    public string? TempFolder { get; init; }

    /// <summary>
    /// Options that keep every category and text column of a schema as written, so that rows read to predict match those read
    /// to train; where all plain numbers of the schema have decimal commas, numbers have them in doubt.
    /// </summary>
    /// <param name="schema">The schema of a model.</param>
    /// <param name="others">All other options; null means the defaults.</param>
    /// <returns>Options with <see cref="Types"/> and <see cref="NumbersAsWritten"/> filled.</returns>
    public static ReadOptions For(Schema schema, ReadOptions? others = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var types = new Dictionary<string, ColumnType>(StringComparer.Ordinal);
        foreach (var column in schema.Columns)
        {
            types.Add(column.Name, column.Type);
        }

        ColumnSpec[] bare = [.. schema.Columns.Where(IsBareNumber)];
        var expectsComma = bare.Length > 0 && Array.TrueForAll(bare, HasDecimalComma);
        var asWritten = schema.Columns.Where(column => HasPointsThatAreNone(column) && !(expectsComma && IsBareNumber(column)));
        return (others ?? new()) with { Types = types, NumbersAsWritten = [.. asWritten.Select(column => column.Name)], ExpectsDecimalComma = expectsComma };
    }

    /// <summary>Checks every option.</summary>
    /// <exception cref="OptionsException">Some are out of range; the text lists all of them.</exception>
    public void Validate()
    {
        string[] faults = [.. Faults(), .. FaultsBetween()];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    internal bool KeepsText(string column) => Types.TryGetValue(column, out var type) && type is ColumnType.Category or ColumnType.Text;

    /// <summary>These options for a source whose cells are all text.</summary>
    internal ReadOptions AsWritten()
    {
        if (NumbersAsWritten.Count == 0)
        {
            return this;
        }

        var types = new Dictionary<string, ColumnType>(Types, StringComparer.Ordinal);
        foreach (var name in NumbersAsWritten)
        {
            types[name] = ColumnType.Text;
        }

        return this with { Types = types };
    }

    private static bool HasPointsThatAreNone(ColumnSpec spec) =>
        spec.Type == ColumnType.Number && (HasDecimalComma(spec) || spec.Notation.GroupSeparators.Contains('.', StringComparison.Ordinal));

    private static bool HasDecimalComma(ColumnSpec spec) => spec.Notation.DecimalSeparator == ',';

    // Nothing but digits and marks: what the reader of a file takes for a number.
    private static bool IsBareNumber(ColumnSpec spec) =>
        spec is { Type: ColumnType.Number, NumberDecorations.Count: 0, Notation: { HasNegativeParentheses: false, Suffixes.Count: 0 } };

    internal ColumnStore Store() => MemoryBytes is { } bytes
        ? new(new(bytes * BlockPercent / 100, TempFolder), new(bytes * LevelPercent / 100))
        : ColumnStore.InMemory();

    /// <summary>For rows that are held until they are in order, beside those that are.</summary>
    internal ColumnStore StoreForAWhile() => MemoryBytes is { } bytes
        ? new(new(bytes * (BlockPercent / ShareForAWhile) / 100, TempFolder), new(bytes * LevelPercent / ShareForAWhile / 100))
        : ColumnStore.InMemory();

    private IEnumerable<string> Faults() => [.. FaultsOfText(), .. FaultsOfResources()];

    private IEnumerable<string> FaultsOfText()
    {
        if (Separator is { } separator && (separator is '"' or '\r' or '\n' or '\0' || char.IsSurrogate(separator)))
        {
            yield return $"Separator (--separator) must be one character other than a quote or a line break. Got U+{(int)separator:X4}. Leave it out to let the file tell.";
        }

        if (HeaderRows is { } rows && (rows is < 1 or > MostHeaderRows || !HasHeader))
        {
            yield return HasHeader
                ? $"HeaderRows (--header-rows) must be 1 to {MostHeaderRows}. Got {rows}. Leave it out to let the file tell."
                : $"HeaderRows (--header-rows) is {rows}, but HasHeader is false (--no-header). Leave one of them out.";
        }

        if (DecimalMark is { } mark && mark is not ('.' or ','))
        {
            yield return $"DecimalMark (--decimal) must be '.' or ','. Got '{mark}'. Leave it out to let the file tell.";
        }

        if (Pattern is { } pattern && LogPattern.FaultOf(pattern) is { } fault)
        {
            yield return fault;
        }

        if (Encoding is { } name && TextEncoding.Find(name) is null)
        {
            yield return $"Encoding (--encoding) '{name}' is not known.{NearestName.Suggest(name, TextEncoding.Names)} Common ones are {string.Join(", ", TextEncoding.Names)}.";
        }
    }

    private IEnumerable<string> FaultsOfResources()
    {
        if (MemoryBytes is { } bytes && bytes < SmallestMemory)
        {
            yield return $"MemoryBytes (--memory) must be at least {SmallestMemory} (32 MiB). Got {bytes}. Leave it out for no limit.";
        }

        if (Threads < 1)
        {
            yield return $"Threads (--threads) must be 1 or more. Got {Threads}. Leave it out for one a processor.";
        }

        if (TempFolder is { } folder && !Directory.Exists(folder))
        {
            yield return $"TempFolder '{folder}' was not found. Make the folder, or leave the option out for the system's.";
        }

        if (Format is { } format && BuiltInSources.Named(format) is null)
        {
            yield return $"Format (--format) '{format}' is not known.{NearestName.Suggest(format, BuiltInSources.Formats)} There are: {string.Join(", ", BuiltInSources.Formats)}.";
        }
    }

    private IEnumerable<string> FaultsBetween()
    {
        if (Query is not null && DatabaseTable is not null)
        {
            yield return $"Query (--query) and DatabaseTable (--table) both say what to read of a database: '{FaultList.Show(Query)}' and '{DatabaseTable}'. Leave one of them out.";
        }

        if (Joins.GroupBy(join => join.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return $"{twice.Count()} joins are named '{twice.Key}', so their columns would have the same names. Rename one of the files.";
        }
    }
}
