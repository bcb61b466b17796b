using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using Modelwright.Cli.Hosting;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Cli.Options;

/// <summary>The options of 'train' that say how the run is recorded, and whether one that was left unfinished goes on.</summary>
internal sealed class RecordChoice(Host host)
{
    // What changes no model: a run may go on with more threads, in another folder.
    private static readonly HashSet<string> OfNoModel = new([.. StoreChoice.Names, "--resume", "--out", "--json", "--threads"], StringComparer.Ordinal);

    private readonly StoreChoice _store = new(host, mayBeOff: true);
    private readonly Option<string?> _resume = new("--resume")
    {
        HelpName = "[ID]",
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Goes on with a run that was killed: the one of that id ('modelwright runs' lists them), or the newest unfinished one of this FILE and target; where there is none, a new one begins. The other options must be as they were.",
    };

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_resume);
        _store.AddTo(verb);
    }

    /// <summary>What they say; null where nothing is recorded.</summary>
    public RecordRequest? Read(ParseResult call, CallReader reader)
    {
        var store = _store.Read(call, reader);
        var isResume = call.GetResult(_resume) is { Implicit: false };
        if (store is null)
        {
            reader.Read<string?>(() => isResume ? throw new OptionsException("--resume has no use with --no-store: runs go on from what is recorded. Leave one of them out.") : null);
            return null;
        }

        return new(store, isResume, call.GetValue(_resume), Told(call));
    }

    private static Dictionary<string, string> Told(ParseResult call) => call.CommandResult.Children.OfType<OptionResult>()
        .Where(result => !result.Implicit && !OfNoModel.Contains(result.Option.Name))
        .ToDictionary(result => result.Option.Name, Text, StringComparer.Ordinal);

    private static string Text(OptionResult result) => result.Tokens.Count == 0
        ? "yes"
        : string.Join(' ', result.Tokens.Select(token => WithHash(SourceAddress.WithoutPassword(token.Value), result.Option)));

    // A file that an option names may be another one by the time the run goes on.
    private static string WithHash(string text, Option option)
    {
        if (option.HelpName != "FILE" || !File.Exists(text))
        {
            return text;
        }

        using var file = File.OpenRead(text);
        return $"{text} (sha256 {Convert.ToHexStringLower(SHA256.HashData(file))})";
    }
}
