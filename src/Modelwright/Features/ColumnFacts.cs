using Modelwright.Core.Data;

namespace Modelwright.Features;

/// <summary>What the planner must know of a column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="LevelCount">For a category, levels that occur; 0 otherwise.</param>
/// <param name="Varies">Whether two rows differ; missing counts as a value of its own.</param>
internal sealed record ColumnFacts(string Name, ColumnType Type, int LevelCount, bool Varies)
{
    internal static ColumnFacts Of(Column column) => column switch
    {
        NumberColumn numbers => new(column.Name, column.Type, 0, Differ(numbers.Values)),
        TextColumn texts => new(column.Name, column.Type, 0, Differ(texts.Values)),
        TimeColumn times => new(column.Name, column.Type, 0, Differ(times.Values)),
        CategoryColumn category => new(column.Name, column.Type, CountLevels(category), Differ(category.Codes)),
        _ => throw new ArgumentException($"Column '{column.Name}' is of a type that no step takes.", nameof(column)),
    };

    /// <summary>Ends at the first difference; NaN equals NaN here, so does missing text.</summary>
    private static bool Differ<T>(Blocks<T> values)
    {
        if (values.RowCount == 0)
        {
            return false;
        }

        var first = values.At(0);
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                if (!EqualityComparer<T>.Default.Equals(value, first))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int CountLevels(CategoryColumn column)
    {
        var seen = new bool[column.Levels.Count];
        var count = 0;
        for (var block = 0; block < column.Codes.BlockCount; block++)
        {
            foreach (var code in column.Codes[block])
            {
                if (code >= 0 && !seen[code])
                {
                    seen[code] = true;
                    count++;
                }
            }
        }

        return count;
    }
}
