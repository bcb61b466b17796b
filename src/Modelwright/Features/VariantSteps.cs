using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories.Spelling;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Runtime.Steps.Times;
using Modelwright.Runtime.Steps.Together;

namespace Modelwright.Features;

/// <summary>What single variants do before all else, one method each; to switch a variant off, take it out of the list of <see cref="FeatureVariant"/>.</summary>
internal static class VariantSteps
{
    /// <summary>Levels from which a group is worth a mean of its own: fewer are told apart without one.</summary>
    private const int LeastLevels = 3;

    /// <summary>Rows that a level has on average, for its mean to say something.</summary>
    private const int LeastRows = 10;

    /// <summary>Pairs of a number and a category, taken in the order of the columns.</summary>
    private const int MostPairs = 20;
    private const int FiguresOfPair = 5;

    /// <summary>Runs of characters that a category becomes columns of.</summary>
    private const int MostRuns = 30;

    /// <summary>Fewer runs tell too little to be worth a trial.</summary>
    private const int LeastRuns = 10;

    internal static void Add(FeatureNeeds needs, List<PlannedStep> steps)
    {
        if (needs.Variant.Spells)
        {
            AddSpelling(needs, steps);
        }

        if (needs.Variant.TakesStatistics)
        {
            StatisticSteps.AddOrdered(needs, steps);
        }

        if (needs.Variant.Reckons)
        {
            StatisticSteps.AddArithmetic(needs, steps);
        }

        if (needs.Variant.Aggregates)
        {
            AddAggregates(needs, steps);
        }

        if (needs.Variant.TakesScores)
        {
            AddScores(needs, steps);
        }
    }

    /// <summary>Categories of many levels that are written in words, by how they are spelled, beside what else is made of them.</summary>
    private static void AddSpelling(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var columns = needs.Names(ColumnType.Category, column => column.IsWordy);
        var width = Math.Min(MostRuns, needs.ColumnRoom / Math.Max(1, columns.Length));
        if (columns.Length > 0 && width >= LeastRuns)
        {
            steps.Add(new(
                new Ngrams { Columns = columns, Width = width, KeepsInputs = true },
                PlanKey.Step("ngrams", columns, ("width", width), ("keep", true)),
                $"ngrams: how the levels of {StepChoice.Listed(columns)} are spelled"));
        }
    }

    /// <summary>Numbers beside the mean of their group, for categories of levels with enough rows each.</summary>
    private static void AddAggregates(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var numbers = needs.Names(ColumnType.Number);
        var categories = needs.Names(ColumnType.Category, column => column.LevelCount >= LeastLevels && column.LevelCount * LeastRows <= needs.RowCount);
        ColumnPair[] pairs = [.. categories.SelectMany(category => numbers.Select(number => new ColumnPair(number, category))).Take(Math.Min(MostPairs, needs.ColumnRoom / FiguresOfPair))];
        if (pairs.Length > 0)
        {
            string[] names = [.. pairs.SelectMany(pair => (string[])[pair.First, pair.Second])];
            steps.Add(new(
                new GroupAggregates { Pairs = pairs },
                PlanKey.Step("group_aggregates", names),
                $"group_aggregates: numbers beside those of their group, for {pairs.Length} pairs of {StepChoice.Listed([.. names.Distinct(StringComparer.Ordinal)])}"));
        }
    }

    /// <summary>For a learner of sums: numbers as normal scores, so that no outlier pulls, and times that come round.</summary>
    private static void AddScores(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var numbers = needs.Names(ColumnType.Number);
        var times = needs.Names(ColumnType.Time);
        if (!needs.Learner.WantsScaling)
        {
            return;
        }

        if (times.Length > 0 && needs.MustTurn(ColumnType.Time))
        {
            steps.Add(new(
                new Cyclic { Columns = times, KeepsInputs = true },
                PlanKey.Step("cyclic", times, ("keep", true)),
                $"cyclic: circles of the parts of {StepChoice.Listed(times)} that come round"));
        }

        if (numbers.Length > 0)
        {
            steps.Add(new(
                new QuantileScores { Columns = numbers, Shape = ScoreShape.Normal },
                PlanKey.Step("quantile", numbers, ("shape", ScoreShape.Normal)),
                $"quantile: normal scores of {StepChoice.Listed(numbers)}"));
        }
    }
}
