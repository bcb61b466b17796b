using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Profile.Relations;

/// <summary>The target as relations are measured on it: classes as codes, or numbers as their ranks, from 0 to 1, so that no tail outweighs the rest.</summary>
internal sealed class Outcome
{
    private Outcome(int[] classes, int classCount, double[] ranks)
    {
        (Classes, ClassCount, Ranks) = (classes, classCount, ranks);
    }

    /// <summary>A class a row; empty for numbers.</summary>
    public int[] Classes { get; }

    /// <summary>Number of classes; 0 for numbers.</summary>
    public int ClassCount { get; }

    /// <summary>The rank of a row's number among all, from 0 to 1, equal numbers at their middle; empty for classes.</summary>
    public double[] Ranks { get; }

    /// <summary>Whether there are classes.</summary>
    public bool IsClasses => ClassCount > 0;

    /// <summary>Number of rows.</summary>
    public int RowCount => IsClasses ? Classes.Length : Ranks.Length;

    /// <summary>The same with the rarest classes put together, so that there are at most so many; class codes of the others stay in order.</summary>
    public Outcome Merged(int most)
    {
        if (ClassCount <= most)
        {
            return this;
        }

        var merged = MergedCodes(most);
        return new(Array.ConvertAll(Classes, code => merged[code]), most, []);
    }

    /// <summary>Where <see cref="Merged"/> puts each class.</summary>
    public int[] MergedCodes(int most)
    {
        var counts = new int[ClassCount];
        foreach (var code in Classes)
        {
            counts[code]++;
        }

        var merged = new int[ClassCount];
        Array.Fill(merged, most - 1);
        int[] kept = ClassCount <= most
            ? [.. Enumerable.Range(0, ClassCount)]
            : [.. Enumerable.Range(0, ClassCount).OrderByDescending(code => counts[code]).ThenBy(code => code).Take(most - 1).Order()];
        for (var place = 0; place < kept.Length; place++)
        {
            merged[kept[place]] = place;
        }

        return merged;
    }

    /// <summary>Numbers as classes: the lower, middle and upper third.</summary>
    public Outcome Thirds() => new(Array.ConvertAll(Ranks, rank => Math.Min(2, (int)(rank * 3))), 3, []);

    /// <summary>Some of the rows.</summary>
    public Outcome Take(int[] rows) => IsClasses
        ? new(Array.ConvertAll(rows, row => Classes[row]), ClassCount, [])
        : new([], 0, Array.ConvertAll(rows, row => Ranks[row]));

    /// <summary>The outcome of a target without missing values.</summary>
    public static Outcome Of(LearningTask task, Column target)
    {
        if (task.AnswersClasses && target is CategoryColumn category)
        {
            var codes = new int[category.RowCount];
            category.Codes.CopyTo(codes);
            return new(codes, category.Levels.Count, []);
        }

        return new([], 0, RanksOf(Binning.Values((NumberColumn)target)));
    }

    /// <summary>Mid-ranks, scaled to 0 … 1.</summary>
    internal static double[] RanksOf(double[] values)
    {
        var ranks = new double[values.Length];
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort((double[])values.Clone(), order);
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            while (end < order.Length && values[order[end]] == values[order[start]])
            {
                end++;
            }

            for (var place = start; place < end; place++)
            {
                ranks[order[place]] = (start + end) / 2.0 / values.Length;
            }

            start = end;
        }

        return ranks;
    }
}
