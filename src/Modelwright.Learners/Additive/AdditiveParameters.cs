using Modelwright.Core.Learning;

namespace Modelwright.Learners.Additive;

/// <summary>What can be set of an additive model.</summary>
internal static class AdditiveParameters
{
    /// <summary>Bins of a number.</summary>
    public static ParameterSpec Bins { get; } = ParameterSpec.Integer("bins", (2, 1000), 255, "Parts that a number is cut into at most, of about equally many rows; fewer give coarser, steadier shapes.", isLogarithmic: true);

    /// <summary>Part of each tree that is added.</summary>
    public static ParameterSpec LearningRate { get; } = ParameterSpec.Number("learning_rate", (0.001, 1), 0.05, "Part of each small tree's answer that is added to a shape; less is smoother and takes more rounds.", isLogarithmic: true);

    /// <summary>Rounds over the columns.</summary>
    public static ParameterSpec Rounds { get; } = ParameterSpec.Integer("rounds", (1, 20_000), 1000, "Rounds over all columns at most; each bag ends earlier where its own held-out rows say so.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Pairs of columns.</summary>
    public static ParameterSpec Pairs { get; } = ParameterSpec.Integer("pairs", (0, 200), 10, "Pairs of columns that get a table of their own at most, where both together say more than each alone; 0 keeps the model a plain sum.");

    /// <summary>Rounds over the pairs.</summary>
    public static ParameterSpec PairRounds { get; } = ParameterSpec.Integer("pair_rounds", (1, 20_000), 1000, "Rounds over all pairs at most; each bag ends earlier where its own held-out rows say so.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Models averaged.</summary>
    public static ParameterSpec OuterBags { get; } = ParameterSpec.Integer("outer_bags", (1, 64), 8, "Models that are averaged, each holding out a part of the rows by which it stops; more are smoother and take longer.", isLogarithmic: true);

    /// <summary>Rounds of drawn cuts.</summary>
    public static ParameterSpec Smoothing { get; } = ParameterSpec.Integer("smoothing", (0, 1000), 50, "First rounds in which cuts are drawn instead of searched for; more give smoother shapes.");

    /// <summary>Rows of a leaf.</summary>
    public static ParameterSpec MinSamplesLeaf { get; } = ParameterSpec.Integer("min_samples_leaf", (1, 1000), 4, "Rows that a part of a small tree holds at least; more give smoother shapes.", isLogarithmic: true);

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Bins, LearningRate, Rounds, Pairs, PairRounds, OuterBags, Smoothing, MinSamplesLeaf];

    /// <summary>Reads a checked setting.</summary>
    public static AdditiveSettings Read(ParameterValues values) => new()
    {
        Bins = values.Integer(Bins),
        LearningRate = values.Number(LearningRate),
        Rounds = values.Integer(Rounds),
        Pairs = values.Integer(Pairs),
        PairRounds = values.Integer(PairRounds),
        OuterBags = values.Integer(OuterBags),
        Smoothing = values.Integer(Smoothing),
        MinSamplesLeaf = values.Integer(MinSamplesLeaf),
    };
}
