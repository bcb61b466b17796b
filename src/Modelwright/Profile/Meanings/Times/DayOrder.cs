using System.Globalization;

namespace Modelwright.Profile.Meanings.Times;

/// <summary>Whether the day or the month stands first in dates of digits, by the numbers above 12.</summary>
internal static class DayOrder
{
    private const int Months = 12;

    /// <summary>Whether a format leaves the question open: two numbers and then the year.</summary>
    internal static bool IsOpen(string format) =>
        format.Split('/', '.', '-') is [("d" or "dd" or "M" or "MM"), ("d" or "dd" or "M" or "MM"), var year] && year.StartsWith("yy", StringComparison.Ordinal);

    /// <summary>Whether the day stands first.</summary>
    internal static bool IsDayFirst(string format) => format[0] == 'd';

    /// <summary>The evidence in words.</summary>
    internal static string Evidence(IReadOnlyList<LevelCount> levels, string format)
    {
        if (!IsOpen(format))
        {
            return "";
        }

        var (first, second) = (0L, 0L);
        foreach (var level in levels)
        {
            var numbers = Numbers(level.Value);
            first += numbers.First > Months ? level.Count : 0;
            second += numbers.Second > Months ? level.Count : 0;
        }

        return first + second == 0 ? "" : $": above 12 in {Count(first)} at the first place, in {Count(second)} at the second";
    }

    private static string Count(long values) => values switch
    {
        0 => "none",
        1 => "1 value",
        _ => string.Create(CultureInfo.InvariantCulture, $"{values} values"),
    };

    private static (int First, int Second) Numbers(string text)
    {
        var rest = text.AsSpan().Trim();
        var mark = rest.IndexOfAny('/', '.', '-');
        if (mark is not (1 or 2) || !int.TryParse(rest[..mark], NumberStyles.None, CultureInfo.InvariantCulture, out var first))
        {
            return default;
        }

        rest = rest[(mark + 1)..];
        var end = rest.IndexOfAny('/', '.', '-');
        return end is 1 or 2 && int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? (first, second) : default;
    }
}
