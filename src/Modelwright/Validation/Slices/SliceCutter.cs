using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Validation.Slices;

/// <summary>Cuts rows into slices, a column at a time: levels, fifths of numbers and times, and the rows without a value.</summary>
internal sealed class SliceCutter(Table table)
{
    private const int MostLevels = 50;
    private const int Parts = 5;

    /// <summary>All slices of a column; none for texts and lists, whose values seldom repeat.</summary>
    public IEnumerable<SliceRows> Of(ColumnSpec spec)
    {
        var column = table[spec.Name];
        var rows = Enumerable.Range(0, table.RowCount);
        int[] missing = [.. rows.Where(column.IsMissing)];
        var slices = column switch
        {
            CategoryColumn levels => Levels(spec.Name, levels, rows),
            NumberColumn numbers => Fifths(spec.Name, rows, row => numbers.Values.At(row), value => Math.Round(value, 10).ToString("G6", CultureInfo.InvariantCulture)),
            TimeColumn times => Fifths(spec.Name, rows.Where(row => !times.IsMissing(row)), row => times.Values.At(row), value => new DateTime((long)value, DateTimeKind.Utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            _ => [],
        };
        return missing.Length > 0 ? slices.Append(new(spec.Name, $"{spec.Name} missing", missing)) : slices;
    }

    private static IEnumerable<SliceRows> Levels(string name, CategoryColumn column, IEnumerable<int> rows) => rows
        .Where(row => !column.IsMissing(row))
        .GroupBy(row => column.Codes.At(row))
        .OrderByDescending(level => level.Count())
        .ThenBy(level => level.Key)
        .Take(MostLevels)
        .Select(level => new SliceRows(name, $"{name} = {column.Levels[level.Key]}", [.. level]));

    // Equal values stay together, so a part may be larger than a fifth, and there may be fewer of them.
    private static IEnumerable<SliceRows> Fifths(string name, IEnumerable<int> rows, Func<int, double> value, Func<double, string> say)
    {
        int[] order = [.. rows.Where(row => !double.IsNaN(value(row))).OrderBy(value).ThenBy(row => row)];
        for (int part = 0, start = 0; part < Parts && start < order.Length; part++)
        {
            var end = Math.Max(start + 1, (int)((long)order.Length * (part + 1) / Parts));
            while (end < order.Length && value(order[end]) == value(order[end - 1]))
            {
                end++;
            }

            var (least, most) = (value(order[start]), value(order[end - 1]));
            var meaning = least == most ? $"{name} = {say(least)}" : $"{name} from {say(least)} to {say(most)}";
            yield return new(name, meaning, [.. order[start..end].Order()]);
            start = end;
        }
    }
}
