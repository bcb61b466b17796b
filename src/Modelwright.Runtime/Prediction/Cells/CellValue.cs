using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction.Times;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>
/// Brings values of .NET or JSON to a column: numbers where all are, times where all are, else texts. A cell means the same
/// whatever the other rows hold.
/// </summary>
internal static class CellValue
{
    private const string HalfACharacter = "holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.";

    internal static Column Column(ColumnSpec spec, object?[] values, List<string> faults)
    {
        var (numbers, times, others) = (0, 0, 0);
        for (var row = 0; row < values.Length; row++)
        {
            var cell = Plain(ListText.Of(values[row], spec), out var isKnown);
            if (values[row] == RowTable.NotGiven)
            {
                faults.Add($"Column '{spec.Name}'{Where(row, values.Length)}: no value is given, where other rows have one. Give null where there is no value.");
            }
            else if (!isKnown)
            {
                faults.Add($"Column '{spec.Name}'{Where(row, values.Length)}: {Unknown(values[row]!, spec)}");
            }

            values[row] = cell;
            numbers += IsNumber(cell) ? 1 : 0;
            times += cell is DateTime ? 1 : 0;
            others += cell is string or bool ? 1 : 0;
        }

        if (spec is { Type: ColumnType.Category, Levels.Count: > 0 })
        {
            var known = KnownLevels.Of(spec);
            return new TextColumn(spec.Name, Array.ConvertAll(values, cell => known.Text(cell)));
        }

        if (numbers > 0 && times + others == 0)
        {
            return new NumberColumn(spec.Name, Array.ConvertAll(values, cell => cell is null ? double.NaN : Number(cell)));
        }

        return times > 0 && numbers + others == 0
            ? new TimeColumn(spec.Name, Array.ConvertAll(values, cell => cell is DateTime time ? time.Ticks : TimeColumn.Missing))
            : new TextColumn(spec.Name, Array.ConvertAll(values, cell => Text(cell, spec)));
    }

    internal static string AnswerText(bool answer) => answer ? "true" : "false";

    internal static string TimeText(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>Null, a number of .NET, true or false, a point in time or a text. A time with a zone is taken to UTC, as in a file.</summary>
    private static object? Plain(object? value, out bool isKnown)
    {
        isKnown = true;
        switch (value)
        {
            case null or DBNull:
                return null;
            case string or bool or DateTime:
                return value;
            case DateTimeOffset time:
                return time.UtcDateTime;
            case DateOnly date:
                return date.ToDateTime(TimeOnly.MinValue);
            case TimeSpan span:
                return span.TotalSeconds;
            case char or Enum or Uri:
                return value.ToString();
            case Guid or TimeOnly:
                return ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);
            case JsonElement json:
                return Plain(json, out isKnown);
            default:
                isKnown = IsNumber(value);
                return isKnown ? value : null;
        }
    }

    private static object? Plain(JsonElement json, out bool isKnown)
    {
        isKnown = true;
        switch (json.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            case JsonValueKind.String:
                return Words(json, out isKnown);
            case JsonValueKind.True or JsonValueKind.False:
                return json.ValueKind == JsonValueKind.True;
            case JsonValueKind.Number when json.TryGetInt64(out var whole):
                return whole;
            case JsonValueKind.Number when json.TryGetDouble(out var number):
                return number;
            default:
                isKnown = false;
                return null;
        }
    }

    /// <summary>The text of JSON; none where it escapes half a character, which JSON allows and no text holds.</summary>
    private static string? Words(JsonElement json, out bool isKnown)
    {
        try
        {
            isKnown = true;
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            isKnown = false;
            return null;
        }
    }

    private static bool IsNumber(object? cell) =>
        cell is double or float or decimal or int or long or short or sbyte or byte or ushort or uint or ulong or Half or Int128 or UInt128 or BigInteger;

    private static double Number(object cell) => cell switch
    {
        double number => number,
        Half half => (double)half,
        Int128 whole => (double)whole,
        UInt128 whole => (double)whole,
        BigInteger whole => (double)whole,
        _ => Convert.ToDouble(cell, CultureInfo.InvariantCulture),
    };

    private static string? Text(object? cell, ColumnSpec spec) => cell switch
    {
        null or string => (string?)cell,
        bool answer => AnswerText(answer),
        DateTime time => TimeText(time, spec.TimeFormats),
        _ => Number(cell) is var number && double.IsNaN(number) ? null : NumberText(number, spec),
    };

    /// <summary>Written as the column is read, so that a number among texts is the number it is alone.</summary>
    private static string NumberText(double number, ColumnSpec spec)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return spec.Type == ColumnType.Number ? text.Replace('.', spec.Notation.DecimalSeparator) : text;
    }

    /// <summary>Written as the column is read, so that a time among texts is the time it is alone.</summary>
    private static string TimeText(DateTime time, IReadOnlyList<string> formats)
    {
        for (var index = 0; index < formats.Count; index++)
        {
            var text = OwnTime.Write(time, formats[index]);
            if (CellText.TryTime(text, formats, out var ticks) && ticks == time.Ticks)
            {
                return text;
            }
        }

        return TimeText(time);
    }

    private static string Where(int row, int rows) => rows == 1 ? "" : FormattableString.Invariant($", row {row + 1}");

    private static string Unknown(object value, ColumnSpec spec) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.String } => $"a text {HalfACharacter}",
        _ when spec.Kind == ColumnKind.List && ListText.HasPlainItems(value) => $"an item of the list {HalfACharacter}",
        JsonElement { ValueKind: JsonValueKind.Array } when spec.Kind == ColumnKind.List => "an item of the list is no plain value. Give texts, numbers, true or false.",
        _ => $"a value of {Kind(value)} cannot stand in a cell. Give a number, a text, true or false, a date, or null where there is no value.",
    };

    private static string Kind(object value) => value is JsonElement json ? $"JSON {json.ValueKind.ToString().ToLowerInvariant()}" : $"type '{value.GetType().Name}'";
}
