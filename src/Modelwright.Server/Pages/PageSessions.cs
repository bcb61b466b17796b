using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Modelwright.Server.Security;

namespace Modelwright.Server.Pages;

/// <summary>Who is signed in to the pages. Sessions live in memory alone, so a server that starts anew knows none. Safe from any thread.</summary>
internal sealed class PageSessions(TimeProvider time)
{
    internal const string Cookie = "modelwright_session";
    private const int MostSessions = 1_000;
    private const int IdBytes = 32;
    private const int LongestId = 64;

    /// <summary>How long a session by a key lasts.</summary>
    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(8);

    /// <summary>How long one by a token lasts, which itself is short-lived.</summary>
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    // By the hash of the id, so that what lies in memory opens nothing.
    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> _sessions = new(StringComparer.Ordinal);

    /// <summary>Begins a session and hands its id to the browser, where no script can read it and no other site can send it.</summary>
    internal void Begin(HttpContext context, Caller caller, bool isToken)
    {
        var now = time.GetUtcNow();
        foreach (var old in _sessions.Where(old => old.Value.Until <= now))
        {
            _sessions.TryRemove(old);
        }

        // Whoever signs in has a key, so many sessions are an accident; the one that ends first makes room.
        if (_sessions.Count >= MostSessions)
        {
            _sessions.TryRemove(_sessions.MinBy(one => one.Value.Until).Key, out _);
        }

        var life = isToken ? TokenLife : KeyLife;
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        _sessions[Hashed(id)] = (caller, now + life);
        context.Response.Cookies.Append(Cookie, id, Options(context, life));
    }

    /// <summary>Who is signed in by this browser; null for nobody.</summary>
    internal Caller? Find(HttpContext context) =>
        context.Request.Cookies[Cookie] is { Length: > 0 and <= LongestId } id && _sessions.TryGetValue(Hashed(id), out var session) && session.Until > time.GetUtcNow() ? session.Caller : null;

    /// <summary>Ends the session of this browser.</summary>
    internal void End(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { Length: > 0 and <= LongestId } id)
        {
            _sessions.TryRemove(Hashed(id), out _);
        }

        context.Response.Cookies.Delete(Cookie, Options(context, null));
    }

    private static string Hashed(string id) => Convert.ToHexString(ApiKeyFile.Hash(id));

    // TLS ends before the server, which says so by a header; where nobody says so the cookie must go in the clear, as the key did.
    private static CookieOptions Options(HttpContext context, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] is ["https"],
        Path = "/",
        MaxAge = life,
        IsEssential = true,
    };
}
