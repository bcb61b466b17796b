using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees;

/// <summary>What can be set of a forest; the two learners differ in the default of <see cref="Bootstrap"/> alone.</summary>
internal sealed class ForestParameters
{
    /// <summary>The parameters of a random forest.</summary>
    public static ForestParameters RandomForest { get; } = new(["yes", "no"]);

    /// <summary>The parameters of extremely randomised trees.</summary>
    public static ForestParameters ExtraTrees { get; } = new(["no", "yes"]);

    private ForestParameters(IReadOnlyList<string> bootstrap)
    {
        Bootstrap = ParameterSpec.Choice("bootstrap", bootstrap, "Whether each tree sees rows drawn with replacement instead of all; drawing makes trees differ more.");
        All = [Trees, MaxFeatures, MinSamplesLeaf, MaxDepth, Bootstrap, Criterion, MaxMegabytes];
    }

    /// <summary>Number of trees.</summary>
    public ParameterSpec Trees { get; } = ParameterSpec.Integer("trees", (1, 2000), 200, "Number of trees; more are steadier and never worse, at their price in time and size.", isLogarithmic: true);

    /// <summary>Share of the columns each split looks at.</summary>
    public ParameterSpec MaxFeatures { get; } = ParameterSpec.Number("max_features", (0.001, 1), 0.4, "Share of the columns that each split looks at; fewer make trees differ more, more make each tree better.", isLogarithmic: true);

    /// <summary>Rows a leaf holds at least.</summary>
    public ParameterSpec MinSamplesLeaf { get; } = ParameterSpec.Integer("min_samples_leaf", (1, 1000), 1, "Rows that a leaf holds at least; more give smoother, less certain answers and smaller trees.", isLogarithmic: true);

    /// <summary>Questions asked of a row at most.</summary>
    public ParameterSpec MaxDepth { get; } = ParameterSpec.Integer("max_depth", (1, 100), 100, "Questions that a tree asks of a row at most; fewer make smaller, coarser trees.", isLogarithmic: true);

    /// <summary>Whether rows are drawn.</summary>
    public ParameterSpec Bootstrap { get; }

    /// <summary>What a split of classes is judged by.</summary>
    public ParameterSpec Criterion { get; } = ParameterSpec.Choice("criterion", ["gini", "entropy"], "What a split is judged by for classification; regression goes by variance in either case.");

    /// <summary>Size of the forest at most.</summary>
    public ParameterSpec MaxMegabytes { get; } = ParameterSpec.Number("max_megabytes", (0.1, 10_000), 1000, "Megabytes that the forest may take; where its first tree shows that it would take more, leaves grow until it does not.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public IReadOnlyList<ParameterSpec> All { get; }

    /// <summary>Reads a checked setting.</summary>
    public ForestSettings Read(ParameterValues values, bool randomThresholds) => new()
    {
        Trees = values.Integer(Trees),
        MaxFeatures = values.Number(MaxFeatures),
        MinSamplesLeaf = values.Integer(MinSamplesLeaf),
        MaxDepth = values.Integer(MaxDepth),
        Bootstrap = values.Choice(Bootstrap) == "yes",
        MaxBytes = values.Number(MaxMegabytes) * 1e6,
        Entropy = values.Choice(Criterion) == "entropy",
        RandomThresholds = randomThresholds,
    };
}
