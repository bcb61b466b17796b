using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Stress.Fairness;

/// <summary>The groups of a sensitive column: levels, values where a number has few, else parts of it between bounds; rows without a value are one too.</summary>
internal sealed class SensitiveGroups
{
    /// <summary>Rows of a group at least; with fewer its figures would tell nothing.</summary>
    public const int FewestRows = 40;

    private const string NoValue = "no value";
    private const int MostGroups = 20;
    private const int FewValues = 10;
    private const int Parts = 4;
    private const int MostNamed = 5;

    private readonly Func<Column, Func<int, string>> _read;

    private SensitiveGroups(string column, Func<Column, Func<int, string>> read, string[] names, string[] notes) =>
        (Column, _read, Names, Notes) = (column, read, names, notes);

    /// <summary>The column.</summary>
    public string Column { get; }

    /// <summary>The groups: parts of a number ascending, all else by their rows.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What was left out, each in a sentence.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Reads the groups off rows.</summary>
    /// <param name="column">The column.</param>
    /// <param name="bounds">For numbers where groups end; null for quartiles, or for each value where there are few.</param>
    public static SensitiveGroups Of(Column column, double[]? bounds)
    {
        var (read, parts) = Reading(column, bounds);
        var counts = Enumerable.Range(0, column.RowCount).CountBy(read(column)).ToDictionary(StringComparer.Ordinal);
        string[] known = [.. (parts ?? [.. counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key)]).Where(counts.ContainsKey)];
        string[] large = [.. known.Where(name => counts[name] >= FewestRows)];
        string[] small = [.. known.Where(name => counts[name] < FewestRows)];
        return new(column.Name, read, [.. large.Take(MostGroups)], [.. Small(column.Name, small, counts), .. Many(column.Name, large)]);
    }

    /// <summary>The group of each row of any table that has the column, as a 0-based position in <see cref="Names"/>; -1 where it is in none.</summary>
    public int[] Assign(Table rows)
    {
        var name = _read(rows[Column]);
        var positions = Names.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
        return [.. Enumerable.Range(0, rows.RowCount).Select(row => positions.GetValueOrDefault(name(row), -1))];
    }

    /// <summary>How rows of a column get their names, and the names in order where that is not by their rows.</summary>
    private static (Func<Column, Func<int, string>> Read, string[]? Parts) Reading(Column column, double[]? bounds)
    {
        var scaled = ScaledColumn.Of(column);
        if (scaled is null || (bounds is null && scaled.Values.Where(value => !double.IsNaN(value)).Distinct().Take(FewValues + 1).Count() <= FewValues))
        {
            return (other => row => other.Format(row) ?? NoValue, null);
        }

        double[] ends = [double.NegativeInfinity, .. (bounds ?? scaled.Cuts(Enumerable.Range(0, column.RowCount), Parts)).Distinct().Order(), double.PositiveInfinity];
        string[] parts = [.. ends.Skip(1).Zip(ends, (upTo, above) => scaled.Between(above, upTo))];
        return (other => Part(ScaledColumn.Of(other)!.Values, ends, parts), [.. parts, NoValue]);
    }

    private static Func<int, string> Part(double[] values, double[] ends, string[] parts) =>
        row => double.IsNaN(values[row]) ? NoValue : parts[Math.Max(0, ends.Count(end => values[row] > end) - 1)];

    private static IEnumerable<string> Small(string column, string[] small, Dictionary<string, int> counts)
    {
        if (small.Length > 0)
        {
            var named = string.Join(", ", small.Take(MostNamed).Select(name => $"'{name}'")) + (small.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {small.Length - MostNamed} more") : "");
            yield return string.Create(CultureInfo.InvariantCulture, $"Groups of '{column}' with fewer than {FewestRows} rows were left out, {small.Sum(name => counts[name])} rows in all: {named}.");
        }
    }

    private static IEnumerable<string> Many(string column, string[] large)
    {
        if (large.Length > MostGroups)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{MostGroups} of {large.Length} groups of '{column}' were looked at, those of most rows. Join levels that belong together.");
        }
    }
}
