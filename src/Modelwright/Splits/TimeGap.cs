using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Splits;

/// <summary>A distance in time between rows: a length of time, a number in the unit of a number column, or a count of rows.</summary>
/// <param name="Amount">How much, above 0.</param>
/// <param name="Unit">In which unit.</param>
public sealed record TimeGap(double Amount, TimeGapUnit Unit)
{
    private const string Rows = "rows";
    private static readonly (string Unit, long Ticks)[] Lengths =
    [
        ("s", TimeSpan.TicksPerSecond), ("m", TimeSpan.TicksPerMinute), ("h", TimeSpan.TicksPerHour), ("d", TimeSpan.TicksPerDay), ("w", 7 * TimeSpan.TicksPerDay),
    ];

    /// <summary>Reads a distance: "7d", "12h", "100rows", or "2.5" for a column of numbers.</summary>
    /// <param name="text">A number and a unit: s, m, h, d, w or rows; none for the unit of a number column.</param>
    /// <param name="name">What it is for, named in the error.</param>
    /// <returns>The distance.</returns>
    /// <exception cref="OptionsException">It is not one.</exception>
    public static TimeGap Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var unit = text[end..].Trim();
        var isNumber = double.TryParse(text.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount);
        var length = Array.Find(Lengths, length => length.Unit == unit);
        TimeGap? gap = unit switch
        {
            "" => new(amount, TimeGapUnit.OfColumn),
            Rows or "row" => new(amount, TimeGapUnit.Rows),
            _ when length.Unit is not null => new(amount * length.Ticks, TimeGapUnit.Ticks),
            _ => null,
        };
        return isNumber && gap is not null && gap.Amount is > 0 and < long.MaxValue && (gap.Unit != TimeGapUnit.Rows || double.IsInteger(amount))
            ? gap
            : throw new OptionsException($"{name} must be a distance above 0. Got '{text}'. Write a number and a unit, s, m, h, d or w, such as 7d; 100rows for rows; a number alone where times are numbers.");
    }

    /// <summary>Why it cannot be measured in a column; null where it can.</summary>
    /// <param name="times">A column of times or numbers.</param>
    /// <param name="name">What it is for.</param>
    internal string? Fault(Column times, string name) => (Unit, times.Type) switch
    {
        (TimeGapUnit.OfColumn, ColumnType.Time) => $"{name} has no unit, but column '{times.Name}' holds times. Write one of s, m, h, d, w or rows behind the number, such as 7d.",
        (TimeGapUnit.Ticks, ColumnType.Number) => $"{name} is a length of time, but column '{times.Name}' holds numbers. Give a number in their unit, or a count such as 100rows.",
        _ => null,
    };
}
