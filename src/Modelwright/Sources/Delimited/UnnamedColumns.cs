using Modelwright.Core.Data;

namespace Modelwright.Sources.Delimited;

/// <summary>Columns behind the last name, as spreadsheets write them where cells were touched once: those without any value are left out.</summary>
internal static class UnnamedColumns
{
    private const int MostListed = 20;

    /// <summary>Names the columns behind the last name by their numbers.</summary>
    /// <param name="names">The names as the file has them; changed where the number is free.</param>
    /// <returns>How many were named; 0 where nothing has a name, or such a name is taken.</returns>
    internal static int Name(string[] names)
    {
        var end = Array.FindLastIndex(names, name => name.Length > 0) + 1;
        if (end == 0 || Enumerable.Range(end, names.Length - end).Any(column => names.Contains(HeaderNames.Numbered(column), StringComparer.Ordinal)))
        {
            return 0;
        }

        for (var column = end; column < names.Length; column++)
        {
            names[column] = HeaderNames.Numbered(column);
        }

        return names.Length - end;
    }

    /// <summary>Leaves out those of the last columns that hold nothing and that no model knows.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="count">How many of the last columns have no name of their own.</param>
    /// <param name="kept">Names of columns that stay even where no value can be seen in them.</param>
    /// <returns>The rest, with a note of what was left out and one of what is called by a number.</returns>
    internal static SourceTable LeaveOut(SourceTable read, int count, IReadOnlySet<string> kept)
    {
        var columns = read.Table.Columns;
        var named = columns.Count - count;
        bool[] isEmpty = [.. columns.Select((column, place) => place >= named && !kept.Contains(column.Name) && IsEmpty(column))];
        int[] left = [.. Enumerable.Range(named, count).Where(place => isEmpty[place])];
        int[] called = [.. Enumerable.Range(named, count).Where(place => !isEmpty[place])];
        return read with
        {
            Table = left.Length == 0 ? read.Table : new([.. columns.Where((_, place) => !isEmpty[place])], read.Table.RowCount),
            Report = read.Report with { Notes = [.. read.Report.Notes, .. LeftOut(left), .. Called(called)] },
        };
    }

    private static bool IsEmpty(Column column)
    {
        var row = 0;
        while (row < column.RowCount && column.IsMissing(row))
        {
            row++;
        }

        return row == column.RowCount;
    }

    private static IEnumerable<string> LeftOut(int[] columns) => columns switch
    {
        [] => [],
        [var only] => [$"Column {only + 1} has neither a name nor a value and was left out."],
        _ => [$"{columns.Length} columns have neither a name nor a value and were left out: {Listed(columns.Select(column => $"{column + 1}"))}."],
    };

    private static IEnumerable<string> Called(int[] columns) => columns switch
    {
        [] => [],
        [var only] => [$"Column {only + 1} has no name and is called '{HeaderNames.Numbered(only)}'. Name it in the first line, or leave it out."],
        _ => [$"{columns.Length} columns have no name and are called {Listed(columns.Select(column => $"'{HeaderNames.Numbered(column)}'"))}. Name them in the first line, or leave them out."],
    };

    private static string Listed(IEnumerable<string> columns)
    {
        string[] all = [.. columns];
        return string.Join(", ", all.Take(MostListed)) + (all.Length > MostListed ? $" and {all.Length - MostListed} more" : "");
    }
}
