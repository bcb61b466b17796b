using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Profile.Meanings.Codes;
using Modelwright.Profile.Meanings.Times;

namespace Modelwright.Profile.Meanings;

/// <summary>Guesses what a number column means.</summary>
internal static class NumberMeaning
{
    internal const int FewestRowsForId = 20;

    // One whole number in thirty of that size is a day by chance; five different ones hardly are.
    private const int FewestDays = 5;
    private const string DayFormat = "yyyyMMdd";

    private static readonly double[] Codes = [-99, -999, -9999, -99_999, -999_999];

    internal static Guess Of(string name, NumberFacts facts)
    {
        if (facts.Present == 0)
        {
            return new(ColumnMeaning.Constant, 1, "no value at all", ColumnType.Number);
        }

        if (facts.Minimum == facts.Maximum && facts.Missing == 0)
        {
            return new(ColumnMeaning.Constant, 1, "one value in all rows", ColumnType.Number);
        }

        if (facts.AreDays && facts.Distinct >= FewestDays)
        {
            return new(ColumnMeaning.Time, 0.85, $"whole numbers, each a day as {DayFormat}", ColumnType.Time) { TimeFormats = [DayFormat] };
        }

        if ((UnixTimes.Of(name, facts) ?? CodeGuess.Of(name, facts)) is { } special)
        {
            return special;
        }

        if (IdOf(name, facts) is { } id)
        {
            return id;
        }

        return facts is { Distinct: 2, IsWhole: true } && facts.Maximum - facts.Minimum <= 2
            ? new(ColumnMeaning.Boolean, 0.9, $"two values, {Show(facts.Minimum)} and {Show(facts.Maximum)}", ColumnType.Number)
            : new(ColumnMeaning.Number, 0.95, facts.IsWhole ? "whole numbers" : "numbers", ColumnType.Number);
    }

    /// <summary>A code such as -999 that stands apart from all other values: far below them, or the only negative one.</summary>
    internal static (double Value, int Count)? MissingCode(NumberFacts facts)
    {
        if (facts.Distinct < 3 || !Codes.Contains(facts.Minimum))
        {
            return null;
        }

        var isAlone = facts.Second >= 0 || facts.Second - facts.Minimum > facts.Maximum - facts.Second;
        return isAlone && facts.AtMinimum > 1 ? (facts.Minimum, facts.AtMinimum) : null;
    }

    private static Guess? IdOf(string name, NumberFacts facts)
    {
        var isNamed = IdName.Matches(name);
        if (!facts.IsWhole || !facts.IsAllDistinct || facts.Rows < FewestRowsForId || (!isNamed && IdName.IsClock(name)))
        {
            return null;
        }

        var isSequence = facts.IsRising && facts.Maximum - facts.Minimum == facts.Rows - 1;
        return (isNamed, isSequence, facts.IsRising) switch
        {
            (_, true, _) => new(ColumnMeaning.Id, isNamed ? 1 : 0.95, "counts the rows up by one", ColumnType.Number),
            (true, _, _) => new(ColumnMeaning.Id, 0.9, "every value is different, and the name says so", ColumnType.Number),
            (_, _, true) when facts.Rows >= 100 => new(ColumnMeaning.Id, 0.7, "whole numbers that rise from row to row, every one different", ColumnType.Number),
            _ => null,
        };
    }

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
