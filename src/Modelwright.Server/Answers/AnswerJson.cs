using System.Text.Json;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Answers;

/// <summary>Writes answers with their names, as members of an object that is begun.</summary>
internal static class AnswerJson
{
    private static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");
    private static readonly JsonEncodedText Probabilities = JsonEncodedText.Encode("probabilities");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");

    internal static void Write(Utf8JsonWriter writer, ModelVersion version, AnswerSet answers, int row)
    {
        var outputs = answers.Row(row);
        if (version.Classes.Length > 0)
        {
            WriteClasses(writer, version, answers.Label(row), outputs);
        }
        else if (version.Columns.Length > 0)
        {
            WriteColumns(writer, version, answers, row);
        }
        else
        {
            WriteNumber(writer, Value, outputs[0]);
            if (answers.Interval(row) is { } interval)
            {
                writer.WriteStartObject("interval");
                WriteNumber(writer, JsonEncodedText.Encode("lower"), interval.Lower);
                WriteNumber(writer, JsonEncodedText.Encode("upper"), interval.Upper);
                writer.WriteEndObject();
            }
        }
    }

    // JSON has no word for what is not finite.
    private static void WriteNumber(Utf8JsonWriter writer, JsonEncodedText name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteClasses(Utf8JsonWriter writer, ModelVersion version, int label, ReadOnlySpan<double> shares)
    {
        writer.WriteString(Label, version.Classes[label]);
        writer.WriteStartObject(Probabilities);
        for (var place = 0; place < shares.Length; place++)
        {
            writer.WriteNumber(version.Classes[place], shares[place]);
        }

        writer.WriteEndObject();
        if (version.Predictor.Package.Model.Rules.Sets is { } sets)
        {
            writer.WriteStartArray("set");
            for (var place = 0; place < shares.Length; place++)
            {
                if (sets.Holds(shares, place))
                {
                    writer.WriteStringValue(version.Classes[place]);
                }
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteColumns(Utf8JsonWriter writer, ModelVersion version, AnswerSet answers, int row)
    {
        var outputs = answers.Row(row);
        writer.WriteStartObject("columns");
        for (var place = 0; place < outputs.Length; place++)
        {
            WriteNumber(writer, version.Columns[place], outputs[place]);
        }

        writer.WriteEndObject();
        if (answers.HasTexts)
        {
            writer.WriteString("text", answers.Text(row));
        }
    }
}
