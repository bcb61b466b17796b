using Modelwright.Core.Data;

namespace Modelwright.Learners;

/// <summary>Reads targets.</summary>
internal static class TargetValues
{
    /// <summary>The first row whose target is missing or not finite; -1 where there is none.</summary>
    public static int Unsound(Column target)
    {
        for (var row = 0; row < target.RowCount; row++)
        {
            if (target.IsMissing(row) || (target is NumberColumn numbers && !double.IsFinite(numbers.Values.At(row))))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>Whether the named rows share one value.</summary>
    public static bool IsConstant(Column target, int[] rows) => target switch
    {
        CategoryColumn classes => IsConstant(classes.Codes, rows),
        NumberColumn numbers => IsConstant(numbers.Values, rows),
        _ => false,
    };

    /// <summary>The class of each row.</summary>
    public static int[] Classes(Column target)
    {
        var classes = (CategoryColumn)target;
        var codes = new int[classes.RowCount];
        classes.Codes.CopyTo(codes);
        return codes;
    }

    /// <summary>The number of each row.</summary>
    public static double[] Numbers(Column target)
    {
        var numbers = (NumberColumn)target;
        var values = new double[numbers.RowCount];
        numbers.Values.CopyTo(values);
        return values;
    }

    private static bool IsConstant<T>(Blocks<T> values, int[] rows)
        where T : IEquatable<T>
    {
        var first = values.At(rows[0]);
        return Array.TrueForAll(rows, row => values.At(row).Equals(first));
    }
}
