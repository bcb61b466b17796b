using Modelwright.Core.Data;

namespace Modelwright.Stress.Slices;

/// <summary>
/// The conditions on one column: each level of a category, each value of a number that has few, each run of tenths of a number and of
/// quarters of a time, and that there is no value. Texts and lists have that last one alone, as their values seldom repeat.
/// </summary>
/// <param name="table">All rows.</param>
/// <param name="searched">The rows that cuts may be read off.</param>
internal sealed class ConditionCutter(Table table, int[] searched)
{
    /// <summary>Levels of a category at most, those of most rows.</summary>
    private const int MostLevels = 50;

    /// <summary>Numbers with so many values or fewer are looked at value by value.</summary>
    private const int FewValues = 10;

    private const int NumberParts = 10;
    private const int TimeParts = 4;

    /// <summary>All conditions of a column, in a fixed order.</summary>
    public IEnumerable<Condition> Of(string name)
    {
        var column = table[name];
        var conditions = column switch
        {
            CategoryColumn category => Levels(category),
            NumberColumn => Parts(name, ScaledColumn.Of(column)!, NumberParts, FewValues),
            TimeColumn => Parts(name, ScaledColumn.Of(column)!, TimeParts, most: 0),
            _ => [],
        };
        return conditions.Append(new(name, $"'{name}' is missing", Mark(column.IsMissing)));
    }

    private IEnumerable<Condition> Levels(CategoryColumn column)
    {
        var codes = new int[column.RowCount];
        column.Codes.CopyTo(codes);
        return searched
            .Where(row => codes[row] >= 0)
            .CountBy(row => codes[row])
            .OrderByDescending(level => level.Value)
            .ThenBy(level => level.Key)
            .Take(MostLevels)
            .Select(level => new Condition(column.Name, $"'{column.Name}' = '{column.Levels[level.Key]}'", Mark(row => codes[row] == level.Key)));
    }

    private IEnumerable<Condition> Parts(string name, ScaledColumn column, int parts, int most)
    {
        double[] values = [.. searched.Select(row => column.Values[row]).Where(value => !double.IsNaN(value)).Distinct().Order().Take(most + 1)];
        if (values.Length <= most)
        {
            foreach (var value in values)
            {
                yield return new(name, $"'{name}' = {column.Say(value)}", Mark(row => column.Values[row] == value));
            }
        }

        double[] ends = [double.NegativeInfinity, .. column.Cuts(searched, parts), double.PositiveInfinity];
        for (var from = 0; from < ends.Length; from++)
        {
            for (var to = from + 1; to < ends.Length; to++)
            {
                var (above, upTo) = (ends[from], ends[to]);
                if (double.IsFinite(above) || double.IsFinite(upTo))
                {
                    // A comparison with NaN holds never, so rows without a value are in no part.
                    yield return new(name, $"'{name}' {column.Between(above, upTo)}", Mark(row => (column.Values[row] > above || double.IsNegativeInfinity(above)) && column.Values[row] <= upTo));
                }
            }
        }
    }

    private bool[] Mark(Func<int, bool> holds) => [.. Enumerable.Range(0, table.RowCount).Select(holds)];
}
