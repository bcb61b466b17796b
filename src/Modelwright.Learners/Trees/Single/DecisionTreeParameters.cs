using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Single;

/// <summary>What can be set of one decision tree.</summary>
internal static class DecisionTreeParameters
{
    /// <summary>The smallest tree within one standard error of the best.</summary>
    public const string OneStandardError = "one_se";

    /// <summary>The tree of the smallest error.</summary>
    public const string Best = "best";

    /// <summary>The tree of a price a leaf that is given.</summary>
    public const string Given = "given";

    /// <summary>Leaves the tree has at most.</summary>
    public static ParameterSpec MaxLeaves { get; } = ParameterSpec.Integer("max_leaves", (2, 1000), 20, "Leaves that the tree has at most; fewer are quicker to read, more are finer.", isLogarithmic: true);

    /// <summary>Rows a leaf holds at least.</summary>
    public static ParameterSpec MinSamplesLeaf { get; } = ParameterSpec.Integer("min_samples_leaf", (1, 1000), 5, "Rows that a leaf holds at least; more give steadier answers and smaller trees.", isLogarithmic: true);

    /// <summary>How the size is chosen.</summary>
    public static ParameterSpec Pruning { get; } = ParameterSpec.Choice("pruning", [OneStandardError, Best, Given], "How far the tree is cut back: to the smallest within one standard error of the best on rows held out inside the fit, to the best itself, or by ccp_alpha.");

    /// <summary>The price of a leaf.</summary>
    public static ParameterSpec CcpAlpha { get; } = ParameterSpec.Number("ccp_alpha", (0, 1e6), 0, "For pruning=given: the error that a further leaf must save, as a share of the error of no tree at all; more cut more.") with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [MaxLeaves, MinSamplesLeaf, Pruning, CcpAlpha];
}
