using System.Text.Json;
using Modelwright.Server.Answers;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Inference;

/// <summary>One output of a model, as a tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Datatype">FP64 or BYTES.</param>
/// <param name="Width">Values a row; 0 means one, and a shape of rows alone.</param>
/// <param name="Value">Writes one value: of a row, and a place in it.</param>
internal sealed record InferenceOutput(string Name, string Datatype, int Width, Action<Utf8JsonWriter, AnswerSet, int, int> Value)
{
    /// <summary>All outputs of a version.</summary>
    internal static IReadOnlyList<InferenceOutput> Of(ModelVersion version)
    {
        var rules = version.Predictor.Package.Model.Rules;
        if (version.Classes.Length > 0)
        {
            return
            [
                new("label", "BYTES", 0, (writer, answers, row, _) => writer.WriteStringValue(version.Classes[answers.Label(row)])),
                new("probabilities", "FP64", version.Classes.Length, (writer, answers, row, place) => writer.WriteNumberValue(answers.Row(row)[place])),
                .. rules.Sets is { } sets ? [new("set", "BYTES", 0, (writer, answers, row, _) => writer.WriteStringValue(Set(version, sets, answers.Row(row))))] : Array.Empty<InferenceOutput>(),
            ];
        }

        if (version.Columns.Length > 0)
        {
            return
            [
                .. version.Predictor.AnswerColumns.Select((column, place) => new InferenceOutput(column.Name, "FP64", 0, (writer, answers, row, _) => Number(writer, answers.Row(row)[place]))),
                .. version.Predictor.Package.Model.Form is Core.Learning.Abilities.IAnswersText texts ? [new(texts.TextName, "BYTES", 0, (writer, answers, row, _) => writer.WriteStringValue(answers.Text(row)))] : Array.Empty<InferenceOutput>(),
            ];
        }

        return
        [
            new("value", "FP64", 0, (writer, answers, row, _) => Number(writer, answers.Row(row)[0])),
            .. rules.HasIntervals
                ? [
                    new("lower", "FP64", 0, (writer, answers, row, _) => Number(writer, answers.Interval(row)?.Lower ?? double.NaN)),
                    new("upper", "FP64", 0, (writer, answers, row, _) => Number(writer, answers.Interval(row)?.Upper ?? double.NaN)),
                ]
                : Array.Empty<InferenceOutput>(),
        ];
    }

    internal void Write(Utf8JsonWriter writer, AnswerSet answers)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        writer.WriteString("datatype", Datatype);
        writer.WriteStartArray("shape");
        writer.WriteNumberValue(answers.RowCount);
        if (Width > 0)
        {
            writer.WriteNumberValue(Width);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("data");
        for (var row = 0; row < answers.RowCount; row++)
        {
            for (var place = 0; place < Math.Max(1, Width); place++)
            {
                Value(writer, answers, row, place);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // JSON has no word for what is not finite.
    private static void Number(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static string Set(ModelVersion version, Runtime.Prediction.Rules.ClassSetRule sets, ReadOnlySpan<double> shares)
    {
        var held = new List<string>();
        for (var place = 0; place < shares.Length; place++)
        {
            if (sets.Holds(shares, place))
            {
                held.Add(version.Predictor.Classes[place]);
            }
        }

        return string.Join('|', held);
    }
}
