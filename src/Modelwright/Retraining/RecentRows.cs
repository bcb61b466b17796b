using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Validation;

namespace Modelwright.Retraining;

/// <summary>Parts rows into those to train on and the newest, which judge.</summary>
internal static class RecentRows
{
    /// <summary>Parts.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="share">Share of the newest.</param>
    /// <param name="time">The column that says which are newest; null for the order of the rows.</param>
    /// <param name="isSeeded">Whether they are drawn by chance in place of that.</param>
    /// <param name="seed">Chance.</param>
    /// <returns>History and newest rows, and how they were told.</returns>
    /// <exception cref="OptionsException">The share is not between 0 and 1, or no such column of times or numbers is there.</exception>
    /// <exception cref="DataException">Too few rows.</exception>
    public static (Table History, Table Recent, string How) Part(Table rows, double share, string? time, bool isSeeded, int seed)
    {
        if (!(share > 0 && share < 1))
        {
            throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"The share of recent rows must be above 0 and below 1. Got {share}. 0.2 holds the newest fifth back."));
        }

        var count = (int)Math.Round(rows.RowCount * share);
        if (count < 1 || rows.RowCount - count < 1)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture, $"There are {rows.RowCount} rows, and a share of {share} of them leaves none to train on or none to judge by. Bring more rows."));
        }

        var order = Order(rows, time);
        int[] recent = isSeeded ? RowSample.Draw(rows.RowCount, count, Seeds.Mix(seed, 23)) : order[^count..];
        var isRecent = new bool[rows.RowCount];
        Array.ForEach(recent, row => isRecent[row] = true);
        Array.Sort(recent);
        return (rows.Take([.. Enumerable.Range(0, rows.RowCount).Where(row => !isRecent[row])]), rows.Take(recent), isSeeded ? "seeded" : time is null ? "last" : "time");
    }

    // Rows of one time stand in the order of the file; a row without a time is the oldest.
    private static int[] Order(Table rows, string? time)
    {
        int[] order = [.. Enumerable.Range(0, rows.RowCount)];
        if (time is null)
        {
            return order;
        }

        return rows[time] switch
        {
            TimeColumn times => [.. order.OrderBy(times.Values.At)],
            NumberColumn numbers => [.. order.OrderBy(row => numbers.IsMissing(row) ? double.NegativeInfinity : numbers.Values.At(row))],
            TextColumn or CategoryColumn when IsIso(rows[time]) => [.. order.OrderBy(rows[time].Format, StringComparer.Ordinal)],
            _ => throw new OptionsException($"Column '{time}' holds neither times nor numbers, so it does not say which rows are newest. Name a column of times, or leave it out where the rows are in order."),
        };
    }

    private static bool IsIso(Column column) => Enumerable.Range(0, column.RowCount).All(row =>
        column.Format(row) is not { } text || (text.Length >= 10 && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _) && text[4] == '-'));
}
