using Modelwright.Core.Data;

namespace Modelwright.Stress.Poisoning;

/// <summary>Puts rows of the same columns behind one another.</summary>
internal static class JoinedRows
{
    /// <summary>The rows of the first table, then those of the second; columns that the second lacks are left out.</summary>
    public static Table Of(Table first, Table second) =>
        new([.. first.Columns.Where(column => second.TryGet(column.Name, out _)).Select(column => Of(column, second[column.Name]))], first.RowCount + second.RowCount);

    /// <summary>The values of the first column, then those of the second; levels that the first lacks come behind its own.</summary>
    /// <exception cref="ArgumentException">The columns are of different types.</exception>
    public static Column Of(Column first, Column second) => (first, second) switch
    {
        (NumberColumn one, NumberColumn other) => new NumberColumn(first.Name, Joined(one.Values, other.Values)),
        (TimeColumn one, TimeColumn other) => new TimeColumn(first.Name, Joined(one.Values, other.Values)),
        (TextColumn one, TextColumn other) => new TextColumn(first.Name, Joined(one.Values, other.Values)),
        (CategoryColumn one, CategoryColumn other) => Joined(one, other),
        _ => throw new ArgumentException($"Column '{first.Name}' is of the types {first.Type} and {second.Type}. Bring it as one of them.", nameof(second)),
    };

    private static CategoryColumn Joined(CategoryColumn first, CategoryColumn second)
    {
        string[] levels = [.. first.Levels, .. second.Levels.Except(first.Levels, StringComparer.Ordinal)];
        var map = second.MapTo(levels);
        int[] codes = Joined(first.Codes, second.Codes);
        for (var row = first.RowCount; map is not null && row < codes.Length; row++)
        {
            codes[row] = codes[row] < 0 ? CategoryColumn.Missing : map[codes[row]];
        }

        return new(first.Name, levels, codes);
    }

    private static T[] Joined<T>(Blocks<T> first, Blocks<T> second)
    {
        var joined = new T[first.RowCount + second.RowCount];
        first.CopyTo(joined);
        second.CopyTo(joined.AsSpan(first.RowCount));
        return joined;
    }
}
