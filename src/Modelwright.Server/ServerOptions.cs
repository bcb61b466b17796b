using System.Net;
using Modelwright.Core.Errors;
using Modelwright.Server.Registered;
using Modelwright.Server.Requests;
using Modelwright.Server.Retraining;
using Modelwright.Server.Watching;
using Modelwright.Studio;

namespace Modelwright.Server;

/// <summary>What a server serves, where, and to whom. Checked once, when the server is built.</summary>
public sealed record ServerOptions
{
    /// <summary>The packages by the name of their model: letters, digits, '-', '_' and '.', at most 100, no '.' first. One at least, here or in <see cref="Registry"/>.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; init; } = new Dictionary<string, string>();

    /// <summary>The registry whose models are served and whose routes are answered; null means none.</summary>
    public RegistryOptions? Registry { get; init; }

    /// <summary>The address to listen on. Default: 127.0.0.1, which this machine alone reaches; others need <see cref="KeyFile"/> or <see cref="TokenKeyFile"/>.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 lets the system choose a free one. Default: 8080.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>A file of named keys with their roles, as <see cref="Security.ApiKeyFile"/> writes it; null means none.</summary>
    public string? KeyFile { get; init; }

    /// <summary>The key that signs tokens (JWT), as PEM: a public key of RSA or of an elliptic curve; null means that no tokens are taken.</summary>
    public string? TokenKeyFile { get; init; }

    /// <summary>Who must have issued a token. Needed with <see cref="TokenKeyFile"/>.</summary>
    public string? TokenIssuer { get; init; }

    /// <summary>For whom a token must be. Needed with <see cref="TokenKeyFile"/>.</summary>
    public string? TokenAudience { get; init; }

    /// <summary>The folder from which a manager may load packages by their file names; null means that packages are sent.</summary>
    public string? PackageFolder { get; init; }

    /// <summary>Whether a changed package file is taken while the server runs. Default: true.</summary>
    public bool Reload { get; init; } = true;

    /// <summary>Whether the server says that it is not ready and goes on answering before it stops, so that a load balancer can turn away. Default: zero.</summary>
    public TimeSpan DrainDelay { get; init; } = TimeSpan.Zero;

    /// <summary>How long requests in flight may take to end when the server stops. Default: 30 seconds.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where traces are sent by OTLP; null means nowhere.</summary>
    public Uri? TraceEndpoint { get; init; }

    /// <summary>How much one request may ask.</summary>
    public ServerLimits Limits { get; init; } = new();

    /// <summary>What keeps requests and labels. Default: nothing is kept, and labels are refused.</summary>
    public IRequestLog RequestLog { get; init; } = NoRequestLog.Instance;

    /// <summary>How the log of requests is watched; null means that it is not.</summary>
    public MonitoringOptions? Monitoring { get; init; }

    /// <summary>How models of the registry are trained again; null means that they are not.</summary>
    public RetrainingOptions? Retraining { get; init; }

    /// <summary>What pages for people show at '/', and allow; null means that there are none. Default: null.</summary>
    public StudioOptions? Pages { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether callers must show who they are.</summary>
    internal bool AsksWho => KeyFile is not null || TokenKeyFile is not null;

    /// <exception cref="OptionsException">Anything is wrong; the text lists all of it.</exception>
    internal void Check()
    {
        string[] faults = [.. ModelFaults(), .. Registry?.Faults() ?? [], .. MonitoringFaults(), .. RetrainingFaults(), .. Faults(), .. Limits.Faults()];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    private IEnumerable<string> ModelFaults()
    {
        if (Packages.Count == 0 && !(Registry?.Models.Count > 0))
        {
            yield return "ServerOptions.Packages is empty. Name one package at least, or a model of the registry.";
        }

        foreach (var name in Packages.Keys.Where(name => Registry?.Models.ContainsKey(name) == true))
        {
            yield return $"A package and a model of the registry would both be served as '{name}'. Give one another name.";
        }

        foreach (var name in Packages.Keys.Where(name => !Traffic.ServedModels.IsName(name)))
        {
            yield return $"A model cannot be named '{name}'. Use letters, digits, '-', '_' and '.', at most 100 and no '.' first; it stands in addresses.";
        }
    }

    private IEnumerable<string> MonitoringFaults()
    {
        if (Monitoring is not { } told)
        {
            yield break;
        }

        if (RequestLog.Log is null)
        {
            yield return "ServerOptions.Monitoring needs a log of requests that can be read back. Give one (--log).";
        }

        foreach (var name in told.References.Keys.Where(name => !Serves(name)))
        {
            yield return $"MonitoringOptions.References names '{name}', and no model is served under that name. Name one of: {string.Join(", ", Packages.Keys.Concat(Registry?.Models.Keys ?? []).Select(one => $"'{one}'"))}.";
        }

        foreach (var fault in told.Faults())
        {
            yield return fault;
        }
    }

    private IEnumerable<string> RetrainingFaults()
    {
        if (Retraining is not { } told)
        {
            yield break;
        }

        if (!(Registry?.Followed.Any() == true))
        {
            yield return "ServerOptions.Retraining needs a model of the registry that is served by an alias, as promotion goes through the gate there alone. Serve one as churn@champion.";
        }

        if (RequestLog.Log is null && told.Data.Count == 0)
        {
            yield return "ServerOptions.Retraining needs labelled rows: a log of requests that can be read back (--log), or RetrainingOptions.Data.";
        }

        foreach (var name in told.Data.Keys.Where(name => !Serves(name)))
        {
            yield return $"RetrainingOptions.Data names '{name}', and no model is served under that name. Name one of: {string.Join(", ", Packages.Keys.Concat(Registry?.Models.Keys ?? []).Select(one => $"'{one}'"))}.";
        }

        foreach (var fault in told.Faults())
        {
            yield return fault;
        }
    }

    private bool Serves(string name) => Packages.ContainsKey(name) || Registry?.Models.ContainsKey(name) == true;

    private IEnumerable<string> Faults()
    {
        if (Port is < 0 or > 65535)
        {
            yield return FormattableString.Invariant($"ServerOptions.Port must be 0 to 65535. Got {Port}. Leave it out for 8080.");
        }

        if (!IPAddress.IsLoopback(Address) && !AsksWho)
        {
            yield return $"Address {Address} can be reached from other machines, and nothing says who may ask. Name a file of keys (--keys) or a key of tokens (--token-key), or listen on 127.0.0.1.";
        }

        if (TokenKeyFile is not null && (string.IsNullOrEmpty(TokenIssuer) || string.IsNullOrEmpty(TokenAudience)))
        {
            yield return "Tokens are taken only from an issuer and for an audience that are known. Name both (--token-issuer, --token-audience).";
        }

        if (DrainDelay < TimeSpan.Zero || DrainTime <= TimeSpan.Zero || DrainDelay > TimeSpan.FromHours(1) || DrainTime > TimeSpan.FromHours(1))
        {
            yield return FormattableString.Invariant($"ServerOptions.DrainDelay must be 0 to one hour and DrainTime above 0 to one hour. Got {DrainDelay:c} and {DrainTime:c}. Leave them out for 0 and 30 seconds.");
        }
    }
}
