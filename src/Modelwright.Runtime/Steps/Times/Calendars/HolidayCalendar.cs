using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Steps.Times.Calendars;

/// <summary>The holidays of any year by some rules. Immutable and safe from any thread: the years asked for last are kept.</summary>
internal sealed class HolidayCalendar
{
    private const int MostRules = 100;
    private const int NumbersOfRule = 4;
    private readonly HolidayRule[] _rules;
    private Year? _last;

    internal HolidayCalendar(HolidayRule[] rules) => _rules = rules;

    /// <summary>Whether there is any holiday.</summary>
    internal bool HasAny => _rules.Length > 0;

    internal static HolidayCalendar Read(string step, string input, IArtifactReader part)
    {
        var numbers = part.Integers("rules");
        if (numbers.Length % NumbersOfRule != 0 || numbers.Length > MostRules * NumbersOfRule)
        {
            throw new ArtifactException($"Step '{step}' holds {numbers.Length} numbers of holidays for column '{input}'; {NumbersOfRule} for each of at most {MostRules} are needed. Make the file again.");
        }

        HolidayRule[] rules = [.. numbers.Chunk(NumbersOfRule).Select(rule => new HolidayRule((HolidayKind)rule[0], rule[1], rule[2], rule[3]))];
        return Array.TrueForAll(rules, rule => rule.IsSound)
            ? new(rules)
            : throw new ArtifactException($"Step '{step}' holds a holiday for column '{input}' that is no day of every year. Make the file again.");
    }

    /// <summary>The rules themselves go into the package, so that a later release with other lists answers as this one does.</summary>
    internal void Write(IArtifactWriter writer) =>
        writer.Integers("rules", [.. _rules.SelectMany(rule => (int[])[(int)rule.Kind, rule.First, rule.Second, rule.Third])]);

    /// <summary>Days since the last holiday and until the next, both 0 on one.</summary>
    /// <param name="date">Any day.</param>
    internal (int Since, int Until) Around(DateOnly date)
    {
        var year = Volatile.Read(ref _last);
        if (year is null || year.Number != date.Year)
        {
            year = new(date.Year, Days(date.Year));
            Volatile.Write(ref _last, year);
        }

        var found = Array.BinarySearch(year.Days, date.DayNumber);
        if (found >= 0)
        {
            return (0, 0);
        }

        return (date.DayNumber - year.Days[~found - 1], year.Days[~found] - date.DayNumber);
    }

    /// <summary>The holidays of a year and of those beside it, as day numbers in order; at both ends of time the year itself is repeated far out.</summary>
    private int[] Days(int year)
    {
        var days = new SortedSet<int>();
        foreach (var rule in _rules)
        {
            var own = rule.DayIn(year);
            days.Add(own);
            days.Add(year > 1 ? rule.DayIn(year - 1) : own - 365);
            days.Add(year < 9999 ? rule.DayIn(year + 1) : own + 365);
        }

        return [.. days];
    }

    private sealed record Year(int Number, int[] Days);
}
