using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>What a rule set costs, fitted to measurements.</summary>
internal static class RuleCost
{
    /// <summary>The cost of a fit.</summary>
    public static FitCost Estimate(DataShape shape, RuleSettings settings)
    {
        var rows = Math.Clamp(shape.Rows, 2.0, 50_000);
        var outputs = shape.Outputs > 2 ? shape.Outputs : 1;
        var runs = settings.Errors is null ? 1 : rows <= 5_000 ? 5 : 1.8;
        var columns = Math.Max(1, shape.Features);
        var trees = settings.Forest.Trees;
        var grow = trees * rows * ((settings.Forest.MaxDepth * (4e-9 + (0.5 * columns * 2.5e-9))) + 4e-8);
        var look = settings.MaxRules * trees * rows * outputs * 2.5e-9;
        var weigh = settings.MaxRules * rows * outputs * (shape.Task.AnswersNumbers ? 4e-8 : 4e-7);
        return new((runs * (grow + look + weigh + (rows * columns * 1.2e-7))) + (shape.Rows * 2e-8) + 1e-4, (long)(rows * (shape.Features + trees + 64.0)));
    }
}
