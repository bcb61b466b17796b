using System.CommandLine;
using Modelwright.Cli.Hosting;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;

namespace Modelwright.Cli.Options;

/// <summary>The options that name the store of runs.</summary>
/// <param name="host">Knows the store where a call names none.</param>
/// <param name="mayBeOff">Whether a call may go without one.</param>
internal sealed class StoreChoice(Host host, bool mayBeOff)
{
    private readonly Option<string?> _store = Entry.Text("--store", "FILE", "The store of runs and models: a file, or a database as postgres://user@host/database. Default: MODELWRIGHT_STORE in the environment, else .modelwright/runs.db here.");
    private readonly Option<bool> _none = Entry.Flag("--no-store", "Records nothing of this run, so that it cannot be resumed.");

    /// <summary>Names of these options: what they say changes no model.</summary>
    public static IReadOnlyList<string> Names { get; } = ["--store", "--no-store"];

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_store);
        if (mayBeOff)
        {
            verb.Options.Add(_none);
        }
    }

    /// <summary>The store; null where none is to be kept.</summary>
    public RunStore? Read(ParseResult call, CallReader reader)
    {
        var named = call.GetValue(_store);
        if (!mayBeOff || !call.GetValue(_none))
        {
            return (named ?? host.Store) is { } path ? new(path) : null;
        }

        return reader.Read<RunStore?>(() => named is null ? null : throw new OptionsException("--store names a store, and --no-store keeps none. Leave one of them out."));
    }
}
