using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Single;

/// <summary>One setting of a decision tree, read from its values.</summary>
/// <param name="MaxLeaves">Leaves it has at most.</param>
/// <param name="MinSamplesLeaf">Rows a leaf holds at least.</param>
/// <param name="Errors">Standard errors that the tree may be worse than the best on held-out rows; null where the price is given.</param>
/// <param name="Price">The price a leaf that is given, as a share of the error of no tree at all.</param>
internal sealed record DecisionTreeSettings(int MaxLeaves, int MinSamplesLeaf, double? Errors, double Price)
{
    /// <summary>Reads a checked setting.</summary>
    public static DecisionTreeSettings Of(ParameterValues values) => new(
        values.Integer(DecisionTreeParameters.MaxLeaves),
        values.Integer(DecisionTreeParameters.MinSamplesLeaf),
        values.Choice(DecisionTreeParameters.Pruning) switch
        {
            DecisionTreeParameters.OneStandardError => 1,
            DecisionTreeParameters.Best => 0,
            _ => null,
        },
        values.Number(DecisionTreeParameters.CcpAlpha));
}
