using System.CommandLine;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Studio;

namespace Modelwright.Cli.Verbs.Serving;

/// <summary>The option of 'serve' that speaks of pages.</summary>
/// <param name="host">Knows the store where a call names none, and the learners.</param>
internal sealed class PageEntries(Host host)
{
    private const string RunFolder = "runs";
    private readonly Option<bool> _none = Entry.Flag("--no-pages", "Leaves the pages for people out. Default: they are at '/'.");

    /// <summary>Adds it to a verb.</summary>
    internal void AddTo(Command verb) => verb.Options.Add(_none);

    /// <summary>What pages show; null where there are to be none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="named">The store that the call names; null means the usual one.</param>
    internal StudioOptions? Read(ParseResult call, RunStore? named = null)
    {
        if (call.GetValue(_none))
        {
            return null;
        }

        var store = named ?? (host.Store is { } path ? new(path) : null);
        return new()
        {
            Runs = store,
            Registry = store is null ? null : new ModelRegistry(store, host.Time),
            Learners = host.Learners(),
            RunFolder = RunFolder,
            Time = host.Time,
        };
    }
}
