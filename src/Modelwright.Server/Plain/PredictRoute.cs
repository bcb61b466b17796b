using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modelwright.Server.Answers;
using Modelwright.Server.Http;
using Modelwright.Server.Measuring;
using Modelwright.Server.Rows;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Plain;

/// <summary>Rows in, named answers out: POST /predict and /models/MODEL/predict. One row is read straight into the model's row and answered without a table.</summary>
internal sealed class PredictRoute(ServerOptions options, ServedModels models, Answering answering)
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Model = JsonEncodedText.Encode("model");
    private static readonly JsonEncodedText Version = JsonEncodedText.Encode("version");

    internal void Map(IEndpointRouteBuilder routes)
    {
        var role = new RouteRole(Role.Predict);
        foreach (var pattern in new[] { "/predict", "/models/{model}/predict", "/models/{model}/versions/{version}/predict" })
        {
            routes.Add("POST", pattern, role, AnswerAsync);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Routes.ExpectJson(context);
        var target = models.Target(context, RequestIds.Of(context, options.Time));
        var body = await BodyReader.ReadAsync(context, options.Limits.BodyBytes, options.Limits.RequestTime).ConfigureAwait(false);
        var work = target.Version.Work.Get();
        try
        {
            bool isOne;
            try
            {
                isOne = new JsonRows(target.Version.Layout, options.Limits).Read(body, work.Rows, work.Faults);
            }
            finally
            {
                BodyReader.Release(context, body);
            }

            using var reply = JsonReply.Rent();
            Answer(context, target, work, isOne, reply.Writer);
            await reply.SendAsync(context).ConfigureAwait(false);
        }
        finally
        {
            target.Version.Work.Return(work);
        }
    }

    private void Answer(HttpContext context, AnswerTarget target, RowWork work, bool isOne, Utf8JsonWriter writer)
    {
        using var activity = Traces.Answer("modelwright.predict", target);
        activity?.SetTag(Traces.RowsTag, work.Rows.RowCount);
        if (isOne && context.Request.QueryString.HasValue is false)
        {
            answering.Answer(target, work, context.RequestAborted);
            Write(writer, target, work.Answers, isOne, null);
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(options.Limits.RequestTime);
        answering.Answer(target, work, limit.Token);
        var reasons = WantsReasons(context) && work.Rows.RowCount > 0 ? ReasonJson.Of(target.Version, work.Rows, options.Limits, limit.Token) : null;
        Write(writer, target, work.Answers, isOne, reasons);
    }

    private static bool WantsReasons(HttpContext context) => context.Request.Query["reasons"] is [var wanted] && wanted is "true" or "1" or "";

    private static void Write(Utf8JsonWriter writer, AnswerTarget target, AnswerSet answers, bool isOne, ReasonJson? reasons)
    {
        writer.WriteStartObject();
        writer.WriteString(Id, target.Id);
        writer.WriteString(Model, target.Model.Name);
        writer.WriteString(Version, target.Version.Version);
        if (isOne)
        {
            AnswerJson.Write(writer, target.Version, answers, 0);
            reasons?.Write(writer, 0);
        }
        else
        {
            writer.WriteStartArray("answers");
            for (var row = 0; row < answers.RowCount; row++)
            {
                writer.WriteStartObject();
                AnswerJson.Write(writer, target.Version, answers, row);
                reasons?.Write(writer, row);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (answers.Notes.Count > 0)
        {
            writer.WriteStartArray("notes");
            foreach (var note in answers.Notes)
            {
                writer.WriteStringValue(note);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
