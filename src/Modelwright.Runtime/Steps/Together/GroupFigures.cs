using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Together;

/// <summary>Learns mean, deviation and count of a number for each level of a category.</summary>
internal static class GroupFigures
{
    /// <summary>What is made of a pair; the first of them are stored a level.</summary>
    internal static readonly string[] Names = ["mean", "deviation", "count", "difference", "ratio"];

    /// <summary>Figures stored a level.</summary>
    internal const int Stored = 3;

    /// <summary>The levels, and three values for each, then for missing and for unseen.</summary>
    internal static (LevelList Levels, double[] Values) Of(NumberColumn numbers, CategoryColumn category, double[]? weights, double smoothing)
    {
        var occurring = new LevelCounts(category).InOrder();
        occurring.Sort(string.CompareOrdinal);
        var levels = new LevelList(occurring);
        var all = Moments.Of(numbers.Values, weights);
        var (totals, sums) = Sum(numbers, category, levels, weights, Centre(all));
        var mixed = Mixed(totals, sums, smoothing);
        var values = new double[Stored * (occurring.Count + 2)];
        for (var level = 0; level < occurring.Count + 2; level++)
        {
            Fill(values.AsSpan(Stored * level, Stored), sums[level], mixed, all);
        }

        return (levels, values);
    }

    /// <summary>In units of the deviation around the mean, so that squares of huge values stay finite and those of tiny ones above zero.</summary>
    private static (double Mean, double Unit) Centre(Moments all) => (all.Mean, all.Deviation > 0 ? all.Deviation : 1);

    /// <summary>So many rows' worth of weight, of rows with a value that count.</summary>
    private static double Mixed(double total, Sums[] sums, double smoothing)
    {
        var rows = 0L;
        foreach (var sum in sums)
        {
            rows += sum.Count;
        }

        return rows == 0 ? smoothing : smoothing * (total / rows);
    }

    private static void Fill(Span<double> values, Sums sums, double mixed, Moments all)
    {
        var (middle, unit) = Centre(all);
        var weight = sums.Weight + mixed;
        var mean = weight > 0 ? sums.First / weight : 0;

        // Around the level's own plain mean; what is mixed in spreads as all rows do.
        var own = sums.Weight > 0 ? sums.First / sums.Weight : 0;
        var squares = Math.Max(0, sums.Second - (sums.Weight * own * own)) + (mixed * (all.Deviation > 0 ? 1 : 0));
        values[0] = middle + (mean * unit);
        values[1] = weight > 0 ? Math.Sqrt(squares / weight) * unit : all.Deviation;
        values[2] = sums.Count;
    }

    private static (double Total, Sums[] Sums) Sum(NumberColumn numbers, CategoryColumn category, LevelList levels, double[]? weights, (double Mean, double Unit) centre)
    {
        var sums = new Sums[levels.Levels.Count + 2];
        var map = levels.MapFrom(category.Levels);
        var (row, total) = (0, 0.0);
        for (var block = 0; block < numbers.Values.BlockCount; block++)
        {
            var values = numbers.Values[block];
            var codes = category.Codes[block];
            for (var place = 0; place < values.Length; place++, row++)
            {
                var weight = weights is null ? 1 : weights[row];
                if (double.IsFinite(values[place]) && weight > 0)
                {
                    var apart = (values[place] - centre.Mean) / centre.Unit;
                    ref var sum = ref sums[codes[place] < 0 ? ^2 : map[codes[place]]];
                    sum = new(sum.Count + 1, sum.Weight + weight, sum.First + (weight * apart), sum.Second + (weight * apart * apart));
                    total += weight;
                }
            }
        }

        return (total, sums);
    }

    private readonly record struct Sums(int Count, double Weight, double First, double Second);
}
