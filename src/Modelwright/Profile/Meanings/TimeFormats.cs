using System.Buffers;
using System.Globalization;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Profile.Meanings;

/// <summary>Finds the format in which all texts of a column are times.</summary>
internal static class TimeFormats
{
    private const int MostTried = 2_000;
    private const double LeastShare = 0.99;

    private static readonly SearchValues<char> Marks = SearchValues.Create("./-, :");

    private static readonly string[] Dates =
    [
        "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "d/M/yyyy", "MM/dd/yyyy", "M/d/yyyy", "yyyy/MM/dd", "yyyy/M/d", "dd-MM-yyyy", "MM-dd-yyyy",
        "yyyy-M-d", "yyyy.MM.dd", "d-M-yyyy", "M-d-yyyy",
        "dd MMM yyyy", "d MMM yyyy", "dd-MMM-yyyy", "d-MMM-yyyy", "dd-MMM-yy", "MMM dd yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d MMMM yyyy", "dd.MM.yy", "MM/dd/yy", "dd/MM/yy", "M/d/yy", "d/M/yy", "ddd, dd MMM yyyy", "ddd, d MMM yyyy",
    ];

    private static readonly string[] Clocks = ["", " HH:mm", " HH:mm:ss", " HH:mm:ss.FFFFFF", " H:mm", " H:mm:ss", " h:mm tt", " h:mm:ss tt", "THH:mm:ss", " HH:mm:ss 'GMT'"];

    private static readonly string[] All = [.. Clocks.SelectMany(clock => Dates.Select(date => date + clock))];

    /// <summary>The formats that read every text (up to typing errors), the best first; more than one where day and month cannot be told apart.</summary>
    /// <returns>Null where the texts are no times; an empty list means ISO 8601.</returns>
    internal static IReadOnlyList<string>? Find(IReadOnlyList<LevelCount> levels)
    {
        LevelCount[] tried = [.. levels.Take(MostTried)];
        if (tried.Length == 0 || !HoldsDigitsAndMarks(tried[0].Value))
        {
            return null;
        }

        if (Share(tried, text => IsoTime.TryRead(text.AsSpan().Trim(), out _, out _)) >= LeastShare)
        {
            return [];
        }

        string[] fitting = [.. All.Where(format => Reads(tried[0].Value, format) && Share(tried, text => Reads(text, format)) >= LeastShare)];
        return fitting.Length == 0 ? null : Different(fitting, tried);
    }

    /// <summary>The texts that no format reads.</summary>
    /// <param name="levels">All texts.</param>
    /// <param name="formats">What <see cref="Find"/> gave.</param>
    internal static LevelCount[] Unreadable(IReadOnlyList<LevelCount> levels, IReadOnlyList<string> formats) =>
        [.. levels.Where(level => formats.Count == 0 ? !IsoTime.TryRead(level.Value.AsSpan().Trim(), out _, out _) : !Reads(level.Value, formats[0]))];

    // "d/M/yyyy" reads what "dd/MM/yyyy" reads, and means the same; "MM/dd/yyyy" does not.
    private static List<string> Different(string[] formats, LevelCount[] levels)
    {
        var kept = new List<string>();
        foreach (var format in formats)
        {
            if (!kept.Exists(other => levels.All(level => Read(level.Value, format) == Read(level.Value, other))))
            {
                kept.Add(format);
            }
        }

        return kept;
    }

    private static bool HoldsDigitsAndMarks(string text) => text.Length >= 6 && text.Any(char.IsAsciiDigit) && text.AsSpan().ContainsAny(Marks);

    private static bool Reads(string text, string format) => Read(text, format) is not null;

    private static DateTime? Read(string text, string format) =>
        DateTime.TryParseExact(text.AsSpan().Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static double Share(LevelCount[] levels, Func<string, bool> reads) =>
        levels.Count(level => reads(level.Value)) / (double)levels.Length;
}
