using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners;

/// <summary>Whether columns can be learned from.</summary>
internal static class ColumnChecks
{
    /// <summary>What is wrong with the columns, each fault a text with its remedy.</summary>
    /// <param name="info">The learner's.</param>
    /// <param name="features">The columns.</param>
    /// <param name="mustVary">Whether there is nothing to learn where no column varies; rows that are all alike still say what is usual.</param>
    /// <returns>No text where nothing is wrong.</returns>
    public static IEnumerable<string> Faults(LearnerInfo info, Table features, bool mustVary)
    {
        if (features.Columns.Count == 0)
        {
            yield return $"The training table has no column to learn from. Give learner '{info.Name}' at least one feature, or look at the roles and steps that left none.";
            yield break;
        }

        var usable = false;
        var faulty = false;
        foreach (var column in features.Columns)
        {
            var fault = Fault(info, column);
            faulty |= fault is not null;
            usable |= fault is null && Varies(column);
            if (fault is not null)
            {
                yield return fault;
            }
        }

        if (mustVary && !usable && !faulty && features.RowCount > 1)
        {
            yield return $"No column has two different values, so learner '{info.Name}' has nothing to learn from. Add features that vary, or use the baseline.";
        }
    }

    /// <summary>Whether a column has two different values, missing counting as one.</summary>
    /// <param name="column">The column.</param>
    /// <returns>False for a constant or all-missing column.</returns>
    public static bool Varies(Column column) => column switch
    {
        NumberColumn numbers => Varies(numbers.Values, (left, right) => left == right || (double.IsNaN(left) && double.IsNaN(right))),
        CategoryColumn categories => Varies(categories.Codes, (left, right) => left == right),
        _ => false,
    };

    /// <summary>Whether rows have all columns of a training set in the same types, so that a loss can be measured on them.</summary>
    /// <param name="data">The training set.</param>
    /// <param name="rows">The other rows.</param>
    /// <returns>False where a column or the target is absent.</returns>
    public static bool AllThere(TrainingSet data, TrainingSet rows) =>
        rows.Target?.Type == data.Target?.Type
        && data.Features.Columns.All(column => rows.Features.TryGet(column.Name, out var other) && other.Type == column.Type);

    private static string? Fault(LearnerInfo info, Column column)
    {
        if (!info.Takes.Contains(column.Type))
        {
            var takes = string.Join(" and ", info.Takes.Select(type => Word(type)));
            return $"Column '{column.Name}' is of type {Word(column.Type)}; learner '{info.Name}' takes {takes}. Turn it into one of these by a step, or leave it out.";
        }

        var (missing, first) = info.TakesMissing ? (0, -1) : CountMissing(column);
        if (missing > 0)
        {
            return $"Column '{column.Name}' has {Number(missing)} missing values, the first in row {Number(first + 1)}; learner '{info.Name}' takes none. Fill them in by a step, or choose a learner that takes missing values.";
        }

        return column is NumberColumn numbers && FirstInfinite(numbers) is var row and >= 0
            ? $"Column '{column.Name}' is {(numbers.Values.At(row) > 0 ? "infinity" : "-infinity")} in row {Number(row + 1)}. Learner '{info.Name}' takes finite numbers; correct the value, or make it missing."
            : null;
    }

    private static (int Missing, int First) CountMissing(Column column)
    {
        var (missing, first) = (0, -1);
        for (var row = 0; row < column.RowCount; row++)
        {
            if (column.IsMissing(row))
            {
                first = missing == 0 ? row : first;
                missing++;
            }
        }

        return (missing, first);
    }

    private static int FirstInfinite(NumberColumn column)
    {
        for (var block = 0; block < column.Values.BlockCount; block++)
        {
            var values = column.Values[block];
            for (var row = 0; row < values.Length; row++)
            {
                if (double.IsInfinity(values[row]))
                {
                    return (block * Blocks<double>.Size) + row;
                }
            }
        }

        return -1;
    }

    private static bool Varies<T>(Blocks<T> blocks, Func<T, T, bool> same)
    {
        for (var block = 0; block < blocks.BlockCount; block++)
        {
            var first = blocks.At(0);
            foreach (var value in blocks[block])
            {
                if (!same(value, first))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Word(ColumnType type) => type.ToString().ToLowerInvariant();
}
