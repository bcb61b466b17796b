using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modelwright.Core.Data;
using Modelwright.Server.Answers;
using Modelwright.Server.Faults;
using Modelwright.Server.Http;
using Modelwright.Server.Measuring;
using Modelwright.Server.Plain;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Inference;

/// <summary>The Open Inference Protocol v2 over HTTP and JSON.</summary>
/// <remarks>Source: github.com/kserve/open-inference-protocol, specification/protocol/inference_rest.md; the index of models as Triton and KServe have it.</remarks>
internal sealed class InferenceRoutes(ServerOptions options, ServedModels models, Answering answering, Drain drain)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Add("GET", "/v2", RouteRole.Known, ServerAsync);
        routes.Add("GET", "/v2/health/live", RouteRole.Open, context => FlagAsync(context, "live", isGood: true));
        routes.Add("GET", "/v2/health/ready", RouteRole.Open, context => FlagAsync(context, "ready", drain.IsReady));
        routes.Add("POST", "/v2/repository/index", RouteRole.Known, IndexAsync);
        foreach (var model in new[] { "/v2/models/{model}", "/v2/models/{model}/versions/{version}" })
        {
            routes.Add("GET", model, RouteRole.Known, ModelAsync);
            routes.Add("GET", $"{model}/ready", RouteRole.Known, ReadyAsync);
            routes.Add("POST", $"{model}/infer", new(Role.Predict), InferAsync);
        }
    }

    private static async Task FlagAsync(HttpContext context, string name, bool isGood)
    {
        context.Response.StatusCode = isGood ? 200 : 503;
        using var reply = JsonReply.Rent();
        reply.Writer.WriteStartObject();
        reply.Writer.WriteBoolean(name, isGood);
        reply.Writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private static async Task ServerAsync(HttpContext context)
    {
        using var reply = JsonReply.Rent();
        reply.Writer.WriteStartObject();
        reply.Writer.WriteString("name", "modelwright");
        reply.Writer.WriteString("version", ModelRoutes.ServerVersion);
        reply.Writer.WriteStartArray("extensions");
        reply.Writer.WriteStringValue("model_repository");
        reply.Writer.WriteEndArray();
        reply.Writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private async Task IndexAsync(HttpContext context)
    {
        using var reply = JsonReply.Rent();
        reply.Writer.WriteStartArray();
        foreach (var model in models.All)
        {
            foreach (var version in model.Versions)
            {
                reply.Writer.WriteStartObject();
                reply.Writer.WriteString("name", model.Name);
                reply.Writer.WriteString("version", version.Version);
                reply.Writer.WriteString("state", "READY");
                reply.Writer.WriteString("reason", "");
                reply.Writer.WriteEndObject();
            }
        }

        reply.Writer.WriteEndArray();
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private async Task ReadyAsync(HttpContext context)
    {
        var target = models.Target(context, "");
        context.Response.StatusCode = drain.IsReady ? 200 : 503;
        using var reply = JsonReply.Rent();
        reply.Writer.WriteStartObject();
        reply.Writer.WriteString("name", target.Model.Name);
        reply.Writer.WriteBoolean("ready", drain.IsReady);
        reply.Writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private async Task ModelAsync(HttpContext context)
    {
        var target = models.Target(context, "");
        using var reply = JsonReply.Rent();
        var writer = reply.Writer;
        writer.WriteStartObject();
        writer.WriteString("name", target.Model.Name);
        writer.WriteStartArray("versions");
        foreach (var version in target.Model.Versions)
        {
            writer.WriteStringValue(version.Version);
        }

        writer.WriteEndArray();
        writer.WriteString("platform", "modelwright");
        writer.WriteStartArray("inputs");
        foreach (var column in target.Version.Layout.Columns)
        {
            WriteTensor(writer, column.Name, column.Type == ColumnType.Number ? "FP64" : column.IsBoolean ? "BOOL" : "BYTES", 0);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("outputs");
        foreach (var output in InferenceOutput.Of(target.Version))
        {
            WriteTensor(writer, output.Name, output.Datatype, output.Width);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private static void WriteTensor(Utf8JsonWriter writer, string name, string datatype, int width)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("datatype", datatype);
        writer.WriteStartArray("shape");
        writer.WriteNumberValue(-1);
        if (width > 0)
        {
            writer.WriteNumberValue(width);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private async Task InferAsync(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey("Inference-Header-Content-Length"))
        {
            throw RequestException.Of(415, "The body is no JSON.", "It holds binary data.", "Send the data as JSON (binary_data = False).");
        }

        Routes.ExpectJson(context);
        var given = RequestIds.Of(context, options.Time);
        var target = models.Target(context, given);
        var body = await BodyReader.ReadAsync(context, options.Limits.BodyBytes, options.Limits.RequestTime).ConfigureAwait(false);
        var work = target.Version.Work.Get();
        try
        {
            var request = Read(context, body, target, work);
            var outputs = Chosen(request, target.Version);
            target = request.Id is { } id ? target with { Id = RequestIds.Of(context, options.Time, id) } : target;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            limit.CancelAfter(options.Limits.RequestTime);
            using (var activity = Traces.Answer("modelwright.infer", target))
            {
                activity?.SetTag(Traces.RowsTag, work.Rows.RowCount);
                answering.Answer(target, work, limit.Token);
            }

            using var reply = JsonReply.Rent();
            Write(reply.Writer, target, outputs, work.Answers);
            await reply.SendAsync(context).ConfigureAwait(false);
        }
        finally
        {
            target.Version.Work.Return(work);
        }
    }

    private InferenceBody Read(HttpContext context, ReadOnlySequence<byte> body, AnswerTarget target, RowWork work)
    {
        try
        {
            return new TensorRows(target.Version.Layout, options.Limits).Read(body, work.Rows, work.Faults);
        }
        catch (JsonException cause)
        {
            throw RequestException.Of(400, "The body is not JSON.", cause.Message, "Send a request of the Open Inference Protocol v2 in UTF-8.");
        }
        catch (InvalidOperationException)
        {
            throw RequestException.Of(400, "The body is not JSON.", "A text holds half a character or bytes that are no UTF-8.", "Write whole characters in UTF-8.");
        }
        finally
        {
            BodyReader.Release(context, body);
        }
    }

    private static List<InferenceOutput> Chosen(InferenceBody request, ModelVersion version)
    {
        var all = InferenceOutput.Of(version);
        if (request.Outputs is not { Count: > 0 } names)
        {
            return [.. all];
        }

        return names.Count > all.Count
            ? throw InferenceBody.Wrong(FormattableString.Invariant($"{names.Count} outputs are asked for, and the model has {all.Count}."), "Ask for each once.")
            : [.. names.Select(name => all.FirstOrDefault(output => output.Name == name)
                ?? throw InferenceBody.Wrong($"The model has no output '{RequestFault.Shown(name)}'.", $"It has: {string.Join(", ", all.Select(output => $"'{output.Name}'"))}."))];
    }

    private static void Write(Utf8JsonWriter writer, AnswerTarget target, List<InferenceOutput> outputs, AnswerSet answers)
    {
        writer.WriteStartObject();
        writer.WriteString("model_name", target.Model.Name);
        writer.WriteString("model_version", target.Version.Version);
        writer.WriteString("id", target.Id);
        writer.WriteStartArray("outputs");
        foreach (var output in outputs)
        {
            output.Write(writer, answers);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
