using System.CommandLine;
using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;
using Modelwright.Server.Registered;
using Modelwright.Stress.Gates;

namespace Modelwright.Cli.Verbs.Serving;

/// <summary>The options of 'serve' that speak of the registry.</summary>
/// <param name="host">Knows the store where a call names none.</param>
internal sealed class RegistryEntries(Host host)
{
    private readonly Option<string?> _store = Entry.Text("--store", "FILE", "The store of the registry: a file, or postgres://user@host/database. Default: none; with a model of the registry MODELWRIGHT_STORE, else .modelwright/runs.db here.");
    private readonly Option<string?> _poll = Entry.Text("--poll", "TIME", "How often the registry is asked whether another version is to be served. Default: 5s.");
    private readonly Option<string?> _share = Entry.Text("--challenger-share", "SHARE", "The share of the requests that the version with the alias 'challenger' answers, such as 0.1. Default: 0.");
    private readonly Option<bool> _shadow = Entry.Flag("--challenger-shadow", "Asks the version with the alias 'challenger' beside the champion, and compares.");
    private readonly Option<string?> _gate = Entry.Text("--gate", "FILE", "Bounds that a version must keep to be promoted here, as 'models promote' takes them. Default: its own test must have passed.");

    /// <summary>Adds them to a verb.</summary>
    internal void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _store, _poll, _share, _shadow, _gate })
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>Whether the call names a store.</summary>
    internal bool HasStore(ParseResult call) => call.GetValue(_store) is not null;

    /// <summary>The registry behind the server; null where none is asked for.</summary>
    internal RegistryOptions? Read(ParseResult call, CallReader reader, IReadOnlyDictionary<string, string> models)
    {
        var told = new RegistryOptions { Store = new(RunStore.DefaultPath) };
        var poll = reader.Read(call.GetValue(_poll), text => Durations.Parse(text, _poll.Name)) ?? told.Poll;
        var share = reader.Read(call.GetValue(_share), text => Share.Parse(text, _share.Name, 0, 1)) ?? 0;
        var gate = call.GetValue(_gate) is { } file ? reader.Read(() => GateFile.Read(file)) : null;
        var named = call.GetValue(_store);
        if (named is null && models.Count == 0)
        {
            return Without(call, reader);
        }

        var store = reader.Read(() => new RunStore(named ?? host.Store ?? RunStore.DefaultPath)) ?? told.Store;
        return told with { Store = store, Models = models, Poll = poll, ChallengerShare = share, ShadowsChallenger = call.GetValue(_shadow), Gate = gate };
    }

    private RegistryOptions? Without(ParseResult call, CallReader reader)
    {
        string[] given = [.. new Option<string?>[] { _poll, _share, _gate }.Where(option => call.GetValue(option) is not null).Select(option => option.Name), .. call.GetValue(_shadow) ? (string[])[_shadow.Name] : []];
        return given.Length == 0 ? null : reader.Read<RegistryOptions?>(() => throw new OptionsException($"{string.Join(" and ", given)}: no model of the registry is served. Name one, such as churn@champion, or leave {(given.Length == 1 ? "it" : "them")} out."));
    }
}
