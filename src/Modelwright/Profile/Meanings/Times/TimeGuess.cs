using Modelwright.Core.Data;
using Modelwright.Sources;

namespace Modelwright.Profile.Meanings.Times;

/// <summary>From the way in which texts are times to the guess of a column.</summary>
internal static class TimeGuess
{
    internal static Guess? Of(TextFacts facts)
    {
        if (WrittenTimes.Find(facts.Levels) is not { } reading)
        {
            return null;
        }

        var agreeing = facts.Looked - reading.Unreadable.Sum(level => level.Count);
        return new(ColumnMeaning.Time, Confidence.Of(agreeing, facts.Looked, reading.Rival is null ? 1 : 2), Reason(reading), ColumnType.Time)
        {
            TimeFormats = reading.Formats,
            Unreadable = reading.Unreadable,
            Agreeing = agreeing,
            Competing = reading.Rival is { } rival ? [$"dates as {rival}"] : [],
            Findings = reading.Parts.Count == 0 ? [] : [Mixed(reading.Parts)],
        };
    }

    private static string Reason(TimeReading reading) => (reading.Formats.Count, reading.Rival) switch
    {
        (0, _) => "dates in ISO 8601",
        (1, null) => $"dates as {reading.Formats[0]}{reading.Evidence}",
        (1, { } rival) => $"dates as {reading.Formats[0]}, or as {rival}",
        _ => $"dates in {reading.Formats.Count} formats",
    };

    private static GuessFinding Mixed(IReadOnlyList<FormatPart> parts)
    {
        var listed = string.Join(", ", parts.Select(part => $"{part.Format} ({part.Count}, such as '{FaultList.Show(part.Example)}')"));
        FormatPart[] open = [.. parts.Where(part => DayOrder.IsOpen(part.Format))];
        var isTorn = open.Select(part => DayOrder.IsDayFirst(part.Format)).Distinct().Count() > 1;
        return new(
            FindingSeverity.Warning,
            "mixed_times",
            $"holds times in {parts.Count} formats: {listed}.{(isTorn ? " In some the day stands first, in some the month, so others may be read wrong." : "")}",
            "They are tried in this order; write all as year-month-day.");
    }
}
