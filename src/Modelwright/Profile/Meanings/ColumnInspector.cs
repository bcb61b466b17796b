using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources.Columns;

namespace Modelwright.Profile.Meanings;

/// <summary>From a column to its profile, before a person's word is heard.</summary>
internal static class ColumnInspector
{
    private const int MostTop = 10;

    /// <summary>Looks at a column.</summary>
    /// <param name="column">The column as a source gave it.</param>
    /// <param name="found">Texts that mean "no value" and that the source found in it.</param>
    /// <param name="hasDecimalComma">Whether numbers had decimal commas where it was read from.</param>
    internal static ColumnProfile Inspect(Column column, IReadOnlyDictionary<string, long>? found, bool hasDecimalComma) => column switch
    {
        NumberColumn numbers => OfNumbers(numbers, found),
        CategoryColumn levels => OfTexts(levels, TextFacts.Of(levels) with { StandsAmongDecimalCommas = hasDecimalComma }, found),
        TextColumn texts => OfTexts(texts, TextFacts.Of(texts) with { StandsAmongDecimalCommas = hasDecimalComma }, found),
        TimeColumn times => OfTimes(times, found),
        _ => throw new NotSupportedException($"Columns of type {column.Type} cannot be inspected."),
    };

    private static ColumnProfile OfNumbers(NumberColumn column, IReadOnlyDictionary<string, long>? found)
    {
        var facts = NumberFacts.Of(column.Values);
        var code = NumberMeaning.MissingCode(facts);
        if (code is { } missing)
        {
            facts = NumberFacts.Of(column.Values, missing.Value);
        }

        LevelCount[] levels = [.. (facts.Levels ?? []).OrderByDescending(level => level.Count).ThenBy(level => level.Value).Select(level => new LevelCount(Show(level.Value), level.Count))];
        LevelCount[] codes = code is { } known ? [new(Show(known.Value), known.Count)] : [];
        var guess = NumberMeaning.Of(column.Name, facts).With(NearConstant.Of(facts)) with { Markers = codes };
        return Profile(column.Name, guess, found, guess.Type == ColumnType.Time ? OfNumberedTimes(facts, guess.TimeFormats) : ColumnFigures.Of(facts, new()
        {
            Rows = facts.Rows,
            Missing = facts.Missing,
            Distinct = facts.Distinct,
            IsDistinctEstimated = facts.IsEstimate,
            Looked = facts.Present,
            Agreeing = facts.Present,
            Top = [.. levels.Take(MostTop)],
            Rarest = levels.LastOrDefault(),
        }));
    }

    private static ColumnEvidence OfNumberedTimes(NumberFacts facts, IReadOnlyList<string> formats) => new()
    {
        Rows = facts.Rows,
        Missing = facts.Missing,
        Distinct = facts.Distinct,
        IsDistinctEstimated = facts.IsEstimate,
        Looked = facts.Present,
        Agreeing = facts.Present,
        Earliest = ShowTime(facts.Minimum, formats),
        Latest = ShowTime(facts.Maximum, formats),
    };

    private static ColumnProfile OfTexts(Column column, TextFacts facts, IReadOnlyDictionary<string, long>? found)
    {
        var guess = TextMeaning.Of(column.Name, facts).With(NearConstant.Of(facts));
        guess = guess.With(SameWords.Of(facts, guess.Meaning));
        var unreadable = facts.InAll(guess.Unreadable);
        var profile = Profile(column.Name, guess, found, new()
        {
            Rows = facts.Rows,
            Missing = facts.Missing + facts.InAll(guess.Markers) + unreadable,
            Distinct = facts.DistinctInAll - guess.Markers.Count - guess.Unreadable.Count,
            IsDistinctEstimated = facts.IsEstimate,
            Unreadable = unreadable,
            UnreadableExample = guess.Unreadable.Count > 0 ? guess.Unreadable[0].Value : null,
            Top = [.. facts.Levels.Take(MostTop)],
            Rarest = facts.Levels.Count > 0 ? facts.Levels[^1] : null,
            Looked = facts.Looked,
            Agreeing = (int)(guess.Agreeing ?? facts.Looked),
            Competing = guess.Competing,
            Disagreeing = [.. OddValues.Of(column, guess)],
            RareLevels = facts.Levels.Count(level => level.Count < DataFindings.RareLimit(facts.Present)),
            Words = facts.Words,
        });
        return profile with { Evidence = ColumnFigures.Of(column, profile.Spec, profile.Evidence) };
    }

    private static ColumnProfile OfTimes(TimeColumn column, IReadOnlyDictionary<string, long>? found)
    {
        var facts = TimeFacts.Of(column.Values);
        var present = facts.Rows - facts.Missing;
        var guess = (present, facts.Distinct, facts.Missing) switch
        {
            (0, _, _) => new Guess(ColumnMeaning.Constant, 1, "no value at all", ColumnType.Time),
            (_, 1, 0) => new(ColumnMeaning.Constant, 1, "one value in all rows", ColumnType.Time),
            _ => new(ColumnMeaning.Time, 1, "points in time", ColumnType.Time),
        };
        return Profile(column.Name, guess, found, ColumnFigures.Of(facts, new()
        {
            Rows = facts.Rows,
            Missing = facts.Missing,
            Distinct = facts.Distinct,
            IsDistinctEstimated = facts.IsEstimate,
            Looked = present,
            Agreeing = present,
        }));
    }

    private static ColumnProfile Profile(string name, Guess guess, IReadOnlyDictionary<string, long>? found, ColumnEvidence evidence)
    {
        LevelCount[] markers = [.. (found ?? new Dictionary<string, long>()).Select(pair => new LevelCount(pair.Key, pair.Value)), .. guess.Markers];
        var role = guess.Meaning switch
        {
            ColumnMeaning.Id => ColumnRole.Id,
            ColumnMeaning.Constant => ColumnRole.Ignore,
            _ when guess.NamesRow => ColumnRole.Id,
            _ => ColumnRole.Feature,
        };
        var spec = new ColumnSpec(name, guess.Type, role)
        {
            MissingMarkers = MarkersFor(guess.Type, guess.Markers),
            TimeFormats = guess.TimeFormats,
            NumberDecorations = guess.NumberDecorations,
            Notation = guess.Notation,
            Unit = guess.Unit,
            Kind = guess.Kind,
            ListSeparator = guess.ListSeparator,
            IsBoolean = guess.Meaning == ColumnMeaning.Boolean && guess.Type == ColumnType.Category,
        };
        return new(guess.Meaning, guess.Confidence, guess.Reason, spec, evidence with { Markers = [.. markers.OrderByDescending(marker => marker.Count)] })
        {
            NamesRow = guess.NamesRow,
            Findings = [.. guess.Findings.Select(finding => finding.Of(name))],
        };
    }

    /// <summary>All texts that mean "no value" for a type, with those found in the column itself.</summary>
    internal static IReadOnlyList<string> MarkersFor(ColumnType type, IReadOnlyList<LevelCount> own)
    {
        var usual = type is ColumnType.Number or ColumnType.Time ? MissingText.AmongNumbers : MissingText.AmongTexts;
        return [.. usual.Union(own.Select(marker => marker.Value.Trim()), StringComparer.Ordinal)];
    }

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string? ShowTime(double number, IReadOnlyList<string> formats) => CellText.TryTime(Show(number), formats, out var ticks) ? ColumnFigures.Show(ticks) : null;
}
