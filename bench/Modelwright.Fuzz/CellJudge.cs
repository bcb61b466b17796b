using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Fuzz;

/// <summary>Compares a column with the cells that a file holds.</summary>
internal static class CellJudge
{
    private static readonly string[] AmongTexts = ["?", "N/A", "NA", "NULL", "NaN", "null"];

    private static readonly string[] AmongNumbers =
    [
        "#N/A", "-", "--", ".", "?", "Missing", "N/A", "NA", "NAN", "NULL", "NaN", "None", "Null", "Unknown",
        "missing", "n/a", "na", "nan", "none", "null", "unknown",
    ];

    /// <summary>Says where a column differs.</summary>
    /// <param name="column">What was read.</param>
    /// <param name="cells">What stands in the file; null where there is no cell.</param>
    /// <returns>Null where nothing differs.</returns>
    internal static string? Wrong(Column column, IReadOnlyList<string?> cells)
    {
        for (var row = 0; row < cells.Count; row++)
        {
            var cell = cells[row];
            var isRight = column switch
            {
                NumberColumn numbers => IsNumber(numbers.Values.At(row), cell),
                TimeColumn times => IsTime(times.Values.At(row), cell),
                _ => column.Format(row) == (IsMissing(cell, AmongTexts) ? null : cell),
            };
            if (!isRight)
            {
                return FormattableString.Invariant($"row {row + 1} of column '{column.Name}' ({column.Type}) is '{column.Format(row)}', where the file holds '{cell}'");
            }
        }

        return null;
    }

    private static bool IsMissing(string? cell, string[] markers) => string.IsNullOrWhiteSpace(cell) || markers.Contains(cell.Trim());

    private static bool IsNumber(double value, string? cell)
    {
        if (double.IsNaN(value))
        {
            return IsMissing(cell, AmongNumbers) || cell!.Contains("inf", StringComparison.OrdinalIgnoreCase) || cell.Contains('∞') || (Parse(cell, out var large) && !double.IsFinite(large));
        }

        return cell is not null && Parse(cell, out var number) && number.Equals(value);
    }

    private static bool Parse(string cell, out double number) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static bool IsTime(long ticks, string? cell) => ticks == TimeColumn.Missing
        ? IsMissing(cell, AmongNumbers)
        : cell is not null && IsoTime.TryRead(cell.AsSpan().Trim(), out var expected, out _) && expected == ticks;
}
