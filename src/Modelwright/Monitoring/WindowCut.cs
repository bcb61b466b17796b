using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Monitoring;

/// <summary>One of the windows that a table is cut into.</summary>
/// <param name="Name">A range of rows, counted from 1, or of times.</param>
/// <param name="Rows">Its rows.</param>
public sealed record WindowCut(string Name, Table Rows)
{
    private const int MostWindows = 10_000;

    /// <summary>Windows of so many rows in the order of the table; the last has the rest, and is joined to the one before where it is smaller than half.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="size">Rows of a window, 1 or more.</param>
    /// <returns>Windows in order.</returns>
    /// <exception cref="OptionsException">The size is below 1, or gives too many windows.</exception>
    public static IEnumerable<WindowCut> ByRows(Table table, int size)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (size < 1 || table.RowCount / Math.Max(1, size) > MostWindows)
        {
            throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"A window of {size} rows cuts {table.RowCount} rows into none or too many, at most {MostWindows} windows are made. Give more rows a window, such as 5000."));
        }

        return Cut();

        IEnumerable<WindowCut> Cut()
        {
            for (var from = 0; from < table.RowCount;)
            {
                var to = table.RowCount - from < size + (size / 2) + (size % 2) ? table.RowCount : from + size;
                yield return new(string.Create(CultureInfo.InvariantCulture, $"rows {from + 1} to {to}"), table.Take([.. Enumerable.Range(from, to - from)]));
                from = to;
            }
        }
    }

    /// <summary>Windows of one length of time each, from the first time on; windows without rows are left out, and so are rows without a time.</summary>
    /// <param name="table">The rows, in any order.</param>
    /// <param name="column">The column that says when.</param>
    /// <param name="length">Above zero.</param>
    /// <returns>Windows in the order of time.</returns>
    /// <exception cref="OptionsException">The column is absent, the length is not above zero, or gives too many windows.</exception>
    /// <exception cref="DataException">No value of the column can be read as a time.</exception>
    public static IEnumerable<WindowCut> ByTime(Table table, string column, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrEmpty(column);
        if (!table.TryGet(column, out var raw))
        {
            throw new OptionsException($"The rows have no column '{column}' to cut windows by.{NearestName.Suggest(column, table.Names)} Name the column that says when a row came.");
        }

        var times = (TimeColumn)Admission.Admit(new([raw]), new([new(column, ColumnType.Time)]), needsTarget: true).Table.Columns[0];
        int[] known = [.. Enumerable.Range(0, times.RowCount).Where(row => !times.IsMissing(row))];
        if (known.Length == 0)
        {
            throw new DataException($"No row has a time in column '{column}'. Name the column that says when a row came.");
        }

        var first = known.Min(times.Values.At);
        if (length <= TimeSpan.Zero || (known.Max(times.Values.At) - first) / length.Ticks >= MostWindows)
        {
            throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"Windows of {length} cut the times of '{column}' into none or too many, at most {MostWindows} windows are made. Give a longer window, such as 7d."));
        }

        return known.GroupBy(row => (times.Values.At(row) - first) / length.Ticks).OrderBy(group => group.Key).Select(group =>
        {
            var from = new DateTime(first + (group.Key * length.Ticks), DateTimeKind.Unspecified);
            return new WindowCut(string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd HH:mm} on"), table.Take([.. group]));
        });
    }
}
