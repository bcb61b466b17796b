using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Modelwright.Core.Errors;
using Modelwright.Server.Pages;

namespace Modelwright.Server.Security;

/// <summary>Says who asks. Where nobody must show a key, it sees to it that no page of another site asks by a person's browser.</summary>
internal sealed class Doorkeeper : IDisposable
{
    private const int LongestKey = 16_384;
    private readonly IReadOnlyList<ApiKey> _keys;
    private readonly Tokens? _tokens;
    private readonly bool _asksWho;

    /// <exception cref="OptionsException">A file of keys cannot be read.</exception>
    public Doorkeeper(ServerOptions options)
    {
        _asksWho = options.AsksWho;
        _keys = options.KeyFile is { } path ? ApiKeyFile.Read(path) : [];
        _tokens = options.TokenKeyFile is null ? null : new(options);
    }

    /// <summary>Who asks; null where that is not known.</summary>
    internal ValueTask<Caller?> WhoAsync(HttpContext context)
    {
        if (!_asksWho)
        {
            return new(IsFromHere(context) ? Caller.Anybody : null);
        }

        // A session is known by the pages alone: routes for programs take no cookie, so that no page of another site can ask them by a browser.
        var key = Presented(context);
        return key is not null ? WhoAsync(key) : new(context.GetEndpoint()?.Metadata.GetMetadata<PageMark>()?.Sessions.Find(context));
    }

    /// <summary>Whose key or token it is; null where that is not known.</summary>
    internal ValueTask<Caller?> WhoAsync(string key)
    {
        if (key.Length is 0 or > LongestKey)
        {
            return new((Caller?)null);
        }

        return _tokens is not null && key.Count('.') == 2 ? _tokens.WhoAsync(key) : new(Find(key));
    }

    public void Dispose() => _tokens?.Dispose();

    // All keys are compared, each in constant time, so that the time tells nothing of which was near.
    private Caller? Find(string key)
    {
        var hash = ApiKeyFile.Hash(key);
        Caller? found = null;
        foreach (var one in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, one.Hash))
            {
                found = new(one.Name, one.Roles);
            }
        }

        return found;
    }

    private static string? Presented(HttpContext context)
    {
        const string Bearer = "Bearer ";
        if (context.Request.Headers.Authorization is [{ } written] && written.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return written[Bearer.Length..].Trim();
        }

        return context.Request.Headers["X-Api-Key"] is [{ } key] ? key : null;
    }

    /// <summary>Whether the request names this machine and comes from no other site: a name that leads here may be anyone's (DNS rebinding).</summary>
    private static bool IsFromHere(HttpContext context)
    {
        var host = context.Request.Host.Host;
        var isHere = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        if (!isHere)
        {
            return false;
        }

        var origin = context.Request.Headers.Origin;
        return origin.Count == 0 || (origin is [{ } written] && Uri.TryCreate(written, UriKind.Absolute, out var site) && site.Authority.Equals(context.Request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
