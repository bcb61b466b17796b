using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Recording.Insights;
using Modelwright.Validation;

namespace Modelwright.Explain;

/// <summary>
/// Permutation importance: how much a metric loses where the values of one column are shuffled among rows that the model has not
/// seen. Its standard error holds both the rows, by a jackknife over ten groups of them, and the shuffling, by repeats.
/// </summary>
/// <remarks>Source: Breiman 2001, <i>Random forests</i>; model-agnostic: Fisher, Rudin and Dominici 2019, <i>All models are wrong, but many are useful</i>.</remarks>
internal sealed class PermutationImportance(UnseenModel model, int repeats, int seed, int threads)
{
    private const int Groups = 10;

    /// <summary>The 97.5 % quantile of Student's t with nine degrees of freedom: one less than the groups.</summary>
    private const double Quantile = 2.262;

    private readonly int[][] _without = [.. Enumerable.Range(0, Groups).Select(group => Enumerable.Range(0, model.Truth.Table.RowCount).Where(row => row % Groups != group).ToArray())];

    /// <summary>Measures columns.</summary>
    /// <param name="columns">Their names.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The most important first; ties by name.</returns>
    internal Importance[] Measure(IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        var plain = Losses(model.Answer(rows => rows, cancellation));
        var found = new Importance[columns.Count];
        Parallel.For(0, columns.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, place =>
            found[place] = One(columns[place], plain, cancellation));
        return [.. found.OrderByDescending(one => double.IsNaN(one.Value) ? double.NegativeInfinity : one.Value).ThenBy(one => one.Column, StringComparer.Ordinal)];
    }

    private Importance One(string column, double[] plain, CancellationToken cancellation)
    {
        var values = new double[repeats];
        var groups = new double[Groups];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            // By name, so that a column's figure does not depend on which others are measured.
            var random = new Random(Seeds.Mix(Seeds.Mix(seed, NumberOf(column)), repeat));
            var losses = Losses(model.Answer(rows => Shuffled(rows, column, random), cancellation));
            values[repeat] = losses[Groups] - plain[Groups];
            for (var group = 0; group < Groups; group++)
            {
                groups[group] += (losses[group] - plain[group]) / repeats;
            }
        }

        var mean = values.Average();
        var error = Math.Sqrt(((Groups - 1) * (double)Groups / Groups * Variance(groups, Groups)) + (repeats > 1 ? Variance(values, repeats - 1) / repeats : 0));
        return new(column, mean, error, mean - (Quantile * error), mean + (Quantile * error));
    }

    /// <summary>The loss without each group, and that of all rows at the end.</summary>
    private double[] Losses(double[] predictions)
    {
        var answers = model.Kind.Pair(model.Truth, predictions);
        return [.. _without.Select(rows => Loss(answers.Take(rows))), Loss(answers)];
    }

    // An undefined score, such as ROC AUC of one class, has no loss: neither has the importance.
    private double Loss(Answers answers) => model.Metric.Score(answers) is var score && double.IsNaN(score) ? double.NaN : model.Metric.AsLoss(score);

    private static Table Shuffled(Table rows, string column, Random random)
    {
        int[] order = [.. Enumerable.Range(0, rows.RowCount)];
        random.Shuffle(order);
        return rows.TryGet(column, out var values) ? rows.With(values.Take(order)) : rows;
    }

    private static double Variance(double[] values, double divisor)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / divisor;
    }

    private static int NumberOf(string name)
    {
        var number = 17;
        foreach (var letter in name)
        {
            number = unchecked((number * 31) + letter);
        }

        return number;
    }
}
