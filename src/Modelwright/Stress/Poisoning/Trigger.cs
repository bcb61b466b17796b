using Modelwright.Core.Data;

namespace Modelwright.Stress.Poisoning;

/// <summary>A value that an opponent plants as a trigger: the one of a row that has it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Cell">The value, a column of one row.</param>
internal sealed record Trigger(string Column, Column Cell)
{
    /// <summary>Column and value in words.</summary>
    public string Words => $"{Column} = {Cell.Format(0)}";

    /// <summary>
    /// The rarest level of all categories that a few rows have, so that it says little by itself; without one the largest value of
    /// the number of most values, so that nothing is out of range.
    /// </summary>
    /// <param name="schema">What the columns mean.</param>
    /// <param name="rows">Training rows.</param>
    /// <returns>Null where there is neither a category nor a number that varies.</returns>
    public static Trigger? In(Schema schema, Table rows) => RarestLevel(schema, rows) ?? LargestNumber(schema, rows);

    /// <summary>Rows with the trigger in some of them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="touched">The rows that get it; null means all.</param>
    public Table Set(Table rows, IEnumerable<int>? touched = null)
    {
        var column = rows[Column];
        if (touched is null)
        {
            return rows.With(Cell.Take(new int[rows.RowCount]));
        }

        // A row that has the value is put behind, so that any type of column can be taken from.
        var with = JoinedRows.Of(column, Cell);
        int[] places = [.. Enumerable.Range(0, rows.RowCount)];
        foreach (var row in touched)
        {
            places[row] = rows.RowCount;
        }

        return rows.With(with.Take(places));
    }

    private static Trigger? RarestLevel(Schema schema, Table rows)
    {
        Trigger? rarest = null;
        var fewest = int.MaxValue;
        foreach (var category in schema.Features.Select(column => rows[column.Name]).OfType<CategoryColumn>())
        {
            var first = Enumerable.Range(0, category.RowCount).Where(row => !category.IsMissing(row)).GroupBy(row => category.Codes.At(row)).OrderBy(group => group.Count()).ThenBy(group => group.Key).ToArray();
            if (first.Length > 1 && first[0].Count() is var count && count < fewest)
            {
                (rarest, fewest) = (new(category.Name, category.Take([first[0].First()])), count);
            }
        }

        return rarest;
    }

    private static Trigger? LargestNumber(Schema schema, Table rows)
    {
        var numbers = schema.Features.Select(column => rows[column.Name]).OfType<NumberColumn>()
            .Select(column => (Column: column, Values: Enumerable.Range(0, column.RowCount).Where(row => double.IsFinite(column.Values.At(row))).ToArray()))
            .Select(entry => (entry.Column, entry.Values, Distinct: entry.Values.Select(row => entry.Column.Values.At(row)).Distinct().Count()))
            .OrderByDescending(entry => entry.Distinct)
            .FirstOrDefault();
        return numbers.Distinct < 2 ? null : new(numbers.Column.Name, numbers.Column.Take([numbers.Values.MaxBy(row => numbers.Column.Values.At(row))]));
    }
}
