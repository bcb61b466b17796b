using System.CommandLine;
using System.Net;
using Modelwright.Cli.Options;
using Modelwright.Core.Errors;
using Modelwright.Monitoring.Requests;
using Modelwright.Server;
using Modelwright.Server.Security;

namespace Modelwright.Cli.Verbs.Serving;

/// <summary>The arguments and options of 'serve', and what they mean together.</summary>
internal sealed class ServeEntries
{
    private readonly Argument<string[]> _packages = new("PACKAGE") { HelpName = "PACKAGE…", Arity = ArgumentArity.OneOrMore, Description = "Packages that 'train' wrote, each served by the name of its file, or by another as NAME=FILE; and models of the registry, as churn@champion or churn@3." };
    private readonly Option<string?> _port = Entry.Text("--port", "N", "The port. Default: 8080; 0 lets the system choose.");
    private readonly Option<string?> _address = Entry.Text("--address", "IP", "The address to listen on. Default: 127.0.0.1. One that other machines reach needs --keys or --token-key.");
    private readonly Option<string?> _keys = Entry.Text("--keys", "FILE", "A file of named keys with roles; then every call needs a key.");
    private readonly Option<string?> _newKey = Entry.Text("--new-key", "NAME", "Adds a key to the file of --keys, writes it once, and serves nothing.");
    private readonly Option<string?> _roles = Entry.Text("--roles", "ROLES", "What the new key allows: predict, label, manage, with commas between. Default: predict.");
    private readonly Option<string?> _tokenKey = Entry.Text("--token-key", "FILE", "A public key as PEM; tokens (JWT) signed by it are taken as well.");
    private readonly Option<string?> _tokenIssuer = Entry.Text("--token-issuer", "TEXT", "Who must have issued a token.");
    private readonly Option<string?> _tokenAudience = Entry.Text("--token-audience", "TEXT", "For whom a token must be.");
    private readonly Option<string?> _folder = Entry.Text("--package-folder", "FOLDER", "From where a manager may load packages by name. Default: none, they are sent.");
    private readonly Option<string?> _log = Entry.Text("--log", "FOLDER", "Keeps every request with its answer, and labels, in this folder. Default: nothing is kept.");
    private readonly Option<string?> _logShare = Entry.Text("--log-share", "SHARE", "The share of the rows that is kept, by their ids, such as 0.1. Default: 1.");
    private readonly Option<string[]> _logDrop = Entry.Texts("--log-drop", "COLUMN", "A column whose values are not kept; may be given several times.");
    private readonly Option<bool> _noReload = Entry.Flag("--no-reload", "Leaves changed package files alone. Default: they are taken while the server runs.");
    private readonly Option<string?> _maxBody = Entry.Text("--max-body", "BYTES", "Bytes of one request. Default: 16777216.");
    private readonly Option<string?> _maxRows = Entry.Text("--max-rows", "N", "Rows of one request; batches have any number. Default: 10000.");
    private readonly Option<string?> _maxRate = Entry.Text("--max-rate", "N", "Requests a second of one key. Default: any number.");
    private readonly Option<string?> _maxRequests = Entry.Text("--max-requests", "N", "Requests that are worked on at one time. Default: 512.");
    private readonly Option<string?> _maxTime = Entry.Text("--max-time", "TIME", "How long one request may take, such as 10s. Default: 30s.");
    private readonly Option<string?> _drainDelay = Entry.Text("--drain-delay", "TIME", "How long it says 'not ready' and still answers before it stops. Default: 0s.");
    private readonly Option<string?> _drainTime = Entry.Text("--drain-time", "TIME", "How long requests in flight may take to end. Default: 30s.");
    private readonly Option<string?> _traces = Entry.Text("--traces", "URL", "Where traces are sent by OTLP. Default: nowhere.");

    /// <summary>Adds all to a verb.</summary>
    internal void AddTo(Command verb)
    {
        verb.Arguments.Add(_packages);
        _packages.Arity = ArgumentArity.ZeroOrMore;
        foreach (var option in new Option[] { _port, _address, _keys, _newKey, _roles, _tokenKey, _tokenIssuer, _tokenAudience, _folder, _log, _logShare, _logDrop, _noReload, _maxBody, _maxRows, _maxRate, _maxRequests, _maxTime, _drainDelay, _drainTime, _traces })
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>The key to make; null where a server is to be started.</summary>
    /// <exception cref="OptionsException">The file is not named, or a role is none.</exception>
    internal (string File, string Name, Role Roles)? NewKey(ParseResult call)
    {
        if (call.GetValue(_newKey) is not { } name)
        {
            return null;
        }

        var roles = Role.None;
        foreach (var word in (call.GetValue(_roles) ?? "predict").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            roles |= Enum.TryParse<Role>(word, ignoreCase: true, out var role) && role != Role.None && char.IsAsciiLetter(word[0])
                ? role
                : throw new OptionsException($"--roles: there is no role '{word}'. The roles are predict, label and manage, with commas between.");
        }

        return (call.GetValue(_keys) ?? throw new OptionsException("--keys is missing: it names the file to which the new key is added."), name, roles);
    }

    /// <summary>The log of requests to open, and what of them it keeps; null where none is asked for.</summary>
    /// <exception cref="OptionsException">The share is none, or options of a log are given without its folder.</exception>
    internal (string Folder, RequestLogOptions Options)? Log(ParseResult call, CallReader reader, TimeProvider time)
    {
        var share = reader.Read(call.GetValue(_logShare), text => Share.Parse(text, _logShare.Name, 0, 1)) ?? 1;
        var dropped = call.GetValue(_logDrop) ?? [];
        if (call.GetValue(_log) is { } folder)
        {
            return (folder, new() { Share = share, Dropped = dropped, Time = time });
        }

        return call.GetValue(_logShare) is null && dropped.Length == 0 ? null : reader.Read<(string, RequestLogOptions)?>(() => throw new OptionsException("--log is missing: --log-share and --log-drop say what of the requests is kept there."));
    }

    /// <summary>What to serve: packages and models of the registry.</summary>
    internal ServedWords? Words(ParseResult call, CallReader reader, bool hasStore) => reader.Read(() => ServedWords.Parse(call.GetValue(_packages) ?? [], hasStore));

    /// <summary>Where to serve, to whom, and how much.</summary>
    internal ServerOptions Read(ParseResult call, CallReader reader, TimeProvider time)
    {
        var (limits, defaults) = (new ServerLimits(), new ServerOptions());
        int Number(Option<string?> option, int minimum, int otherwise) => reader.Read(call.GetValue(option), text => Whole.Parse(text, option.Name, minimum)) ?? otherwise;
        TimeSpan Time(Option<string?> option, TimeSpan otherwise) => reader.Read(call.GetValue(option), text => Durations.Parse(text, option.Name)) ?? otherwise;
        var address = reader.Read(() => call.GetValue(_address) is not { } text ? null : IPAddress.TryParse(text, out var read) ? read : throw new OptionsException($"--address {text}: this is no address. Give one such as 127.0.0.1 or 0.0.0.0."));
        var traces = reader.Read(() => call.GetValue(_traces) is not { } text ? null : Uri.TryCreate(text, UriKind.Absolute, out var read) && read.Scheme is "http" or "https" ? read : throw new OptionsException($"--traces {text}: this is no address of http. Give one such as http://localhost:4317."));
        limits = limits with
        {
            BodyBytes = Number(_maxBody, 1, (int)limits.BodyBytes),
            Rows = Number(_maxRows, 1, limits.Rows),
            RequestsPerSecond = Number(_maxRate, 1, limits.RequestsPerSecond),
            ConcurrentRequests = Number(_maxRequests, 1, limits.ConcurrentRequests),
            RequestTime = Time(_maxTime, limits.RequestTime),
        };
        var port = Number(_port, 0, defaults.Port);
        var (delay, drain) = (Time(_drainDelay, defaults.DrainDelay), Time(_drainTime, defaults.DrainTime));
        return defaults with
        {
            Port = port,
            Address = address ?? defaults.Address,
            KeyFile = call.GetValue(_keys),
            TokenKeyFile = call.GetValue(_tokenKey),
            TokenIssuer = call.GetValue(_tokenIssuer),
            TokenAudience = call.GetValue(_tokenAudience),
            PackageFolder = call.GetValue(_folder),
            Reload = !call.GetValue(_noReload),
            Limits = limits,
            DrainDelay = delay,
            DrainTime = drain,
            TraceEndpoint = traces,
            Time = time,
        };
    }
}
