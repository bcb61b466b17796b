using System.Text.Json;
using Modelwright.Sources;
using Modelwright.Stress;
using Modelwright.Stress.Curves;
using Modelwright.Stress.Gates;

namespace Modelwright.Cli.Output.Testing;

/// <summary>The answer of 'test' for a program; its schema is docs/test.schema.json.</summary>
internal static class StressDocument
{
    /// <summary>Writes the properties of the document.</summary>
    public static void Write(Utf8JsonWriter writer, StressReport report, SourceReport source)
    {
        ProfileDocument.WriteSource(writer, source);
        writer.WriteString("model_id", report.ModelId);
        writer.WriteBoolean("passed", report.Passed);
        writer.WriteString("metric", report.Metric);
        writer.WriteNumber("seed", report.Seed);
        writer.WriteNumber("rows", report.Rows);
        writer.WriteNumber("rows_under_strain", report.RowsUnderStrain);
        writer.WriteNumber("seconds", report.Seconds);
        Array(writer, "gate", report.Gate, WriteResult);
        Array(writer, "figures", report.Figures, figure => WriteFigure(writer, figure));
        Array(writer, "curves", report.Curves, curve => WriteCurve(writer, curve));
        Array(writer, "shifts", report.Shifts, shift =>
        {
            writer.WriteString("name", shift.Name);
            Text(writer, "column", shift.Column);
            writer.WriteString("case", shift.Case);
            Number(writer, "strength", shift.Strength);
            Number(writer, "rows", shift.Rows);
            Interval(writer, shift.Value, shift.Lower, shift.Upper);
        });
        Array(writer, "probes", report.Probes, probe =>
        {
            writer.WriteString("name", probe.Name);
            Text(writer, "column", probe.Column);
            writer.WriteString("outcome", probe.Outcome);
            writer.WriteBoolean("sound", probe.IsSound);
            writer.WriteString("text", probe.Text);
        });
        RecordJson.Write(writer, "slices", report.Slices);
        RecordJson.Write(writer, "attacks", report.Attacks);
        RecordJson.Write(writer, "backdoors", report.Backdoors);
        RecordJson.Write(writer, "poisoning", report.Poisoning);
        RecordJson.Write(writer, "fairness", report.Fairness);
        RecordJson.Write(writer, "privacy", report.Privacy);
        writer.WriteStartArray("not_run");
        foreach (var text in report.NotRun)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();

        void WriteResult(GateResult result)
        {
            writer.WriteString("figure", result.Rule.Figure);
            writer.WriteBoolean("passed", result.Passed);
            writer.WriteString("text", result.Text);
        }
    }

    private static void WriteFigure(Utf8JsonWriter writer, GateFigure figure)
    {
        writer.WriteString("name", figure.Name);
        Interval(writer, figure.Value, figure.Lower, figure.Upper);
        writer.WriteString("about", figure.About);
    }

    private static void WriteCurve(Utf8JsonWriter writer, StressCurve curve)
    {
        writer.WriteString("perturbation", curve.Perturbation);
        Text(writer, "column", curve.Column);
        writer.WriteBoolean("worst_place", curve.IsWorstPlace);
        Array(writer, "points", curve.Points, point =>
        {
            writer.WriteNumber("severity", point.Severity);
            if (point.Score is { } score)
            {
                Interval(writer, score.Value, score.Lower, score.Upper);
                Number(writer, "lost", score.Lost);
                Number(writer, "lost_lower", score.LostLower);
                Number(writer, "lost_upper", score.LostUpper);
            }

            Text(writer, "refusal", point.Refusal);
        });
    }

    private static void Array<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> entries, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            write(entry);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Interval(Utf8JsonWriter writer, double value, double lower, double upper)
    {
        Number(writer, "value", value);
        Number(writer, "lower", lower);
        Number(writer, "upper", upper);
    }

    private static void Number(Utf8JsonWriter writer, string name, double value)
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

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
