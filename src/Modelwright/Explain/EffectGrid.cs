using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Explain;

/// <summary>The points of a column at which its effect is measured. From coarse statistics, so that they are nobody's values.</summary>
internal sealed class EffectGrid
{
    private readonly ColumnStatistics _statistics;

    private EffectGrid(ColumnStatistics statistics, double[] values, string[] levels)
    {
        (_statistics, Values, Levels) = (statistics, values, levels);
    }

    /// <summary>Ascending numbers, or days; empty for a category.</summary>
    internal double[] Values { get; }

    /// <summary>Levels, the most frequent first; empty for numbers and times.</summary>
    internal string[] Levels { get; }

    internal int Count => Math.Max(Values.Length, Levels.Length);

    internal string Kind => _statistics.Type switch
    {
        ColumnType.Number => "number",
        ColumnType.Time => "time",
        _ => "category",
    };

    /// <summary>The points of a column; null where it has fewer than two, as a text has.</summary>
    internal static EffectGrid? Of(ColumnStatistics? statistics, int most)
    {
        if (statistics?.Type is ColumnType.Number or ColumnType.Time)
        {
            double[] edges = [.. statistics.Edges.Distinct()];
            double[] some = edges.Length <= most ? edges : [.. Enumerable.Range(0, most).Select(place => edges[place * (edges.Length - 1) / (most - 1)])];
            return some.Length < 2 ? null : new(statistics, some, []);
        }

        return statistics is { Type: ColumnType.Category, Frequent.Count: > 1 } ? new(statistics, [], [.. statistics.Frequent.Take(most)]) : null;
    }

    /// <summary>The column with a point in each row.</summary>
    /// <param name="column">The column of the rows.</param>
    /// <param name="points">For each row, its point.</param>
    internal Column At(Column column, int[] points) => column switch
    {
        CategoryColumn category => new CategoryColumn(column.Name, category.Levels, Array.ConvertAll(points, Codes(category))),
        TimeColumn => new TimeColumn(column.Name, Array.ConvertAll(points, point => (long)(Values[point] * TimeSpan.TicksPerDay))),
        _ => new NumberColumn(column.Name, Array.ConvertAll(points, point => Values[point])),
    };

    /// <summary>For each row, between which points its value lies, as the number of the lower one; its level's place; -1 for none.</summary>
    internal int[] PlacesOf(Column column)
    {
        var places = new int[column.RowCount];
        for (var row = 0; row < places.Length; row++)
        {
            places[row] = column.IsMissing(row) ? -1 : column switch
            {
                CategoryColumn category => Array.IndexOf(Levels, category.Levels[category.Codes.At(row)]),
                TimeColumn time => BinOf((double)time.Values.At(row) / TimeSpan.TicksPerDay),
                _ => BinOf(((NumberColumn)column).Values.At(row)),
            };
        }

        return places;
    }

    /// <summary>Share of the training rows at each point: with its level, or from it to the next.</summary>
    internal double[] Shares()
    {
        var shares = new double[Count];
        for (var bin = 0; bin < _statistics.Shares.Length && Values.Length > 0; bin++)
        {
            shares[BinOf(_statistics.Edges[bin])] += _statistics.Shares[bin];
        }

        for (var level = 0; level < Levels.Length; level++)
        {
            shares[level] = _statistics.FrequentShares[level];
        }

        return shares;
    }

    /// <summary>A point as a person reads it.</summary>
    internal string Text(int point) => Levels.Length > 0 ? Levels[point]
        : _statistics.Type == ColumnType.Time ? new DateTime((long)(Values[point] * TimeSpan.TicksPerDay), DateTimeKind.Unspecified).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Values[point].ToString("G6", CultureInfo.InvariantCulture);

    private int BinOf(double value)
    {
        var bin = 0;
        while (bin < Values.Length - 2 && Values[bin + 1] <= value)
        {
            bin++;
        }

        return bin;
    }

    private Converter<int, int> Codes(CategoryColumn category)
    {
        int[] codes = [.. Levels.Select(level => Math.Max(CategoryColumn.Missing, category.Levels.ToList().IndexOf(level)))];
        return point => codes[point];
    }
}
