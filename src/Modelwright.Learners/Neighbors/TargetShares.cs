using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Neighbors;

/// <summary>The target of some rows as numbers whose spread can be parted: a class is one number a class, 1 for its own and 0 for the others.</summary>
internal sealed class TargetShares
{
    private readonly int[] _codes;
    private readonly double[] _numbers;
    private readonly int _width;
    private readonly double _total;

    /// <summary>Reads the target of every so many rows.</summary>
    /// <param name="data">The training set.</param>
    /// <param name="most">Rows at most.</param>
    public TargetShares(TrainingSet data, int most)
    {
        var count = data.Features.RowCount;
        var stride = (count + most - 1) / most;
        Rows = [.. Enumerable.Range(0, (count + stride - 1) / stride).Select(place => place * stride)];
        _codes = data.Target is CategoryColumn classes ? [.. Rows.Select(row => classes.Codes.At(row))] : [];
        _numbers = data.Target is NumberColumn numbers ? Standard([.. Rows.Select(row => numbers.Values.At(row))]) : [];
        _width = data.Target is CategoryColumn ? data.Classes.Count : 1;
        _total = Rows.Length - Squares(new int[Rows.Length], 1).Sum;
    }

    /// <summary>The rows that are looked at.</summary>
    public int[] Rows { get; }

    /// <summary>The share of the squared differences that lies between groups, less what chance explains and twice its deviation; from 0 to 1.</summary>
    /// <param name="groups">The group of each row, from 0.</param>
    /// <param name="count">Groups at most.</param>
    public double Between(int[] groups, int count)
    {
        var (sum, used) = Squares(groups, count);
        var free = Rows.Length - used;
        if (free <= 0 || !(_total > 0))
        {
            return 0;
        }

        // The squares of every row sum to 1, so what lies within groups is the rest; each group costs a degree of freedom.
        var within = Math.Max(0, Rows.Length - sum) / free;
        var chance = 2 * Math.Sqrt(2.0 * (used - 1)) / free;
        return Math.Clamp(1 - (within / (_total / (Rows.Length - 1))) - chance, 0, 1);
    }

    /// <summary>The squared sums of groups over their rows, and how many groups have rows.</summary>
    private (double Sum, int Used) Squares(int[] groups, int count)
    {
        var sums = new double[count * _width];
        var rows = new int[count];
        for (var place = 0; place < groups.Length; place++)
        {
            var start = groups[place] * _width;
            if (_codes.Length > 0)
            {
                sums[start + _codes[place]]++;
            }
            else
            {
                sums[start] += _numbers[place];
            }

            rows[groups[place]]++;
        }

        var whole = 0.0;
        for (var at = 0; at < sums.Length; at++)
        {
            whole += sums[at] * sums[at] / Math.Max(1, rows[at / _width]);
        }

        return (whole, rows.Count(some => some > 0));
    }

    /// <summary>Of mean 0 and mean square 1, by steps that stay within range.</summary>
    private static double[] Standard(double[] numbers)
    {
        var largest = numbers.Max(Math.Abs);
        double[] shares = [.. numbers.Select(number => largest > 0 ? number / largest : 0)];
        var mean = shares.Average();
        var spread = Math.Sqrt(shares.Average(share => (share - mean) * (share - mean)));
        return [.. shares.Select(share => spread > 0 ? (share - mean) / spread : 0)];
    }
}
