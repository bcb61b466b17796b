using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modelwright.Server.Faults;
using Modelwright.Server.Http;
using Modelwright.Server.Measuring;
using Modelwright.Server.Requests;
using Modelwright.Server.Rows;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Plain;

/// <summary>POST /models/MODEL/labels: the truth about rows that were answered, by their ids. Answered only once the log of requests says that it is durable.</summary>
internal sealed class LabelRoute(ServerOptions options, ServedModels models, ServerMeasures measures)
{
    internal void Map(IEndpointRouteBuilder routes) => routes.Add("POST", "/models/{model}/labels", new(Role.Label), AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        Routes.ExpectJson(context);
        var model = models.Named(context);
        if (!options.RequestLog.KeepsLabels)
        {
            throw RequestException.Of(409, "Labels are not kept.", "The server was started without a log of requests.", "Start it with one.");
        }

        var body = await BodyReader.ReadAsync(context, options.Limits.BodyBytes, options.Limits.RequestTime).ConfigureAwait(false);
        List<ServedLabel> labels;
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = options.Limits.JsonDepth });
            labels = Read(document.RootElement);
        }
        catch (JsonException cause)
        {
            throw JsonRows.NotJson(cause);
        }
        finally
        {
            BodyReader.Release(context, body);
        }

        using var activity = Traces.Begin("modelwright.labels", model.Name);
        activity?.SetTag(Traces.RowsTag, labels.Count);
        await KeepAsync(model.Name, labels, context.RequestAborted).ConfigureAwait(false);
        measures.Labelled(model.Name, labels.Count);
        model.CountLabels(labels.Count);
        using var reply = JsonReply.Rent();
        reply.Writer.WriteStartObject();
        reply.Writer.WriteNumber("kept", labels.Count);
        reply.Writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private async Task KeepAsync(string model, List<ServedLabel> labels, CancellationToken cancellation)
    {
#pragma warning disable CA1031 // whatever the log throws, the labels must not seem to be kept
        try
        {
            await options.RequestLog.AppendLabelsAsync(model, labels, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new RequestException(503, "The labels cannot be kept.", [new("The log of requests cannot be written.", "Come again; if it stays so, see the log of the server.")], 1) { RetryAfter = 1 };
        }
#pragma warning restore CA1031
    }

    private List<ServedLabel> Read(JsonElement root)
    {
        var (labels, faults) = (new List<ServedLabel>(), new FaultList());
        JsonElement[] items = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
        if (items.Length > options.Limits.Rows)
        {
            throw RequestException.Of(413, "The body has too many labels.", FormattableString.Invariant($"It has {items.Length}, and at most {options.Limits.Rows} are taken."), "Send fewer at a time.");
        }

        for (var place = 0; place < items.Length; place++)
        {
            if (Label(items[place]) is { } label)
            {
                labels.Add(label);
            }
            else
            {
                faults.Add(new("it is no label.", "Give {\"id\": \"…\", \"label\": \"yes\"}, with \"row\" where the request had several rows.", place));
            }
        }

        if (faults.Count > 0)
        {
            throw new RequestException(400, "The labels cannot be kept.", faults.Told, faults.Count);
        }

        return labels;
    }

    private ServedLabel? Label(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String || !item.TryGetProperty("label", out var label))
        {
            return null;
        }

        try
        {
            var row = 0;
            var text = label.ValueKind switch
            {
                JsonValueKind.String => label.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => label.GetRawText(),
                _ => null,
            };
            var hasRow = !item.TryGetProperty("row", out var given) || (given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out row) && row >= 0);
            return hasRow && text is { Length: > 0 } && text.Length <= options.Limits.TextLength ? new(RequestIds.Checked(id.GetString()!), row, text) : null;
        }
        catch (Exception cause) when (cause is InvalidOperationException or RequestException)
        {
            // Half a character, or an id that no answer has.
            return null;
        }
    }
}
