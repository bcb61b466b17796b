using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Modelwright.Server.Faults;
using Modelwright.Server.Http;

namespace Modelwright.Server.Managing;

/// <summary>The body of a call that manages: one object of JSON, with members that are read by name.</summary>
internal static class JsonBody
{
    /// <summary>Reads it; who calls it disposes of the document.</summary>
    /// <exception cref="RequestException">It is no object of JSON, too long, too deep or too slow.</exception>
    internal static async Task<JsonDocument> ReadAsync(HttpContext context, ServerLimits limits)
    {
        Routes.ExpectJson(context);
        var body = await BodyReader.ReadAsync(context, limits.BodyBytes, limits.RequestTime).ConfigureAwait(false);
        try
        {
            // The bytes of the body are used again, and the document is read after that.
            var document = JsonDocument.Parse(System.Buffers.BuffersExtensions.ToArray(body), new() { MaxDepth = limits.JsonDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw Wrong("The body is no object.", "Send an object.");
        }
        catch (JsonException cause)
        {
            throw Wrong(cause.Message, "Send an object of JSON.");
        }
        finally
        {
            BodyReader.Release(context, body);
        }
    }

    /// <summary>A text; null where it is absent or null.</summary>
    /// <exception cref="RequestException">It is no text.</exception>
    internal static string? Text(this JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        try
        {
            return member.ValueKind == JsonValueKind.String ? member.GetString() : throw Wrong($"The member '{name}' is no text.", "Give a text.");
        }
        catch (InvalidOperationException)
        {
            throw Wrong($"The member '{name}' holds half a character.", "Write whole characters.");
        }
    }

    /// <summary>Yes or no; false where it is absent or null.</summary>
    /// <exception cref="RequestException">It is neither true nor false.</exception>
    internal static bool Flag(this JsonElement root, string name) => root.TryGetProperty(name, out var member) && member.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw Wrong($"The member '{name}' is neither true nor false.", "Give true or false."),
    };

    /// <summary>A version: a whole number, or an alias; null where it is absent or null.</summary>
    /// <exception cref="RequestException">It is something else.</exception>
    internal static string? Version(this JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number ? member.GetRawText() : root.Text(name);

    internal static RequestException Wrong(string message, string remedy) => RequestException.Of(400, "The request cannot be read.", message, remedy);
}
