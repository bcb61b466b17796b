using System.Globalization;
using System.Text.Json;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Brings values of .NET or JSON to a column: numbers where all are, times where all are, else texts.</summary>
internal static class CellValue
{
    internal static Column Column(string name, object?[] values, List<string> faults)
    {
        var cells = new object?[values.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = Plain(values[row], out var isKnown);
            if (!isKnown)
            {
                faults.Add($"Column '{name}'{Where(row, cells.Length)}: a value of {Kind(values[row]!)} cannot stand in a cell. Give a number, a text, true or false, a date, or null where there is no value.");
            }
        }

        if (cells.All(cell => cell is null or double) && cells.Any(cell => cell is not null))
        {
            return new NumberColumn(name, [.. cells.Select(cell => cell as double? ?? double.NaN)]);
        }

        return cells.All(cell => cell is null or DateTime) && cells.Any(cell => cell is not null)
            ? new TimeColumn(name, [.. cells.Select(cell => (cell as DateTime?)?.Ticks ?? TimeColumn.Missing)])
            : new TextColumn(name, [.. cells.Select(Text)]);
    }

    /// <summary>Null, a double, a point in time or a text. A time with a zone is taken to UTC, as in a file.</summary>
    private static object? Plain(object? value, out bool isKnown)
    {
        isKnown = true;
        switch (value)
        {
            case null or DBNull:
                return null;
            case string or double or DateTime:
                return value;
            case bool flag:
                return flag ? "true" : "false";
            case DateTimeOffset time:
                return time.UtcDateTime;
            case DateOnly date:
                return date.ToDateTime(TimeOnly.MinValue);
            case char or Guid or Enum:
                return value.ToString();
            case float or decimal or int or long or short or sbyte or byte or ushort or uint or ulong or Half:
                return value is Half half ? (double)half : Convert.ToDouble(value, CultureInfo.InvariantCulture);
            case JsonElement json:
                return Plain(json, out isKnown);
            default:
                isKnown = false;
                return null;
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
                return json.GetString();
            case JsonValueKind.True:
                return "true";
            case JsonValueKind.False:
                return "false";
            case JsonValueKind.Number when json.TryGetDouble(out var number):
                return number;
            default:
                isKnown = false;
                return null;
        }
    }

    private static string? Text(object? cell) => cell switch
    {
        double number => double.IsNaN(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        _ => (string?)cell,
    };

    private static string Where(int row, int rows) => rows == 1 ? "" : FormattableString.Invariant($", row {row + 1}");

    private static string Kind(object value) => value is JsonElement json ? $"JSON {json.ValueKind.ToString().ToLowerInvariant()}" : $"type '{value.GetType().Name}'";
}
