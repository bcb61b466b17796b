using System.CommandLine;
using Modelwright.Cli.Options;
using Modelwright.Stress.Gates;

namespace Modelwright.Cli.Verbs.Testing;

/// <summary>The options of 'test' beside those of reading.</summary>
internal sealed class TestEntries
{
    private const double UsualSeconds = 120;

    private readonly Option<string?> _data = Entry.Text("--data", "FILE", "Labelled rows, as 'evaluate' takes them; best such that the model was not trained on.");
    private readonly Option<string?> _training = Entry.Text("--training", "FILE", "The rows that the model was trained on, for what an opponent learns of them or does to them. Default: the file that its run read, where that has not changed.");
    private readonly Option<string[]> _sensitive = Entry.Texts("--sensitive", "COLUMNS", "Columns by which groups of people are compared, besides those with that role.");
    private readonly Option<string?> _threat = Entry.Text("--threat", "FILE", "What an opponent may change, and at which cost; without it a draft from the rows.");
    private readonly Option<string?> _writeThreat = Entry.Text("--write-threat", "FILE", "Writes that draft, to be made true and given to --threat.");
    private readonly Option<string?> _gate = Entry.Text("--gate", "FILE", "The bounds that the model must keep; without it the usual ones.");
    private readonly Option<string?> _writeGate = Entry.Text("--write-gate", "FILE", "Writes the bounds that were asked, to be changed and given to --gate.");
    private readonly Option<string?> _page = Entry.Text("--report", "FILE", "Writes what was found as one HTML page.");
    private readonly Option<bool> _record = Entry.Flag("--record", "Keeps the verdict and all figures in the package, outside its model id, and a chapter in the report and the card beside it.");
    private readonly Option<string?> _key = Entry.Text("--key", "FILE", "Signs them with this private key, as PEM, and keeps them.");
    private readonly Option<string?> _budget = Entry.Text("--budget", "TIME", "Time after which what is left is not run, such as 90s or 5m; 120s without it, and no end with --deep.");
    private readonly Option<bool> _deep = Entry.Flag("--deep", "Looks at every column and every row, and fits the whole recipe, however long that takes.");
    private readonly Option<string?> _seed = Entry.Text("--seed", "NUMBER", "The only origin of chance; 0 without it.");

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[_data, _training, _sensitive, _threat, _writeThreat, _gate, _writeGate, _page, _record, _key, _budget, _deep, _seed])
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>What they say.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="time">The clock.</param>
    public TestRequest Read(ParseResult call, CallReader reader, TimeProvider time)
    {
        var isDeep = call.GetValue(_deep);
        return new()
        {
            Data = call.GetValue(_data),
            Training = call.GetValue(_training),
            Threat = call.GetValue(_threat),
            WriteThreat = call.GetValue(_writeThreat),
            WriteGate = call.GetValue(_writeGate),
            Page = call.GetValue(_page),
            Key = call.GetValue(_key) is { } key ? reader.Read(() => KeyFile.Signing(key)) : null,
            IsKept = call.GetValue(_record) || call.GetValue(_key) is not null,
            Told = new()
            {
                IsDeep = isDeep,
                Seconds = reader.Read(call.GetValue(_budget), text => Durations.Parse(text, "--budget"))?.TotalSeconds ?? (isDeep ? double.PositiveInfinity : UsualSeconds),
                Seed = reader.Read(call.GetValue(_seed), text => Whole.Parse(text, "--seed", 0)) ?? 0,
                Gate = call.GetValue(_gate) is { } gate ? reader.Read(() => GateFile.Read(gate)) : null,
                Sensitive = reader.Read(() => NameList.Parse(call.GetValue(_sensitive) ?? [], _sensitive.Name)) ?? [],
                Time = time,
            },
        };
    }
}
