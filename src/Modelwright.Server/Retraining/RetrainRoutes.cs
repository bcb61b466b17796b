using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modelwright.Core.Errors;
using Modelwright.Server.Faults;
using Modelwright.Server.Http;
using Modelwright.Server.Managing;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;
using RecordedDocuments = Modelwright.Recording.Documents;

namespace Modelwright.Server.Retraining;

/// <summary>/manage/models/MODEL/retrain: POST begins a training, GET tells where it stands and how the last ones ended, DELETE cancels it.</summary>
internal sealed class RetrainRoutes(ServerOptions options, ServedModels models, RetrainingJobs jobs)
{
    private const string Path = "/manage/models/{model}/retrain";

    internal void Map(IEndpointRouteBuilder routes)
    {
        var role = new RouteRole(Role.Manage);
        routes.Add("POST", Path, role, BeginAsync);
        routes.Add("GET", Path, role, context => ShowAsync(context, Job(context)));
        routes.Add("DELETE", Path, role, CancelAsync);
    }

    private async Task BeginAsync(HttpContext context)
    {
        var job = Job(context);
        string? reason = null;
        if (context.Request.ContentLength is not (0 or null))
        {
            using var body = await JsonBody.ReadAsync(context, options.Limits).ConfigureAwait(false);
            reason = body.RootElement.Text("reason");
        }

        try
        {
            jobs.Start(job.Name, context.Features.Get<Caller>()!.Name, reason);
        }
        catch (OptionsException cause)
        {
            throw RequestException.Of(409, "No training is begun.", cause.Message, $"GET /manage/models/{job.Name}/retrain tells how it stands.");
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await ShowAsync(context, job).ConfigureAwait(false);
    }

    private async Task CancelAsync(HttpContext context)
    {
        var job = Job(context);
        if (!job.Cancel())
        {
            throw RequestException.Of(409, "Nothing is cancelled.", $"Model '{job.Name}' is not being trained.", $"GET /manage/models/{job.Name}/retrain tells how the last one ended.");
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await ShowAsync(context, job).ConfigureAwait(false);
    }

    private RetrainingJob Job(HttpContext context)
    {
        var model = models.Named(context);
        return jobs.TryGet(model.Name, out var job)
            ? job
            : throw RequestException.Of(409, "The model is not trained again.", options.Retraining is null ? "The server was started without retraining." : $"Model '{model.Name}' is no model of the registry that is served by an alias.", "Serve it as churn@champion from a store, with --retrain.");
    }

    private static async Task ShowAsync(HttpContext context, RetrainingJob job)
    {
        using var reply = JsonReply.Rent();
        var writer = reply.Writer;
        var (isRunning, progress) = (job.IsRunning, job.Progress);
        writer.WriteStartObject();
        writer.WriteString("model", job.Name);
        writer.WriteString("registered", job.RegisteredName);
        writer.WriteBoolean("running", isRunning);
        if (isRunning)
        {
            writer.WriteString("reason", job.Reason);
            Write(writer, progress);
        }

        writer.WriteStartArray("records");
        foreach (var record in job.Records)
        {
            Write(writer, record);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter writer, TrainingProgress? progress)
    {
        writer.WriteStartObject("progress");
        writer.WriteString("stage", progress?.Stage ?? "begin");
        writer.WriteNumber("share", progress?.Share ?? 0);
        writer.WriteString("message", progress?.Message ?? "");
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RetrainingRecord record)
    {
        writer.WriteStartObject();
        using var document = JsonDocument.Parse(RecordedDocuments.Write(record with { Decision = null }));
        foreach (var member in document.RootElement.EnumerateObject())
        {
            member.WriteTo(writer);
        }

        if (record.Decision is { } decision)
        {
            writer.WritePropertyName("decision");
            writer.WriteRawValue(decision);
        }

        writer.WriteEndObject();
    }
}
