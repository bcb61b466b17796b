using System.Globalization;
using System.Text.Json;
using Modelwright.Cli.Output.Runs;
using Modelwright.Registry;

namespace Modelwright.Cli.Output.Models;

/// <summary>The answers of 'models' for a program; their schema is docs/models.schema.json.</summary>
internal static class ModelsDocument
{
    /// <summary>Writes all models.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<RegisteredModel> models) => RunsDocument.WriteList(writer, "models", models, model => WriteOne(writer, model));

    /// <summary>Writes one model.</summary>
    public static void WriteModel(Utf8JsonWriter writer, RegisteredModel model)
    {
        writer.WritePropertyName("model");
        WriteOne(writer, model);
    }

    /// <summary>Writes one version.</summary>
    public static void WriteVersion(Utf8JsonWriter writer, ModelVersion version)
    {
        writer.WritePropertyName("version");
        WriteOne(writer, version);
    }

    /// <summary>Writes how a promotion ended.</summary>
    public static void WritePromotion(Utf8JsonWriter writer, Promotion promotion)
    {
        writer.WriteStartObject("promotion");
        writer.WriteBoolean("champion", promotion.IsChampion);
        writer.WriteBoolean("passed", promotion.Passed);
        writer.WriteBoolean("forced", promotion.Forced);
        WriteNumber(writer, "before", promotion.Before);
        RunsDocument.WriteList(writer, "said", promotion.Said, writer.WriteStringValue);
        WriteVersion(writer, promotion.Version);
        writer.WriteEndObject();
    }

    /// <summary>Writes the log.</summary>
    public static void WriteLog(Utf8JsonWriter writer, IReadOnlyList<ModelChange> changes) => RunsDocument.WriteList(writer, "log", changes, change =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("position", change.Position);
        writer.WriteString("model", change.Model);
        writer.WriteString("time", Moment(change.Time));
        writer.WriteString("by", change.By);
        writer.WriteString("action", change.Action.ToString().ToLowerInvariant());
        RunsDocument.WriteText(writer, "alias", change.Alias);
        WriteNumber(writer, "from", change.From);
        WriteNumber(writer, "to", change.To);
        writer.WriteBoolean("forced", change.Forced);
        RunsDocument.WriteText(writer, "reason", change.Reason);
        RunsDocument.WriteText(writer, "gate", change.Gate);
        RunsDocument.WriteText(writer, "sha256", change.Sha256);
        writer.WriteEndObject();
    });

    private static void WriteOne(Utf8JsonWriter writer, RegisteredModel model)
    {
        writer.WriteStartObject();
        writer.WriteString("name", model.Name);
        WriteNumber(writer, "champion", model.Champion?.Version);
        writer.WriteStartObject("aliases");
        foreach (var (alias, version) in model.Aliases)
        {
            writer.WriteNumber(alias, version);
        }

        writer.WriteEndObject();
        RunsDocument.WriteList(writer, "versions", model.Versions, version => WriteOne(writer, version));
        writer.WriteEndObject();
    }

    private static void WriteOne(Utf8JsonWriter writer, ModelVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("model", version.Model);
        writer.WriteNumber("version", version.Version);
        RunsDocument.WriteList(writer, "aliases", version.Aliases, writer.WriteStringValue);
        writer.WriteString("sha256", version.Sha256);
        writer.WriteNumber("bytes", version.Bytes);
        writer.WriteString("model_id", version.ModelId);
        writer.WriteString("task", version.Task);
        RunsDocument.WriteText(writer, "target", version.Target);
        RunsDocument.WriteText(writer, "metric", version.Metric);
        RunsDocument.WriteList(writer, "figures", version.Figures, figure => RunsDocument.WriteFigure(writer, figure));
        RunsDocument.WriteText(writer, "run", version.Run);
        RunsDocument.WriteText(writer, "fingerprint", version.Fingerprint);
        writer.WriteString("registered", Moment(version.Registered));
        writer.WriteString("registered_by", version.RegisteredBy);
        RunsDocument.WriteText(writer, "note", version.Note);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
