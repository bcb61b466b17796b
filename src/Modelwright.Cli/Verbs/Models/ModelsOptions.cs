using System.CommandLine;
using Modelwright.Cli.Options;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>The options of 'models'; which of them an action takes, the action says.</summary>
internal sealed class ModelsOptions
{
    private readonly Option<string?> _name = Entry.Text("--name", "NAME", "register: the model; 1 to 100 letters a-z, digits, '-', '_' and '.'.");
    private readonly Option<string?> _note = Entry.Text("--note", "TEXT", "register: a note on the version.");
    private readonly Option<string?> _gate = Entry.Text("--gate", "FILE", "promote: bounds for the figures of the evidence and the newest test; without it this test must have passed its own gate.");
    private readonly Option<string[]> _keys = Entry.Texts("--key", "FILE", "promote: a trusted key, as PEM; then only a test that it signed counts. May be given several times.");
    private readonly Option<bool> _force = Entry.Flag("--force", "promote: overrules the gate; needs --reason.");
    private readonly Option<string?> _reason = Entry.Text("--reason", "TEXT", "promote, rollback, remove: why, for the log.");
    private readonly Option<bool> _drop = Entry.Flag("--drop", "alias: takes the alias away instead of setting it; WHAT is the NAME alone.");
    private readonly Option<string?> _by = Entry.Text("--by", "NAME", "Who does it, for the log. Default: the user of the operating system.");
    private readonly Option<string?> _output = Entry.Text("--output", "FILE", "get: the file to write.");

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command verb)
    {
        _output.Aliases.Add("-o");
        foreach (var option in (Option[])[_name, _note, _gate, _keys, _force, _reason, _drop, _by, _output])
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>What they say; the arguments are the caller's to add.</summary>
    public ModelsRequest Read(ParseResult call) => new()
    {
        What = "",
        Name = call.GetValue(_name),
        Note = call.GetValue(_note),
        Gate = call.GetValue(_gate),
        Keys = call.GetValue(_keys) ?? [],
        Force = call.GetValue(_force),
        Reason = call.GetValue(_reason),
        Drop = call.GetValue(_drop),
        By = call.GetValue(_by),
        Output = call.GetValue(_output),
    };
}
