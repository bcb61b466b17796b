using System.CommandLine;
using Modelwright.Cli.Options;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Cli.Verbs;

/// <summary>The options of 'explain' beside those of reading.</summary>
internal sealed class ExplainEntries
{
    private readonly Option<string?> _row = Entry.Text("--row", "N", "The one row to explain, counted from 1: its reasons in words.");
    private readonly Option<string?> _output = Entry.Text("--output", "FILE", "Where contributions go, a column each, in a format that 'predict' writes; '-' is standard output, as CSV.");
    private readonly Option<string?> _seed = Entry.Text("--seed", "N", "Chance of an estimate, where a model has no exact contributions. Default: 0.");

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        _output.Aliases.Add("-o");
        verb.Options.Add(_row);
        verb.Options.Add(_output);
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
            Seed = reader.Read(call.GetValue(_seed), text => Whole.Parse(text, "--seed", minimum: 0)) ?? 0,
        };
        reader.Read(() => Check(output, wantsDocument));
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

    // Each says something of rows, so without them it would be passed over in silence.
    private bool NeedsRows(ParseResult call)
    {
        Option[] given = [.. new Option[] { _row, _output, _seed }.Where(option => call.GetResult(option) is { Implicit: false })];
        return given.Length == 0
            ? true
            : throw new OptionsException($"{string.Join(", ", given.Select(option => option.Name))} need{(given.Length == 1 ? "s" : "")} rows: name a FILE behind the package.");
    }
}
