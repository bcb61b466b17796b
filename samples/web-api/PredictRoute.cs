using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Hosting;

namespace Modelwright.Samples.WebApi;

/// <summary>POST /predict: one JSON row gets one answer, an array of rows an array of answers.</summary>
internal static class PredictRoute
{
    private const int MostRows = 1000;

    // A column given twice is an error, as everywhere in Modelwright.
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Answers the rows of a request, all by one model.</summary>
    internal static IResult Answer(JsonElement body, HostedPredictor model)
    {
        if (!model.IsLoaded)
        {
            return Results.Problem("No model is loaded; see /health.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            var rows = Rows(body);
            if (rows.Length == 0)
            {
                return Results.Ok(Array.Empty<RowAnswer>());
            }

            var predictions = model.PredictAll(rows);
            RowAnswer[] answers = [.. Enumerable.Range(0, rows.Length).Select(row => RowAnswer.Of(predictions, row))];
            return body.ValueKind == JsonValueKind.Array ? Results.Ok(answers) : Results.Ok(answers[0]);
        }
        catch (Exception fault) when (fault is DataException or JsonException)
        {
            var faults = fault.Message.Split('\n');
            return Results.Problem(
                faults.Length == 1 ? faults[0] : $"{faults.Length} things are wrong with the rows; see faults.",
                statusCode: StatusCodes.Status400BadRequest,
                title: "The rows cannot be answered.",
                extensions: new Dictionary<string, object?> { ["faults"] = faults });
        }
    }

    private static Dictionary<string, object?>[] Rows(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.Object => [body.Deserialize<Dictionary<string, object?>>(Strict)!],
        JsonValueKind.Array when body.GetArrayLength() <= MostRows => body.Deserialize<Dictionary<string, object?>[]>(Strict)!,
        JsonValueKind.Array => throw new DataException(FormattableString.Invariant($"A request holds at most {MostRows} rows; this one has {body.GetArrayLength()}. Send them in several requests.")),
        _ => throw new DataException("A request holds one row, such as {\"age\": 41}, or an array of rows. Send one of them as JSON."),
    };
}
