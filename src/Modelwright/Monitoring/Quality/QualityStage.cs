using System.Globalization;
using Modelwright.Measures.Intervals;
using Modelwright.Monitoring.References;
using Modelwright.Monitoring.Windows;
using Modelwright.Profile.Baskets;
using Modelwright.Runtime.Prediction;
using Modelwright.Stress.Slices;

namespace Modelwright.Monitoring.Quality;

/// <summary>What breaks the contract between a model and its rows: more of it than the reference showed, beyond chance and by as much as matters.</summary>
/// <remarks>Counts are held against those of the reference by the exact test of Fisher 1934; false discoveries over all of them are kept low.</remarks>
internal sealed class QualityStage(ReferenceDocument reference, WindowRows rows)
{
    /// <summary>The share of false discoveries that one accepts for an alarm.</summary>
    private const double MostFalse = 0.001;

    /// <summary>Rows of this share matter: cells that cannot be read, and all else.</summary>
    private const double MatteringUnreadable = 0.01;
    private const double Mattering = 0.05;

    /// <summary>A note is written from this part of what matters.</summary>
    private const double PartOfANote = 0.2;

    /// <summary>Looks at the rows.</summary>
    /// <param name="countsRepeats">Whether rows that repeat others are counted.</param>
    public IEnumerable<WindowFinding> Run(bool countsRepeats) => Gone().Concat(Counted(countsRepeats));

    private IEnumerable<WindowFinding> Gone()
    {
        foreach (var name in rows.Absent)
        {
            yield return new("column_gone", name, IsAlarm: true, 1, 0, null, $"Column '{name}' is gone, and the model refuses rows without it. Bring it back, empty where there is no value, or rename the column that holds it now.");
        }

        foreach (var (name, fault) in rows.Unreadable)
        {
            yield return new("other_type", name, IsAlarm: true, 1, 0, null, $"No value of column '{name}' can be read any more: {fault}");
        }
    }

    private IEnumerable<WindowFinding> Counted(bool countsRepeats)
    {
        var counts = rows.Counts.ToDictionary(count => count.Column, StringComparer.Ordinal);
        var suspects = reference.Columns.Where(column => counts.ContainsKey(column.Name)).SelectMany(column => Of(column, counts[column.Name])).ToList();
        if (countsRepeats && reference.Repeats is { Rows: > 0 } repeats && rows.CanBeAnswered)
        {
            suspects.Add(Repeated(repeats));
        }

        var shares = FalseDiscoveries.Shares([.. suspects.Select(suspect => suspect.Chance)]);
        return suspects.Zip(shares)
            .Where(pair => pair.Second <= MostFalse && pair.First.Share - pair.First.Usual >= PartOfANote * pair.First.Matters)
            .Select(pair => pair.First.Finding(pair.First.Share - pair.First.Usual >= pair.First.Matters, rows.Table.RowCount));
    }

    private IEnumerable<Suspect> Of(ReferenceColumn column, ColumnCounts now)
    {
        var count = rows.Table.RowCount;
        var examples = now.Examples.Count == 0 ? "" : $", such as '{now.Examples[0].Text}'";
        yield return new("unreadable", column.Name, (double)now.Unreadable / count, Share(column.Unreadable, column.Rows), Chance(now.Unreadable, count, column.Unreadable, column.Rows), MatteringUnreadable, $"cannot be read{examples}", "See whether the source writes it in another way, and mend it there.");
        yield return new("missing", column.Name, Share(now.Missing, count), Math.Max(column.MostMissing, Share(column.Missing - column.Unreadable, column.Rows)), Chance(now.Missing, count, column.Missing - column.Unreadable, column.Rows), Mattering, "have no value", "See whether the source still fills it.");
        if (column.Type == Core.Data.ColumnType.Category)
        {
            yield return new("unseen_level", column.Name, Share(now.Unseen, count), Share(column.Unseen, column.Rows), Chance(now.Unseen, count, column.Unseen, column.Rows), Mattering, $"have a level that training did not know{examples}", "Map such levels to known ones, or train anew with rows that have them.");
        }

        if (column.Outside is { } outside)
        {
            var (beyond, values) = ValueRange.Outside(rows.Table[column.Name], column.Edges);
            yield return new("out_of_range", column.Name, Share(beyond, values), Share(outside, column.Values), Chance(beyond, values, outside, column.Values), Mattering, string.Create(CultureInfo.InvariantCulture, $"are far outside {column.Edges[0]:G6} to {column.Edges[^1]:G6}, the range that was seen"), "See whether the unit or the source has changed.");
        }
    }

    private Suspect Repeated(ReferenceRepeats repeats)
    {
        var counted = Repeats.Of([.. reference.Columns.Select(column => rows.Table[column.Name])]);
        var (mean, variance) = Repeats.Expected(repeats, counted.Rows);
        var repeated = Repeats.Repeated(counted);

        // Beside chance in the window, that of the reference: the counts of both are about as uncertain.
        var error = Math.Sqrt((variance + mean) * (1 + ((double)counted.Rows / repeats.Rows)) + 1);
        return new("repeated_rows", null, Share(repeated, counted.Rows), mean / counted.Rows, NormalTail.Of((repeated - mean) / error), Mattering, "repeat another row in every column", "See whether a load ran twice.");
    }

    private static double Share(int part, int all) => all == 0 ? 0 : Math.Max(0, (double)part / all);

    private static double Chance(int now, int rows, int before, int rowsBefore)
    {
        before = Math.Clamp(before, 0, rowsBefore);
        return now == 0 || rows == 0 ? 1 : new HypergeometricTail(rows + rowsBefore).AtLeast(rows + rowsBefore, now + before, rows, now);
    }

    private sealed record Suspect(string Kind, string? Column, double Share, double Usual, double Chance, double Matters, string What, string Remedy)
    {
        public WindowFinding Finding(bool isAlarm, int rows) => new(
            Kind,
            Column,
            isAlarm,
            Share,
            Usual,
            Chance,
            string.Create(CultureInfo.InvariantCulture, $"{(Column is null ? "Of all rows" : $"Column '{Column}': of {rows} rows")} {Share * 100:0.##} % {What}, where {Usual * 100:0.##} % were usual. {Remedy}"));
    }
}
