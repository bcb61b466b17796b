using Modelwright.Core.Data;

namespace Modelwright.Explain;

/// <summary>Makes columns whose values come from others, whatever their type.</summary>
internal static class MixedColumn
{
    /// <summary>A column that has the value of one row in some places and values of other rows in the rest.</summary>
    /// <param name="column">The column of the row.</param>
    /// <param name="row">The row.</param>
    /// <param name="others">The same column of other rows.</param>
    /// <param name="fromRow">Where the row's value stands.</param>
    /// <param name="other">For a place, which of the other rows its value comes from.</param>
    internal static Column Of(Column column, int row, Column others, bool[] fromRow, Func<int, int> other) => (column, others) switch
    {
        (NumberColumn own, NumberColumn more) => new NumberColumn(own.Name, Mix(own.Values.At(row), place => more.Values.At(other(place)), fromRow)),
        (TimeColumn own, TimeColumn more) => new TimeColumn(own.Name, Mix(own.Values.At(row), place => more.Values.At(other(place)), fromRow)),
        (TextColumn own, TextColumn more) => new TextColumn(own.Name, Mix(own.Values.At(row), place => more.Values.At(other(place)), fromRow)),
        (CategoryColumn own, CategoryColumn more) => Categories(own, row, more, fromRow, other),
        _ => throw new ArgumentException($"Column '{column.Name}' is of another type in the other rows.", nameof(others)),
    };

    /// <summary>A column with one value in every row, that of a row of another.</summary>
    internal static Column Constant(Column column, int row, int rows)
    {
        var places = new int[rows];
        Array.Fill(places, row);
        return column.Take(places);
    }

    private static CategoryColumn Categories(CategoryColumn own, int row, CategoryColumn more, bool[] fromRow, Func<int, int> other)
    {
        var map = more.MapTo(own.Levels);
        int Code(int place) => more.Codes.At(other(place)) is var code && code >= 0 && map is not null ? map[code] : code;
        return new(own.Name, own.Levels, Mix(own.Codes.At(row), Code, fromRow));
    }

    private static T[] Mix<T>(T own, Func<int, T> other, bool[] fromRow)
    {
        var values = new T[fromRow.Length];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = fromRow[place] ? own : other(place);
        }

        return values;
    }
}
