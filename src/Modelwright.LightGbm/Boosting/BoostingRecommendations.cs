using Modelwright.Core.Learning;

namespace Modelwright.LightGbm.Boosting;

/// <summary>
/// Settings that did well on many tables, in an order in which each adds to those before it: learned over 16 tables, and judged on
/// each by the order that the others gave (docs/search.md). Where rates are low and the data large they are raised, so that a
/// setting stays affordable.
/// </summary>
/// <remarks>Source: settings learned by TabRepo (Salinas and Erickson 2024, Apache-2.0), rounded, with our own first and regularised ones.</remarks>
internal static class BoostingRecommendations
{
    /// <summary>Steps beyond this length lose more than they save.</summary>
    private const double HighestRate = 0.2;

    private static readonly Setting[] Settings =
    [
        new(0.05, 31, 20, 0.8, 0.9, 0, 1) { IsDefault = true },
        new(0.05, 31, 20, 0.9, 1, 0, 0.1) { ExtraTrees = true, Groups = new(10, 10, 4, 100) },
        new(0.02, 14, 1, 0.86, 1, 0.04, 0.23) { Groups = new(90, 0.01, 11, 26) },
        new(0.05, 89, 56, 0.62, 1, 0, 0.1),
        new(0.05, 32, 1, 0.5, 0.99, 0.8, 1.2) { ExtraTrees = true, Groups = new(0.005, 1, 13, 4) },
        new(0.08, 16, 12, 0.69, 0.71, 0.87, 0.45) { Groups = new(0.004, 0.16, 78, 2) },
        new(0.04, 24, 1, 0.49, 0.78, 0.64, 0.58) { Groups = new(0.13, 0.01, 38, 83) },
        new(0.03, 128, 3, 0.9, 1, 0, 0.1) { Groups = new(10, 10, 4, 100) },
        new(0.02, 180, 12, 0.4, 0.95, 0.77, 1.6) { ExtraTrees = true, Groups = new(0.06, 0.22, 11, 3) },
        new(0.02, 40, 3, 0.46, 0.88, 0.24, 0.36) { ExtraTrees = true, Groups = new(15, 0.34, 16, 9) },
        new(0.03, 8, 40, 0.7, 0.8, 0.5, 10) { Groups = new(100, 50, 8, 200) },
        new(0.015, 5, 12, 0.73, 0.85, 0.24, 0.3) { ExtraTrees = true, Groups = new(5, 0.01, 67, 93) },
        new(0.015, 84, 3, 0.53, 0.98, 0.03, 0.84) { Groups = new(0.01, 0.16, 42, 75) },
        new(0.015, 111, 3, 0.95, 0.72, 0.11, 0.6) { Groups = new(11, 0.94, 8, 8) },
        new(0.09, 23, 13, 0.78, 0.7, 0.37, 0.03) { ExtraTrees = true, Groups = new(56, 0.01, 13, 4) },
        new(0.015, 2, 17, 0.59, 0.84, 0.08, 0.77) { Groups = new(0.09, 0.93, 16, 11) },
    ];

    internal static IReadOnlyList<ParameterValues> For(DataShape shape) => shape.Bytes <= SmallForm.MostBytes
        ? SmallForm.For(shape, FewestInLeaf(shape))
        : [.. Settings.Select(setting => Values(setting, shape))];

    private static ParameterValues Values(Setting setting, DataShape shape)
    {
        var rate = Math.Max(setting.Rate, LowestRate(shape));
        var values = ParameterValues.Default
            .With(BoostingParameters.LearningRate.Name, rate)
            .With(BoostingParameters.Rounds.Name, Rounds(rate, shape))
            .With(BoostingParameters.Patience.Name, Math.Clamp((int)(3 / rate), 20, 200))
            .With(BoostingParameters.Leaves.Name, setting.IsDefault && shape.Rows >= 50_000 ? 63 : setting.Leaves)
            .With(BoostingParameters.MinSamplesLeaf.Name, Math.Min(setting.Fewest, FewestInLeaf(shape)))
            .With(BoostingParameters.FeatureShare.Name, setting.FeatureShare)
            .With(BoostingParameters.RowShare.Name, setting.RowShare)
            .With(BoostingParameters.AbsolutePenalty.Name, setting.AbsolutePenalty)
            .With(BoostingParameters.SquaredPenalty.Name, setting.SquaredPenalty);
        values = Hurried(values, shape);
        values = setting.ExtraTrees ? values.With(BoostingParameters.ExtraTrees.Name, BoostingParameters.Yes) : values;
        return shape.Categories > 0 && setting.Groups is { } groups ? Categories(values, groups) : values;
    }

    /// <summary>Longer and fewer steps where the time does not bear the setting's own.</summary>
    private static ParameterValues Hurried(ParameterValues values, DataShape shape)
    {
        var (slow, fast) = (values.Number(BoostingParameters.LearningRate), HighestRate);
        while (BoostingCost.Of(shape, values).Seconds > shape.Seconds && slow < fast)
        {
            slow = Math.Min(fast, Math.Round(slow * 1.3, 3));
            values = values
                .With(BoostingParameters.LearningRate.Name, slow)
                .With(BoostingParameters.Rounds.Name, Rounds(slow, shape))
                .With(BoostingParameters.Patience.Name, Math.Clamp((int)(3 / slow), 10, 200));
        }

        return values;
    }

    private static ParameterValues Categories(ParameterValues values, CategorySetting groups) => values
        .With(BoostingParameters.CategorySmoothing.Name, groups.Smoothing)
        .With(BoostingParameters.CategoryPenalty.Name, groups.Penalty)
        .With(BoostingParameters.MaxCategoriesOneHot.Name, groups.OneHot)
        .With(BoostingParameters.MinSamplesCategory.Name, groups.Fewest);

    /// <summary>Large data and many classes want fewer, longer steps.</summary>
    private static double LowestRate(DataShape shape) => ((double)shape.Rows * shape.Features * (shape.Outputs > 2 ? shape.Outputs : 1)) switch
    {
        > 100e6 => 0.1,
        > 10e6 => 0.05,
        > 1e6 => 0.03,
        _ => 0.01,
    };

    /// <summary>Few rows cannot afford large leaves.</summary>
    private static int FewestInLeaf(DataShape shape) => shape.Rows switch
    {
        < 100 => 2,
        < 500 => 5,
        < 2_000 => 10,
        _ => int.MaxValue,
    };

    /// <summary>The more rows, the longer there is something to learn; validation rows stop it sooner.</summary>
    private static int Rounds(double rate, DataShape shape)
    {
        var steps = shape.Rows switch
        {
            < 2_000 => 15,
            < 20_000 => 40,
            < 100_000 => 80,
            _ => 150,
        };
        return (int)Math.Min(Math.Round(steps / rate), BoostingParameters.Rounds.Maximum);
    }

    private sealed record Setting(double Rate, int Leaves, int Fewest, double FeatureShare, double RowShare, double AbsolutePenalty, double SquaredPenalty)
    {
        public bool IsDefault { get; init; }

        public bool ExtraTrees { get; init; }

        public CategorySetting? Groups { get; init; }
    }

    private sealed record CategorySetting(double Smoothing, double Penalty, int OneHot, int Fewest);
}
