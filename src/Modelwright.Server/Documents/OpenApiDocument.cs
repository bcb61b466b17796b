using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Server.Plain;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Documents;

/// <summary>The OpenAPI 3.1 document of the server. It is written by hand, since its rows follow from the packages that are served and not from types.</summary>
internal static class OpenApiDocument
{
    internal static void Write(Utf8JsonWriter writer, IReadOnlyList<ServedModel> models)
    {
        writer.WriteStartObject();
        writer.WriteString("openapi", "3.1.0");
        writer.WriteStartObject("info");
        writer.WriteString("title", "Modelwright server");
        writer.WriteString("version", ModelRoutes.ServerVersion);
        writer.WriteEndObject();
        writer.WriteStartObject("paths");
        foreach (var path in RouteCatalog.All.GroupBy(route => route.Path))
        {
            writer.WriteStartObject(path.Key);
            foreach (var route in path)
            {
                WriteRoute(writer, route);
            }

            writer.WriteEndObject();
        }

        foreach (var model in models)
        {
            writer.WriteStartObject($"/models/{model.Name}/predict");
            WriteOperation(writer, "post", $"Answers one row or many of model '{model.Name}'.", [], $"#/components/schemas/{model.Name}.rows", true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        WriteComponents(writer, models);
        writer.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter writer, RouteEntry route)
    {
        string[] names = [.. route.Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1])];
        WriteOperation(writer, route.Method.ToLowerInvariant(), route.Summary, names, null, route.Role != "");
    }

    private static void WriteOperation(Utf8JsonWriter writer, string method, string summary, string[] names, string? body, bool needsKey)
    {
        writer.WriteStartObject(method);
        writer.WriteString("summary", summary);
        writer.WriteStartArray("parameters");
        foreach (var name in names)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("in", "path");
            writer.WriteBoolean("required", true);
            writer.WriteStartObject("schema");
            writer.WriteString("type", "string");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (method is "post" or "put")
        {
            WriteBody(writer, body);
        }

        writer.WriteStartObject("responses");
        WriteResponse(writer, "200", "The answer.", "application/json", null);
        WriteResponse(writer, "default", "What is wrong, with all faults.", "application/problem+json", "#/components/schemas/problem");
        writer.WriteEndObject();
        if (needsKey)
        {
            writer.WriteStartArray("security");
            writer.WriteStartObject();
            writer.WriteStartArray("key");
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter writer, string? schema)
    {
        writer.WriteStartObject("requestBody");
        WriteContent(writer, "application/json", schema);
        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, string status, string description, string type, string? schema)
    {
        writer.WriteStartObject(status);
        writer.WriteString("description", description);
        WriteContent(writer, type, schema);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, string type, string? schema)
    {
        writer.WriteStartObject("content");
        writer.WriteStartObject(type);
        writer.WriteStartObject("schema");
        if (schema is not null)
        {
            writer.WriteString("$ref", schema);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter writer, IReadOnlyList<ServedModel> models)
    {
        writer.WriteStartObject("components");
        writer.WriteStartObject("securitySchemes");
        writer.WriteStartObject("key");
        writer.WriteString("type", "http");
        writer.WriteString("scheme", "bearer");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("schemas");
        foreach (var model in models)
        {
            WriteRow(writer, model);
            WriteRows(writer, model);
        }

        WriteProblem(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, ServedModel model)
    {
        var columns = model.State.Champion.Layout.Columns;
        writer.WriteStartObject($"{model.Name}.row");
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var column in columns)
        {
            writer.WriteStartObject(column.Name);
            writer.WriteStartArray("type");
            foreach (var type in column.Type == ColumnType.Number ? ["number", "string", "null"] : new[] { "string", "number", "boolean", "null" })
            {
                writer.WriteStringValue(type);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("required");
        foreach (var column in columns)
        {
            writer.WriteStringValue(column.Name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter writer, ServedModel model)
    {
        writer.WriteStartObject($"{model.Name}.rows");
        writer.WriteStartArray("oneOf");
        writer.WriteStartObject();
        writer.WriteString("$ref", $"#/components/schemas/{model.Name}.row");
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type", "array");
        writer.WriteStartObject("items");
        writer.WriteString("$ref", $"#/components/schemas/{model.Name}.row");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("problem");
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var (name, type) in new[] { ("type", "string"), ("title", "string"), ("status", "integer"), ("detail", "string"), ("errors", "array"), ("errors_in_all", "integer") })
        {
            writer.WriteStartObject(name);
            writer.WriteString("type", type);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
