using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Validation;

namespace Modelwright;

/// <summary>Whether a target can be learned at all, told before any time is spent.</summary>
internal static class TargetCheck
{
    private const int FewestRows = 10;
    private const int MostClasses = 1_000;

    /// <summary>Checks the target of the rows that have one.</summary>
    /// <exception cref="DataException">It cannot be learned; the text says why and what to do.</exception>
    public static void Check(LabelledRows rows)
    {
        var (target, count) = (rows.Target!, rows.Table.RowCount);
        if (count < FewestRows)
        {
            throw new DataException($"Target '{target.Name}': {count} rows have a value, at least {FewestRows} are needed. Bring more rows, or check that the right column is named.");
        }

        var levels = target is CategoryColumn classes ? classes.Levels.Count : -1;
        if (levels > MostClasses && rows.Task.AnswersClasses)
        {
            throw new DataException($"Target '{target.Name}' has {levels} classes, at most {MostClasses} can be learned. If it is a number, use --task regression; else group its rare classes.");
        }

        if (levels >= 0 ? levels < 2 : IsConstant((NumberColumn)target))
        {
            throw new DataException($"Target '{target.Name}' has the same value in all {count} rows: '{target.Format(0)}'. There is nothing to learn; bring rows with other values, or check that the right column is named.");
        }

        if (target is CategoryColumn few && OfSeveralRows(few) is { Length: < 2 } several)
        {
            var which = several.Length == 0 ? "no class has" : $"only the class '{several[0]}' has";
            throw new DataException($"Target '{target.Name}': {which} more than one of the {count} rows. A class is learned from one row and judged by another; bring more rows of the other classes.");
        }

        if (rows.Schema.Features.All(feature => !rows.Table.TryGet(feature.Name, out _)))
        {
            throw new DataException("No column is left to predict from: all are the target, ids, constants or ignored. Name roles with --roles, or bring more columns.");
        }
    }

    private static string[] OfSeveralRows(CategoryColumn classes)
    {
        var counts = new int[classes.Levels.Count];
        for (var block = 0; block < classes.Codes.BlockCount; block++)
        {
            foreach (var code in classes.Codes[block])
            {
                counts[code]++;
            }
        }

        return [.. classes.Levels.Where((_, code) => counts[code] > 1)];
    }

    private static bool IsConstant(NumberColumn target)
    {
        var first = target.Values.At(0);
        for (var block = 0; block < target.Values.BlockCount; block++)
        {
            if (target.Values[block].ContainsAnyExcept(first))
            {
                return false;
            }
        }

        return true;
    }
}
