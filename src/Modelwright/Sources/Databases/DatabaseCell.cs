using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Modelwright.Sources.Rows;

namespace Modelwright.Sources.Databases;

/// <summary>Puts one cell of an answer into a column, whatever the driver gives for it.</summary>
internal static class DatabaseCell
{
    internal static void Add(DbDataReader reader, DatabaseField field, RawColumn column)
    {
        if (reader.IsDBNull(field.Position))
        {
            column.AddMissing();
            return;
        }

        object value;
        try
        {
            value = reader.GetValue(field.Position);
        }
        catch (Exception fault) when (fault is OverflowException or InvalidCastException or ArgumentOutOfRangeException)
        {
            // Such as a time of the year 20,000, or a duration in months.
            column.AddUnreadable($"a value of {reader.GetDataTypeName(field.Position)} that no table can hold");
            return;
        }

        if (field.IsDigits)
        {
            AddDigits((string)value, column);
        }
        else
        {
            Add(value, column);
        }
    }

    internal static void Add(object value, RawColumn column)
    {
        switch (value)
        {
            case string text:
                column.Add(text);
                break;
            case double or float:
                column.Add(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case long or int or short or sbyte or byte or ushort or uint:
                column.Add(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal or ulong or BigInteger:
                AddDigits(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), column);
                break;
            case bool answer:
                column.Add(answer ? "true" : "false");
                break;
            case DateTime or DateTimeOffset or DateOnly:
                AddTime(value, column);
                break;
            case TimeSpan span:
                column.Add(span.TotalSeconds);
                break;
            case byte[]:
                column.AddUnreadable("bytes");
                break;
            case Array:
                column.Add(JsonSerializer.Serialize(value, value.GetType()));
                break;
            default:
                column.Add(value is IFormattable formattable ? formattable.ToString(Format(value), CultureInfo.InvariantCulture) : $"{value}");
                break;
        }
    }

    private static string? Format(object value) => value is TimeOnly ? "HH:mm:ss.FFFFFFF" : null;

    // A number with a fraction is rounded to the nearest double, as its text in a file would be; a whole one keeps its digits.
    private static void AddDigits(string digits, RawColumn column)
    {
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            column.Add(whole);
        }
        else if (digits is "NaN")
        {
            column.AddMissing();
        }
        else if (digits.Contains('.', StringComparison.Ordinal) || digits is "Infinity" or "-Infinity")
        {
            column.Add(double.Parse(digits, CultureInfo.InvariantCulture));
        }
        else
        {
            column.Add(digits);
        }
    }

    // The first and the last time stand for the infinite ones of PostgreSQL.
    private static void AddTime(object value, RawColumn column)
    {
        var ticks = value switch
        {
            DateTimeOffset time => time.UtcTicks,
            DateOnly date when date == DateOnly.MaxValue || date == DateOnly.MinValue => -1,
            DateOnly date => date.ToDateTime(TimeOnly.MinValue).Ticks,
            DateTime time when time == DateTime.MaxValue || time == DateTime.MinValue => -1,
            _ => ((DateTime)value).Ticks,
        };
        column.AddTicks(ticks);
    }
}
