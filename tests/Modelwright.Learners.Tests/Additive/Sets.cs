using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Tests.Additive;

/// <summary>Training sets of a known truth.</summary>
internal static class Sets
{
    /// <summary>Columns 'a', 'b' and 'c' of numbers within [-1, 1], and what is to be predicted of them.</summary>
    public static TrainingSet Numbers(int rows, int seed, Func<double, double, double, double> truth, double noise = 0)
    {
        var random = new Random(seed);
        double[][] values = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, rows).Select(_ => (2 * random.NextDouble()) - 1).ToArray())];
        double[] target = [.. Enumerable.Range(0, rows).Select(row => truth(values[0][row], values[1][row], values[2][row]) + (noise * (random.NextDouble() - 0.5)))];
        return new(LearningTask.Regression, new Table([new NumberColumn("a", values[0]), new NumberColumn("b", values[1]), new NumberColumn("c", values[2])]))
        {
            Target = new NumberColumn("y", target),
        };
    }

    /// <summary>The same columns, with a class that has a logit of the truth.</summary>
    public static TrainingSet Classes(int rows, int seed, Func<double, double, double, double> logit)
    {
        var data = Numbers(rows, seed, logit);
        var random = new Random(seed + 1);
        var logits = ((NumberColumn)data.Target!).Values;
        int[] codes = [.. Enumerable.Range(0, rows).Select(row => random.NextDouble() < 1 / (1 + Math.Exp(-logits.At(row))) ? 1 : 0)];
        return data with { Task = LearningTask.Classification, Target = new CategoryColumn("y", ["no", "yes"], codes) };
    }

    /// <summary>One row.</summary>
    public static Table Row(double a, double b, double c) => new([new NumberColumn("a", [a]), new NumberColumn("b", [b]), new NumberColumn("c", [c])]);
}
