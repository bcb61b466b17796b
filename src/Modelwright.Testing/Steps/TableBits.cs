using Modelwright.Core.Data;

namespace Modelwright.Testing.Steps;

/// <summary>Compares tables to the bit.</summary>
internal static class TableBits
{
    /// <summary>The first difference in words; null where there is none.</summary>
    internal static string? Difference(Table expected, Table found)
    {
        if (expected.RowCount != found.RowCount)
        {
            return $"there are {found.RowCount} rows instead of {expected.RowCount}";
        }

        if (!expected.Names.SequenceEqual(found.Names, StringComparer.Ordinal))
        {
            return $"the columns are {string.Join(", ", found.Names)} instead of {string.Join(", ", expected.Names)}";
        }

        return expected.Columns.Select(column => Difference(column, found[column.Name])).FirstOrDefault(difference => difference is not null);
    }

    private static string? Difference(Column expected, Column found)
    {
        if (expected.Type != found.Type)
        {
            return $"column '{expected.Name}' is of type {found.Type} instead of {expected.Type}";
        }

        for (var row = 0; row < expected.RowCount; row++)
        {
            if (!Equals(Bits(expected, row), Bits(found, row)))
            {
                return $"column '{expected.Name}', row {row}, is {found.Format(row) ?? "missing"} instead of {expected.Format(row) ?? "missing"}";
            }
        }

        return expected is CategoryColumn category && !category.Levels.SequenceEqual(((CategoryColumn)found).Levels, StringComparer.Ordinal)
            ? $"column '{expected.Name}' has other levels"
            : null;
    }

    private static object? Bits(Column column, int row) => column switch
    {
        NumberColumn numbers => BitConverter.DoubleToInt64Bits(numbers.Values.At(row)),
        CategoryColumn category => category.Codes.At(row),
        TimeColumn times => times.Values.At(row),
        TextColumn texts => texts.Values.At(row),
        _ => null,
    };
}
