using System.Text;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;
using Modelwright.Server.Faults;

namespace Modelwright.Server.Rows;

/// <summary>
/// Puts values of JSON into rows, read by the rules of their columns. Where no number is given, 'NaN' is a missing value;
/// infinity is a fault in whatever way it is written.
/// </summary>
/// <param name="layout">The columns.</param>
/// <param name="rows">Gets the values.</param>
/// <param name="faults">Gets what cannot be read.</param>
/// <param name="mostText">Characters of a text that are taken.</param>
internal readonly struct CellSetter(RowLayout layout, ServedRows rows, FaultList faults, int mostText)
{
    private const int LongestOnStack = 128;

    /// <summary>Puts the value on which a reader stands; arrays and objects are read to their end.</summary>
    internal void Set(ref Utf8JsonReader reader, int column, int row)
    {
        try
        {
            SetToken(ref reader, layout.Cells[column], column, row);
        }
        catch (InvalidOperationException)
        {
            faults.Add(CellFaults.HalfCharacter(layout.Columns[column], row));
        }
    }

    /// <summary>Puts a number of .NET.</summary>
    internal void SetNumber(double number, long? whole, int column, int row)
    {
        var rules = layout.Cells[column];
        if (rules.Spec.Type != ColumnType.Number)
        {
            SetText(rules.Word(number, whole), rules, column, row);
        }
        else if (double.IsInfinity(number))
        {
            faults.Add(CellFaults.NotFinite(rules.Spec, row, number > 0 ? "Infinity" : "-Infinity"));
        }
        else
        {
            rows.SetNumber(column, row, number);
        }
    }

    /// <summary>Puts true or false.</summary>
    internal void SetAnswer(bool answer, int column, int row)
    {
        var rules = layout.Cells[column];
        SetText(rules.Word(answer), rules, column, row);
    }

    /// <summary>Puts a text; null is a missing value.</summary>
    internal void SetText(string? text, int column, int row) => SetText(text, layout.Cells[column], column, row);

    private void SetToken(ref Utf8JsonReader reader, CellRules rules, int column, int row)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                SetNumber(ref reader, rules, column, row);
                break;
            case JsonTokenType.String:
                SetText(Text(ref reader, rules, row), rules, column, row);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                SetText(rules.Word(reader.TokenType == JsonTokenType.True), rules, column, row);
                break;
            case JsonTokenType.StartArray when rules.Spec.Kind == ColumnKind.List:
                SetList(ref reader, rules, column, row);
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                faults.Add(CellFaults.NoCell(rules.Spec, row, reader.TokenType == JsonTokenType.StartArray ? "array" : "object"));
                reader.Skip();
                break;
        }
    }

    private void SetNumber(ref Utf8JsonReader reader, CellRules rules, int column, int row)
    {
        long? whole = rules.Spec.Type != ColumnType.Number && reader.TryGetInt64(out var read) ? read : null;
        if (reader.TryGetDouble(out var number) && double.IsFinite(number))
        {
            SetNumber(number, whole, column, row);
        }
        else
        {
            faults.Add(CellFaults.NotFinite(rules.Spec, row, Raw(ref reader)));
        }
    }

    private string? Text(ref Utf8JsonReader reader, CellRules rules, int row)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > LongestOnStack)
        {
            return reader.GetString();
        }

        Span<char> letters = stackalloc char[LongestOnStack];
        var text = letters[..reader.CopyString(letters)];
        return rules.Level(text) ?? text.ToString();
    }

    private void SetText(string? text, CellRules rules, int column, int row)
    {
        if (text?.Length > mostText)
        {
            faults.Add(CellFaults.TooLong(rules.Spec, row, text.Length, mostText));
            return;
        }

        switch (rules.Spec.Type)
        {
            case ColumnType.Number when !IsMissing(text, rules):
                SetWrittenNumber(text!, rules, column, row);
                break;
            case ColumnType.Time when !IsMissing(text, rules):
                SetTime(text!, rules, column, row);
                break;
            case ColumnType.Category or ColumnType.Text:
                rows.SetText(column, row, text);
                break;
        }
    }

    private void SetWrittenNumber(string text, CellRules rules, int column, int row)
    {
        if (CellText.TryNumber(text, rules.Spec, out var number))
        {
            rows.SetNumber(column, row, number);
        }
        else
        {
            faults.Add(CellFaults.Unreadable(rules.Spec, row, text));
        }
    }

    private void SetTime(string text, CellRules rules, int column, int row)
    {
        if (CellText.TryTime(text, rules.Spec.TimeFormats, out var ticks))
        {
            rows.SetTicks(column, row, ticks);
        }
        else
        {
            faults.Add(CellFaults.Unreadable(rules.Spec, row, text));
        }
    }

    private void SetList(ref Utf8JsonReader reader, CellRules rules, int column, int row)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var items = new List<string>();
        foreach (var item in document.RootElement.EnumerateArray())
        {
            if (item.ValueKind is JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null)
            {
                faults.Add(new("an item of the list is no plain value.", "Give texts, numbers, true or false.", row, rules.Spec.Name));
                return;
            }

            items.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText());
        }

        SetText(rules.Spec.ListSeparator is { } separator && separator != "json" ? string.Join(separator, items) : Json(items), rules, column, row);
    }

    private static string Json(List<string> items)
    {
        using var reply = Http.JsonReply.Rent();
        reply.Writer.WriteStartArray();
        foreach (var item in items)
        {
            reply.Writer.WriteStringValue(item);
        }

        reply.Writer.WriteEndArray();
        return Encoding.UTF8.GetString(reply.Written.Span);
    }

    private static bool IsMissing(string? text, CellRules rules) =>
        rules.IsMissing(text) || (rules.Spec.Type == ColumnType.Number && text.AsSpan().Trim().Equals("NaN", StringComparison.OrdinalIgnoreCase));

    private static string Raw(ref Utf8JsonReader reader) => RequestFault.Shown(
        reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence) : Encoding.UTF8.GetString(reader.ValueSpan));
}
