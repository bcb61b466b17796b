using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Categories.Ordered;
using Modelwright.Runtime.Steps.Together;

namespace Modelwright.Features;

/// <summary>Variants that make columns by what they tell of the target: which ones is found out in every fold anew, on its training rows alone.</summary>
internal static class StatisticSteps
{
    /// <summary>Levels from which a statistic of each is worth a column; fewer are told apart without it, and then it is noise.</summary>
    private const int LeastLevels = 31;

    /// <summary>Values that one column must have: where all have fewer, trees find by themselves what there is, and statistics of few rows only mislead them.</summary>
    private const int ManyValues = 101;

    /// <summary>Values from which a number may be a code.</summary>
    private const int LeastCodes = 3;

    /// <summary>Pairs and results at most; fewer where there are many classes, as a pair makes a column for each.</summary>
    private const int MostPairs = 10;
    private const int MostColumns = 40;
    private const int MostResults = 10;

    /// <summary>Columns that may be parts of pairs beside categories of many levels: the first ones.</summary>
    private const int MostCandidates = 100;

    internal static void AddOrdered(FeatureNeeds needs, List<PlannedStep> steps)
    {
        var categories = needs.Names(ColumnType.Category, column => column.LevelCount >= LeastLevels);
        string[] others = [.. needs.Names(ColumnType.Category, column => column.LevelCount < LeastLevels).Concat(needs.Names(ColumnType.Number, column => column.CodeCount >= LeastCodes)).Take(MostCandidates)];
        var isWorthIt = needs.CanEncode && needs.Columns.Any(column => Math.Max(column.LevelCount, column.CodeCount) >= ManyValues);
        var pairs = categories.Length + others.Length > 1 ? Math.Clamp(MostColumns / needs.Outputs, 1, MostPairs) : 0;
        if (isWorthIt)
        {
            steps.Add(new(
                new OrderedTarget { Columns = categories, Candidates = others, MostPairs = pairs, KeepsInputs = true },
                PlanKey.Step("ordered_target", [.. categories, .. others], ("categories", categories.Length), ("pairs", pairs)),
                $"ordered_target: the mean target of the rows before, for {StepChoice.Listed([.. categories, .. others])}{(pairs > 0 ? $" and at most {pairs} pairs of them" : "")}"));
        }
    }

    internal static void AddArithmetic(FeatureNeeds needs, List<PlannedStep> steps)
    {
        if (needs.CanEncode && needs.Names(ColumnType.Number).Length > 1)
        {
            steps.Add(new(
                new Arithmetic { Operations = (ArithmeticOperations)15, Most = MostResults },
                PlanKey.Step("arithmetic", null, ("most", MostResults)),
                $"arithmetic: at most {MostResults} differences, ratios, products and sums of two numbers that tell more than both together"));
        }
    }
}
