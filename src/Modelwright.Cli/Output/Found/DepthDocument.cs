using System.Text.Json;
using Modelwright.Profile.Depth;

namespace Modelwright.Cli.Output.Found;

/// <summary>The closer look at the columns, for a program.</summary>
internal static class DepthDocument
{
    /// <summary>Writes the property 'depth'.</summary>
    public static void Write(Utf8JsonWriter writer, ProfileDepth depth)
    {
        writer.WriteStartObject("depth");
        writer.WriteNumber("rows_looked_at", depth.RowsLookedAt);
        writer.WriteStartArray("columns");
        foreach (var column in depth.Columns)
        {
            Write(writer, column);
        }

        writer.WriteEndArray();
        BasketDocument.Write(writer, depth.Baskets);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ColumnDepth column)
    {
        writer.WriteStartObject();
        writer.WriteString("name", column.Name);
        writer.WriteStartArray("histogram");
        foreach (var bin in column.Histogram)
        {
            writer.WriteStartObject();
            writer.WriteString("from", bin.From);
            writer.WriteString("to", bin.To);
            writer.WriteNumber("count", bin.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("quantiles");
        foreach (var quantile in column.Quantiles)
        {
            writer.WriteNumberValue(quantile);
        }

        writer.WriteEndArray();
        Write(writer, "skew", column.Skew);
        Write(writer, "outliers", column.Outliers);
        Write(writer, "power", column.Power);
        Write(writer, "mutual_information", column.MutualInformation);
        Write(writer, "drift", column.Drift);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
    }
}
