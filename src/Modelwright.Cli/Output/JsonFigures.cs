using System.Text.Json;
using Modelwright.Recording;

namespace Modelwright.Cli.Output;

/// <summary>Figures in documents for a program. What has no value on the rows at hand, such as ROC AUC on rows of one class, is null.</summary>
internal static class JsonFigures
{
    /// <summary>Writes a number, or null.</summary>
    public static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes the properties of a figure that every document has: the metric, its value with the interval, and the rows.</summary>
    public static void WriteProperties(Utf8JsonWriter writer, Figure figure)
    {
        writer.WriteString("metric", figure.Metric);
        WriteNumber(writer, "value", figure.Value);
        WriteNumber(writer, "standard_error", figure.StandardError);
        WriteNumber(writer, "lower", figure.Lower);
        WriteNumber(writer, "upper", figure.Upper);
        writer.WriteNumber("rows", figure.Rows);
        writer.WriteBoolean("higher_is_better", figure.HigherIsBetter);
    }
}
