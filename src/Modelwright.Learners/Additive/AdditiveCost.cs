using Modelwright.Core.Learning;

namespace Modelwright.Learners.Additive;

/// <summary>What an additive model costs, fitted to measurements.</summary>
internal static class AdditiveCost
{
    /// <summary>Rounds times learning rate after which most bags have ended, as measured on mixed sets.</summary>
    private const double UsualLearning = 10;

    /// <summary>The cost of a fit.</summary>
    public static FitCost Estimate(DataShape shape, AdditiveSettings settings)
    {
        double rows = Math.Max(2, shape.Rows);
        double columns = Math.Max(1, shape.Features);
        double outputs = shape.Outputs > 2 ? shape.Outputs : 1;
        double pairs = Pairs(shape, settings);
        var row = shape.Task.AnswersNumbers ? 3e-9 : 6e-9 * outputs;
        var bins = Math.Min(settings.Bins, rows);
        var round = columns * ((rows * row) + (outputs * ((bins * 1.5e-8) + 2e-7)));
        var pairRound = pairs * ((rows * row) + (outputs * Cells(rows) * 4e-8));
        var rounds = Math.Min(settings.Rounds, UsualLearning / settings.LearningRate);
        var pairRounds = Math.Min(settings.PairRounds, UsualLearning / 2 / settings.LearningRate);
        var ranked = pairs > 0 ? Math.Min(columns * columns, 3600) / 2 * ((Math.Min(rows, 50_000) * 3e-9) + (outputs * 3e-5)) : 0;
        var binning = rows * columns * 1.5e-7;
        var working = rows * ((columns * 2) + (pairs * 2) + (settings.OuterBags * 8 * 4 * outputs) + 40);
        return new((settings.OuterBags * ((rounds * round) + (pairRounds * pairRound))) + ranked + binning + 1e-4, (long)(working + FormBytes(shape, settings)))
        {
            LeastSeconds = binning + (settings.OuterBags * round),
        };
    }

    /// <summary>Bytes of the fitted form at most.</summary>
    public static double FormBytes(DataShape shape, AdditiveSettings settings)
    {
        double outputs = shape.Outputs > 2 ? shape.Outputs : 1;
        return (shape.Features * 8.0 * Math.Min(settings.Bins, Math.Max(2, shape.Rows)) * (outputs + 1)) + (Pairs(shape, settings) * Cells(shape.Rows) * 8 * outputs);
    }

    /// <summary>Cells of a pair's table.</summary>
    private static double Cells(double rows) => Math.Pow(1 + Math.Clamp(Math.Sqrt(rows), 6, 32), 2);

    private static double Pairs(DataShape shape, AdditiveSettings settings) => Math.Min(settings.Pairs, shape.Features * (shape.Features - 1.0) / 2);
}
