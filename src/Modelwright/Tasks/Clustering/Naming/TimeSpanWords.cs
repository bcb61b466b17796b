using System.Globalization;

namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>Says when the middle half of some times lies, as coarsely as tells it: in years, months or days.</summary>
internal static class TimeSpanWords
{
    private const double DaysInYears = 3 * 365;
    private const double DaysInMonths = 60;

    /// <summary>The words, such as "2019 to 2023", "2024-03 to 2024-07", "2024-03-02 to 2024-03-09", or one where both are the same.</summary>
    /// <param name="ordered">Ticks, ascending, one or more.</param>
    public static string Of(double[] ordered)
    {
        var (from, to) = (At(ordered[ordered.Length / 4]), At(ordered[(3 * ordered.Length / 4) - (ordered.Length % 4 == 0 ? 1 : 0)]));
        var days = (to - from).TotalDays;
        var format = days > DaysInYears ? "yyyy" : days > DaysInMonths ? "yyyy-MM" : "yyyy-MM-dd";
        var (first, last) = (from.ToString(format, CultureInfo.InvariantCulture), to.ToString(format, CultureInfo.InvariantCulture));
        return first == last ? first : $"{first} to {last}";
    }

    private static DateTime At(double ticks) => new((long)Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
