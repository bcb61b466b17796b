using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Modelwright.Server.Http;
using Modelwright.Server.Pages;

namespace Modelwright.Server.Faults;

/// <summary>Tells a fault: problem details (RFC 9457) with the member 'errors', and on routes of the inference protocol its own shape.</summary>
internal static class ProblemReply
{
    internal static async Task WriteAsync(HttpContext context, RequestException fault)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = fault.Status;
        context.Response.Headers.CacheControl = "no-store";
        if (fault.RetryAfter > 0)
        {
            context.Response.Headers.RetryAfter = new StringValues(fault.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (fault.EndsConnection)
        {
            context.Response.Headers.Connection = "close";
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is { } page)
        {
            await page.TellAsync(context, fault).ConfigureAwait(false);
            return;
        }

        if (fault.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        var isInference = context.Request.Path.StartsWithSegments("/v2", StringComparison.Ordinal);
        using var reply = JsonReply.Rent();
        if (isInference)
        {
            WriteInference(reply.Writer, fault);
        }
        else
        {
            WriteProblem(reply.Writer, fault);
        }

        await reply.SendAsync(context, isInference ? "application/json" : "application/problem+json").ConfigureAwait(false);
    }

    private static void WriteInference(Utf8JsonWriter writer, RequestException fault)
    {
        writer.WriteStartObject();
        writer.WriteString("error", fault.Message);
        writer.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter writer, RequestException fault)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "about:blank");
        writer.WriteString("title", ReasonPhrases.GetReasonPhrase(fault.Status));
        writer.WriteNumber("status", fault.Status);
        writer.WriteString("detail", fault.Title);
        WriteErrors(writer, fault.Faults);
        if (fault.Count > fault.Faults.Count)
        {
            writer.WriteNumber("errors_in_all", fault.Count);
        }

        writer.WriteEndObject();
    }

    /// <summary>The member 'errors' of an object that is begun.</summary>
    internal static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<RequestFault> faults)
    {
        writer.WriteStartArray("errors");
        foreach (var one in faults)
        {
            writer.WriteStartObject();
            if (one.Row is { } row)
            {
                writer.WriteNumber("row", row);
            }

            WriteText(writer, "column", one.Column);
            WriteText(writer, "value", one.Value);
            writer.WriteString("message", one.Message);
            writer.WriteString("remedy", one.Remedy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
