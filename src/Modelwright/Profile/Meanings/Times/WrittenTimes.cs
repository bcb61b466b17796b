using System.Buffers;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Profile.Meanings.Times;

/// <summary>Finds the format, or the few formats, in which the texts of a column are times.</summary>
internal static class WrittenTimes
{
    private const int MostTried = 2_000;
    private const int MostFormats = 4;
    private const int MostLetters = 40;
    private const int FewestLetters = 6;
    private const double LeastShare = 0.99;
    private const string Iso = "iso_8601";

    private static readonly SearchValues<char> Marks = SearchValues.Create("./-, :");

    internal static TimeReading? Find(IReadOnlyList<LevelCount> levels)
    {
        LevelCount[] tried = [.. levels.Take(MostTried)];
        if (tried.Length == 0 || !MayBeTime(tried[0].Value))
        {
            return null;
        }

        if (Share(tried, []) >= LeastShare)
        {
            return new([], [], Unreadable(levels, []));
        }

        string[] fitting = [.. Reading(tried[0].Value).Where(format => Share(tried, [format]) >= LeastShare)];
        if (fitting.Length == 0)
        {
            return Mixed(levels, tried);
        }

        var different = Different(fitting, tried);
        return AreSeasons(tried, different[0]) ? null : new([different[0]], [], Unreadable(levels, [different[0]]))
        {
            Rival = different.Count > 1 ? different[1] : null,
            Evidence = DayOrder.Evidence(tried, different[0]),
        };
    }

    // The format that reads most of what is left, again and again; a text that none reads is a typing error, up to 1 %.
    private static TimeReading? Mixed(IReadOnlyList<LevelCount> levels, LevelCount[] tried)
    {
        var left = tried.ToList();
        var unread = 0;
        var formats = new List<string>();
        while (left.Count > 0)
        {
            string[] candidates = [.. MayBeTime(left[0].Value) ? Reading(left[0].Value) : []];
            if (candidates.Length == 0)
            {
                left.RemoveAt(0);
                if (++unread > (1 - LeastShare) * tried.Length)
                {
                    return null;
                }
            }
            else
            {
                var best = candidates.MaxBy(format => left.Count(level => Reads(level.Value, format)))!;
                formats.Add(best);
                left.RemoveAll(level => Reads(level.Value, best));
                if (formats.Count > MostFormats)
                {
                    return null;
                }
            }
        }

        // What most are written in goes first, and has the word where two formats read a text.
        formats = [.. formats.OrderByDescending(format => tried.Where(level => Reads(level.Value, format)).Sum(level => level.Count))];
        return formats.Count < 2 || formats.Exists(format => AreSeasons(tried, format)) ? null : new(formats, Parts(tried, formats), Unreadable(levels, formats));
    }

    private static FormatPart[] Parts(LevelCount[] tried, List<string> formats)
    {
        var parts = new List<FormatPart>();
        var left = tried.ToList();
        foreach (var format in formats)
        {
            LevelCount[] read = [.. left.Where(level => Reads(level.Value, format))];
            left.RemoveAll(level => Reads(level.Value, format));
            parts.Add(new(format, read.Sum(level => level.Count), read.Length == 0 ? "" : read[0].Value));
        }

        return [.. parts.Where(part => part.Count > 0)];
    }

    private static LevelCount[] Unreadable(IReadOnlyList<LevelCount> levels, IReadOnlyList<string> formats) =>
        [.. levels.Where(level => !CellText.TryTime(level.Value, formats, out _))];

    // "d/M/yyyy" reads what "dd/MM/yyyy" reads, and means the same; "MM/dd/yyyy" does not.
    private static List<string> Different(string[] formats, LevelCount[] levels)
    {
        var kept = new List<string>();
        foreach (var format in formats)
        {
            if (!kept.Exists(other => Array.TrueForAll(levels, level => Ticks(level.Value, format) == Ticks(level.Value, other))))
            {
                kept.Add(format);
            }
        }

        return kept;
    }

    // "2009-10", "2010-11": a year and the next, not a month.
    private static bool AreSeasons(LevelCount[] levels, string format) => format is "yyyy-MM" or "yyyy/MM" && levels.Length > 1 && Array.TrueForAll(levels, level =>
    {
        var text = level.Value.AsSpan().Trim();
        return int.TryParse(text[2..4], out var year) && int.TryParse(text[^2..], out var next) && next == (year + 1) % 100;
    });

    private static bool MayBeTime(string text) => text.Length is >= FewestLetters and <= MostLetters && text.AsSpan().ContainsAnyInRange('0', '9');

    private static IEnumerable<string> Reading(string text)
    {
        var hasMarks = text.AsSpan().ContainsAny(Marks);
        string[] formats = [Iso, .. hasMarks ? TimeFormats.Usual : [], .. TimeFormats.Periods, .. hasMarks && text.Any(char.IsLetter) ? TimeFormats.Translated : []];
        return formats.Where(format => Reads(text, format));
    }

    private static bool Reads(string text, string format) => CellText.TryTime(text, [format], out _);

    private static long Ticks(string text, string format) => CellText.TryTime(text, [format], out var ticks) ? ticks : TimeColumn.Missing;

    private static double Share(LevelCount[] levels, string[] formats) => levels.Count(level => CellText.TryTime(level.Value, formats, out _)) / (double)levels.Length;
}
