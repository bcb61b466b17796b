using System.CommandLine;
using Modelwright.Cli.Options;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs.Explaining;

/// <summary>The options of 'explain' beside those of reading.</summary>
internal sealed class ExplainEntries
{
    private readonly Option<string?> _row = Entry.Text("--row", "N", "The one row to explain, counted from 1: its reasons in words.");
    private readonly Option<string?> _output = Entry.Text("--output", "FILE", "Where contributions go, a column each, in a format that 'predict' writes; '-' is standard output, as CSV.");
    private readonly Option<string?> _want = Entry.Text("--want", "ANSWER", "The answer that --row N is to have: a class, or for numbers a bound such as '>4100'. Tells the smallest changes that give it.");
    private readonly Option<string[]> _mutable = Entry.Texts("--mutable", "COLUMNS", "For --want: the columns that may change. Default: all but texts.");
    private readonly Option<string[]> _fixed = Entry.Texts("--fixed", "COLUMNS", "For --want: columns that may not change.");
    private readonly Option<string?> _prototypes = Entry.Text("--prototypes", "N", "Typical rows instead: N of each class, or of each third of the numbers, whose reasons are like those of many others.");
    private readonly Option<string?> _seed = Entry.Text("--seed", "N", "Chance of an estimate, where a model has no exact contributions. Default: 0.");

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        _output.Aliases.Add("-o");
        verb.Options.Add(_row);
        verb.Options.Add(_output);
        verb.Options.Add(_want);
        verb.Options.Add(_mutable);
        verb.Options.Add(_fixed);
        verb.Options.Add(_prototypes);
        verb.Options.Add(_seed);
    }

    /// <summary>What they say.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="package">The package.</param>
    /// <param name="file">The rows; null where there are none.</param>
    /// <param name="reading">How rows are read.</param>
    /// <param name="wantsDocument">Whether --json was given.</param>
    public ExplainRequest Read(ParseResult call, CallReader reader, string package, string? file, ReadOptions reading, bool wantsDocument)
    {
        var output = call.GetValue(_output);
        var request = new ExplainRequest(package, file, reading)
        {
            Row = reader.Read(call.GetValue(_row), text => Whole.Parse(text, "--row", minimum: 1)),
            Output = output,
            Want = call.GetValue(_want),
            Mutable = reader.Read(() => NameList.Parse(call.GetValue(_mutable) ?? [], _mutable.Name)) ?? [],
            Fixed = reader.Read(() => NameList.Parse(call.GetValue(_fixed) ?? [], _fixed.Name)) ?? [],
            Prototypes = reader.Read(call.GetValue(_prototypes), text => Whole.Parse(text, "--prototypes", minimum: 1, maximum: 100)),
            Seed = reader.Read(call.GetValue(_seed), text => Whole.Parse(text, "--seed", minimum: 0)) ?? 0,
        };
        reader.Read(() => Check(output, wantsDocument));
        reader.Read(() => Together(call));
        if (file is null)
        {
            reader.Read(() => NeedsRows(call));
        }

        return request;
    }

    private static bool Check(string? output, bool wantsDocument)
    {
        if (output is not null and not "-")
        {
            TableWriter.CheckPath(output);
        }

        return output == "-" && wantsDocument
            ? throw new OptionsException($"{Hosting.Answer.JsonOption} and --output - both ask for standard output. Leave one of them out, or name a file.")
            : true;
    }

    private bool Together(ParseResult call)
    {
        string[] faults =
        [
            .. call.GetValue(_want) is not null && !IsGiven(call, _row) ? ["--want needs --row N: the row whose answer is to change."] : Array.Empty<string>(),
            .. call.GetValue(_want) is null && (IsGiven(call, _mutable) || IsGiven(call, _fixed)) ? ["--mutable and --fixed say what may change for --want. Add --want ANSWER, or leave them out."] : Array.Empty<string>(),
            .. IsGiven(call, _prototypes) && (IsGiven(call, _row) || IsGiven(call, _output)) ? ["--prototypes chooses among all rows and shows them: leave out --row and --output beside it."] : Array.Empty<string>(),
        ];
        return faults.Length == 0 ? true : throw new OptionsException(string.Join('\n', faults));
    }

    private static bool IsGiven(ParseResult call, Option option) => call.GetResult(option) is { Implicit: false };

    // Each says something of rows, so without them it would be passed over in silence.
    private bool NeedsRows(ParseResult call)
    {
        Option[] given = [.. new Option[] { _row, _output, _want, _prototypes, _seed }.Where(option => IsGiven(call, option))];
        return given.Length == 0
            ? true
            : throw new OptionsException($"{string.Join(", ", given.Select(option => option.Name))} need{(given.Length == 1 ? "s" : "")} rows: name a FILE behind the package.");
    }
}
