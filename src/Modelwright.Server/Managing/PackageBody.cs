using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Modelwright.Server.Faults;
using Modelwright.Server.Http;

namespace Modelwright.Server.Managing;

/// <summary>The bytes of a package that a manager sends.</summary>
internal static class PackageBody
{
    /// <summary>The kind of body that a package is sent as.</summary>
    internal const string Type = "application/octet-stream";

    /// <summary>Reads it; nothing of it is checked.</summary>
    /// <exception cref="RequestException">It is too long or too slow.</exception>
    internal static async Task<byte[]> ReadAsync(HttpContext context, ServerLimits limits)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.PackageBytes;
        }

        var body = await BodyReader.ReadAsync(context, limits.PackageBytes, limits.RequestTime).ConfigureAwait(false);
        try
        {
            return body.ToArray();
        }
        finally
        {
            BodyReader.Release(context, body);
        }
    }
}
