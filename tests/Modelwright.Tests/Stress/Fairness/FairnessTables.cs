using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress;

namespace Modelwright.Tests.Stress.Fairness;

/// <summary>Models that treat groups as a test says, with answers that are made and not asked for.</summary>
internal static class FairnessTables
{
    private static readonly string[] Names = ["f", "m", "x", "y", "z", "w"];

    public static Schema SchemaOf(ColumnRole role, ColumnType target) => new(
    [
        new("sex", ColumnType.Category, role) { Levels = [.. Names] },
        new("skill", ColumnType.Number),
        new("hired", target, ColumnRole.Target) { Levels = target == ColumnType.Category ? ["no", "yes"] : [] },
    ]);

    /// <summary>A model with its answers.</summary>
    public static StressedModel Of(IReadOnlyList<string?> groups, Answers answers, string metric = "accuracy", ColumnRole role = ColumnRole.Sensitive, int[]? together = null, Column? more = null)
    {
        Table rows = new([CategoryColumn.FromTexts("sex", groups), new NumberColumn("skill", new double[groups.Count])]);
        rows = more is null ? rows : rows.With(more);
        var schema = SchemaOf(role, answers is NumberAnswers ? ColumnType.Number : ColumnType.Category);
        rows = rows.With(answers is ClassAnswers classes
            ? new CategoryColumn("hired", classes.Classes, classes.Truth)
            : new NumberColumn("hired", ((NumberAnswers)answers).Truth));
        return new(schema, rows, BuiltInMetrics.Get(metric), (_, _) => answers, together, CancellationToken.None);
    }

    /// <summary>Groups with rows that are true and answered, in numbers.</summary>
    public static StressedModel Counted(params (string Group, int TruePositives, int FalseNegatives, int FalsePositives, int TrueNegatives)[] counts)
    {
        var rows = counts.SelectMany(count => Enumerable.Repeat((count.Group, Truth: 1, Said: 0.8), count.TruePositives)
            .Concat(Enumerable.Repeat((count.Group, Truth: 1, Said: 0.3), count.FalseNegatives))
            .Concat(Enumerable.Repeat((count.Group, Truth: 0, Said: 0.8), count.FalsePositives))
            .Concat(Enumerable.Repeat((count.Group, Truth: 0, Said: 0.3), count.TrueNegatives))).ToArray();
        return Of([.. rows.Select(row => row.Group)], Two([.. rows.Select(row => row.Truth)], [.. rows.Select(row => row.Said)]));
    }

    public static ClassAnswers Two(int[] truth, double[] yes) => new(["no", "yes"], truth, [.. yes.SelectMany(share => (double[])[1 - share, share])]);

    /// <summary>People of some groups who are alike; the model marks some groups down by a part of the odds.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="seed">Chance of people.</param>
    /// <param name="groups">Number of groups, 2 to 6.</param>
    /// <param name="down">What is taken from the log odds of the first group; 0 treats all alike.</param>
    /// <param name="metric">The main metric.</param>
    /// <param name="role">The role of the column 'sex'.</param>
    public static StressedModel People(int rows, int seed, int groups = 2, double down = 0, string metric = "accuracy", ColumnRole role = ColumnRole.Sensitive)
    {
        var random = new Random(seed);
        var (labels, truth, yes) = (new string?[rows], new int[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            labels[row] = Names[random.Next(groups)];
            var odds = 6 * (random.NextDouble() - 0.5);
            truth[row] = random.NextDouble() < Share(odds) ? 1 : 0;
            yes[row] = Share(odds - (labels[row] == Names[0] ? down : 0));
        }

        return Of(labels, Two(truth, yes), metric, role);
    }

    private static double Share(double odds) => 1 / (1 + Math.Exp(-odds));
}
