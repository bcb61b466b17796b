using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modelwright.Core.Data;
using Modelwright.Server.Http;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Plain;

/// <summary>What is served: GET /models, and GET /models/MODEL with its columns, classes and main figures.</summary>
internal sealed class ModelRoutes(ServedModels models)
{
    internal static string ServerVersion { get; } = typeof(ModelRoutes).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Add("GET", "/models", RouteRole.Known, ListAsync);
        routes.Add("GET", "/models/{model}", RouteRole.Known, ShowAsync);
    }

    private async Task ListAsync(HttpContext context)
    {
        using var reply = JsonReply.Rent();
        var writer = reply.Writer;
        writer.WriteStartObject();
        writer.WriteString("server", "modelwright");
        writer.WriteString("server_version", ServerVersion);
        writer.WriteStartArray("models");
        foreach (var model in models.All)
        {
            writer.WriteStartObject();
            writer.WriteString("name", model.Name);
            writer.WriteString("version", model.State.Champion.Version);
            writer.WriteString("model_id", model.State.Champion.ModelId);
            writer.WriteString("task", model.State.Champion.Predictor.Package.Model.Task.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private async Task ShowAsync(HttpContext context)
    {
        var model = models.Named(context);
        var version = model.State.Champion;
        var package = version.Predictor.Package;
        using var reply = JsonReply.Rent();
        var writer = reply.Writer;
        writer.WriteStartObject();
        writer.WriteString("name", model.Name);
        writer.WriteString("version", version.Version);
        writer.WriteString("model_id", version.ModelId);
        writer.WriteString("loaded_at", version.LoadedAt);
        writer.WriteString("task", package.Model.Task.Name);
        writer.WriteString("target", package.Model.Schema.Target?.Name);
        WriteColumns(writer, version);
        writer.WriteStartArray("classes");
        foreach (var name in version.Classes)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        WriteFigures(writer, package.EvidenceJson);
        TrafficJson.Write(writer, model.State);
        writer.WriteEndObject();
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private static void WriteColumns(Utf8JsonWriter writer, ModelVersion version)
    {
        writer.WriteStartArray("columns");
        foreach (var column in version.Layout.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("type", column.Type switch { ColumnType.Number => "number", ColumnType.Category => "category", ColumnType.Time => "time", _ => "text" });
            if (column.Unit is { } unit)
            {
                writer.WriteString("unit", unit);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // The evidence is read as it stands: a package of a later release may hold more than this one knows.
    private static void WriteFigures(Utf8JsonWriter writer, string evidence)
    {
        using var document = JsonDocument.Parse(evidence);
        writer.WriteStartArray("figures");
        if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("figures", out var figures) && figures.ValueKind == JsonValueKind.Array)
        {
            foreach (var figure in figures.EnumerateArray())
            {
                figure.WriteTo(writer);
            }
        }

        writer.WriteEndArray();
    }
}
