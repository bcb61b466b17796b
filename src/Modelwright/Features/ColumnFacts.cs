using Modelwright.Core.Data;

namespace Modelwright.Features;

/// <summary>What the planner must know of a column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="LevelCount">For a category, levels that occur; 0 otherwise.</param>
/// <param name="Varies">Whether two rows differ; missing counts as a value of its own.</param>
internal sealed record ColumnFacts(string Name, ColumnType Type, int LevelCount, bool Varies)
{
    /// <summary>Levels from which their spelling is looked at; fewer are told apart without it.</summary>
    private const int SpelledFrom = 31;

    /// <summary>Letters that a level has for its spelling to say something: more than a code has.</summary>
    private const int LettersOfWords = 5;

    /// <summary>What the values are beside their type, as the schema says.</summary>
    internal ColumnKind Kind { get; init; }

    /// <summary>For a list: what stands between its items.</summary>
    internal string? ListSeparator { get; init; }

    /// <summary>Whether a category of many levels is written in words, half of its levels at least.</summary>
    internal bool IsWordy { get; init; }

    /// <summary>Different values of whole numbers that repeat so often that they may be codes; 0 where they do not.</summary>
    internal int CodeCount { get; init; }

    /// <summary>Whether a time runs along the rows, as in a log.</summary>
    internal bool IsRunning { get; init; }

    internal static ColumnFacts Of(Column column) => column switch
    {
        NumberColumn numbers => new(column.Name, column.Type, 0, Differ(numbers.Values)) { CodeCount = RepeatedCodes.CountOf(numbers) },
        TextColumn texts => new(column.Name, column.Type, 0, Differ(texts.Values)),
        TimeColumn times => new(column.Name, column.Type, 0, Differ(times.Values)) { IsRunning = RunningTime.Is(times) },
        CategoryColumn category => OfCategory(category),
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

    /// <summary>The same with what the schema says of the column.</summary>
    internal ColumnFacts As(ColumnSpec spec) => this with { Kind = spec.Kind, ListSeparator = spec.ListSeparator };

    private static ColumnFacts OfCategory(CategoryColumn column)
    {
        var (count, wordy) = CountLevels(column);
        return new(column.Name, column.Type, count, Differ(column.Codes)) { IsWordy = count >= SpelledFrom && 2 * wordy >= count };
    }

    private static (int Levels, int Wordy) CountLevels(CategoryColumn column)
    {
        var seen = new bool[column.Levels.Count];
        var (count, wordy) = (0, 0);
        for (var block = 0; block < column.Codes.BlockCount; block++)
        {
            foreach (var code in column.Codes[block])
            {
                if (code >= 0 && !seen[code])
                {
                    seen[code] = true;
                    count++;
                    wordy += column.Levels[code].Count(char.IsLetter) >= LettersOfWords ? 1 : 0;
                }
            }
        }

        return (count, wordy);
    }
}
