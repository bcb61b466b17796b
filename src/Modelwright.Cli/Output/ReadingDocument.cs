using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Profile;

namespace Modelwright.Cli.Output;

/// <summary>How a column is read and what that rests on, for a program; what is plain is left out.</summary>
internal static class ReadingDocument
{
    /// <summary>Writes the properties of one column.</summary>
    public static void Write(Utf8JsonWriter writer, ColumnProfile column)
    {
        if (column.Unit is { } unit)
        {
            writer.WriteString("unit", unit);
        }

        WriteSpec(writer, column.Spec);
        var evidence = column.Evidence;
        writer.WriteNumber("looked", evidence.Looked);
        writer.WriteNumber("agreeing", evidence.Agreeing);
        WriteTexts(writer, "competing", evidence.Competing);
        writer.WriteStartArray("disagreeing");
        foreach (var odd in evidence.Disagreeing)
        {
            writer.WriteStartObject();
            writer.WriteString("value", odd.Value);
            writer.WriteNumber("count", odd.Count);
            if (odd.Row is { } row)
            {
                writer.WriteNumber("row", row);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSpec(Utf8JsonWriter writer, ColumnSpec spec)
    {
        if (spec.Kind != ColumnKind.Plain)
        {
            writer.WriteString("kind", spec.Kind.ToString().ToLowerInvariant());
        }

        if (spec.ListSeparator is { } separator)
        {
            writer.WriteString("list_separator", separator);
        }

        if (spec.TimeFormats.Count > 0)
        {
            WriteTexts(writer, "time_formats", spec.TimeFormats);
        }

        if (!spec.Notation.IsPlain)
        {
            WriteNotation(writer, spec.Notation);
        }
    }

    private static void WriteNotation(Utf8JsonWriter writer, NumberNotation notation)
    {
        writer.WriteStartObject("notation");
        writer.WriteString("decimal_separator", notation.DecimalSeparator.ToString());
        writer.WriteString("group_separators", notation.GroupSeparators);
        writer.WriteBoolean("negative_parentheses", notation.HasNegativeParentheses);
        writer.WriteStartArray("suffixes");
        foreach (var suffix in notation.Suffixes)
        {
            writer.WriteStartObject();
            writer.WriteString("text", suffix.Text);
            writer.WriteNumber("factor", suffix.Factor);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
