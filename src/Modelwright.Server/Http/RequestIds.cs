using Microsoft.AspNetCore.Http;
using Modelwright.Server.Faults;

namespace Modelwright.Server.Http;

/// <summary>The id of a request: the one it came with, else one made for it. Labels find their rows by it.</summary>
internal static class RequestIds
{
    internal const string Header = "X-Request-Id";
    private const int Longest = 128;

    /// <summary>The id, which the headers of the answer tell as well.</summary>
    /// <exception cref="RequestException">The id is too long, or holds more than visible ASCII.</exception>
    internal static string Of(HttpContext context, TimeProvider time, string? inBody = null)
    {
        var given = inBody ?? (context.Request.Headers[Header] is [{ Length: > 0 } header] ? header : null);
        var id = given is null ? Guid.CreateVersion7(time.GetUtcNow()).ToString("N") : Checked(given);
        context.Response.Headers[Header] = id;
        return id;
    }

    /// <exception cref="RequestException">The id is too long, or holds more than visible ASCII.</exception>
    internal static string Checked(string id) => id.Length is > 0 and <= Longest && id.All(letter => letter is > ' ' and < '\x7f')
        ? id
        : throw RequestException.Of(400, "The id cannot be used.", FormattableString.Invariant($"An id has 1 to {Longest} visible characters of ASCII and no space."), "Give another, or none to have one made.");

    /// <summary>What is the same for requests that should meet one version: the header 'X-Sticky-Key', else the id.</summary>
    internal static string Sticky(HttpContext context, string id) => context.Request.Headers["X-Sticky-Key"] is [{ Length: > 0 and <= 1024 } key] ? key : id;
}
