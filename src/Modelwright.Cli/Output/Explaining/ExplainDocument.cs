using System.Text.Json;
using Modelwright.Explain;
using Modelwright.Recording;
using Modelwright.Recording.Insights;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Cli.Output.Explaining;

/// <summary>The answer of 'explain' for a program; its schema is docs/explain.schema.json.</summary>
internal static class ExplainDocument
{
    /// <summary>Writes what matters to the model as a whole.</summary>
    public static void Write(Utf8JsonWriter writer, Package package, RecordedInsight insight)
    {
        writer.WriteString("model_id", package.ModelId);
        WritePart(writer, "importances", insight.Importances);
        WritePart(writer, "effects", insight.Effects);
        WritePart(writer, "effect_maps", insight.EffectMaps);
    }

    /// <summary>Writes the reasons for rows.</summary>
    public static void Write(Utf8JsonWriter writer, ExplainAnswer answer)
    {
        var explained = answer.Explained;
        ProfileDocument.WriteSource(writer, answer.Source);
        writer.WriteString("model_id", answer.Package.ModelId);
        writer.WriteNumber("rows", explained.Predictions.RowCount);
        PredictionDocument.WriteCounts(writer, explained.Predictions.Counts);
        writer.WriteBoolean("exact", explained.Estimated is null);
        if (explained.Estimated is { } why)
        {
            writer.WriteString("estimated", why);
        }

        writer.WriteStartArray("outputs");
        for (var output = 0; output < explained.Outputs.Count; output++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", explained.Outputs[output]);
            writer.WriteNumber("base", explained.Base[output]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (answer.Counterfactuals is { } found)
        {
            ChangeLines.Write(writer, answer.Request.Want!, found);
        }

        if (answer.Prototypes is { } typical)
        {
            PrototypeTable.Write(writer, typical);
            return;
        }

        if (answer.Request.Output is { } path)
        {
            writer.WriteString("output", path);
            return;
        }

        writer.WriteStartArray("explanations");
        for (var row = 0; row < explained.Predictions.RowCount; row++)
        {
            WriteRow(writer, answer, row);
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter writer, ExplainAnswer answer, int row)
    {
        var explained = answer.Explained;
        writer.WriteStartObject();
        writer.WriteNumber("row", answer.NumberOf(row) - 1);
        if (explained.Predictions.Classes.Count > 0)
        {
            writer.WriteString("prediction", explained.Predictions.Label(row));
        }
        else
        {
            writer.WriteNumber("prediction", explained.Predictions.Outputs[row]);
        }

        writer.WriteStartArray("answers");
        for (var output = 0; output < explained.Outputs.Count; output++)
        {
            writer.WriteStartObject();
            writer.WriteString("output", explained.Outputs[output]);
            writer.WriteNumber("value", explained.Answer(row, output));
            writer.WriteStartArray("reasons");
            foreach (var reason in Reasons.All(explained, answer.Package, row, output))
            {
                WriteReason(writer, reason);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter writer, Reason reason)
    {
        writer.WriteStartObject();
        writer.WriteString("column", reason.Column);
        writer.WriteString("value", reason.Value);
        writer.WriteString("usual", reason.Usual);
        writer.WriteNumber("contribution", reason.Contribution);
        if (reason.StandardError is { } error)
        {
            writer.WriteNumber("standard_error", error);
        }

        writer.WriteString("sentence", reason.Sentence);
        writer.WriteEndObject();
    }

    private static void WritePart<T>(Utf8JsonWriter writer, string name, T? part)
    {
        if (part is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(Documents.Write(part));
        }
    }
}
