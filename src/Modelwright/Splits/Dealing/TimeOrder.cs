using Modelwright.Core.Data;

namespace Modelwright.Splits.Dealing;

/// <summary>Rows from the oldest to the latest, rows of one time side by side.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="Moments">For each place, the number of its moment from 0; equal times have one.</param>
internal sealed record TimeOrder(int[] Rows, int[] Moments)
{
    /// <summary>Number of different times.</summary>
    public int MomentCount => Moments.Length == 0 ? 0 : Moments[^1] + 1;

    /// <summary>Orders the rows; a missing time counts as the oldest.</summary>
    /// <param name="times">A column of times or numbers.</param>
    public static TimeOrder Of(Column times)
    {
        var keys = Keys(times);
        var rows = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(rows, (one, other) => keys[one].CompareTo(keys[other]) is var order and not 0 ? order : one - other);
        var moments = new int[rows.Length];
        for (var place = 1; place < rows.Length; place++)
        {
            moments[place] = moments[place - 1] + (keys[rows[place]] == keys[rows[place - 1]] ? 0 : 1);
        }

        return new(rows, moments);
    }

    /// <summary>The place nearest to a wanted one at which a new moment starts, so that no moment is cut in two.</summary>
    /// <param name="wanted">A place.</param>
    /// <returns>A place above 0 and below the number of rows; there must be two moments.</returns>
    public int Cut(int wanted)
    {
        for (var away = 0; away <= Rows.Length; away++)
        {
            if (IsStart(wanted - away))
            {
                return wanted - away;
            }

            if (IsStart(wanted + away))
            {
                return wanted + away;
            }
        }

        throw new InvalidOperationException("There is one moment only.");
    }

    private bool IsStart(int place) => place > 0 && place < Rows.Length && Moments[place] != Moments[place - 1];

    private static long[] Keys(Column times)
    {
        var keys = new long[times.RowCount];
        if (times is TimeColumn column)
        {
            column.Values.CopyTo(keys);
            return keys;
        }

        var numbers = new double[times.RowCount];
        ((NumberColumn)times).Values.CopyTo(numbers);
        for (var row = 0; row < keys.Length; row++)
        {
            // The bits of numbers of one sign have their order; negative ones are turned round.
            var bits = BitConverter.DoubleToInt64Bits(numbers[row] + 0.0);
            keys[row] = double.IsNaN(numbers[row]) ? long.MinValue : bits < 0 ? long.MinValue - bits : bits;
        }

        return keys;
    }
}
