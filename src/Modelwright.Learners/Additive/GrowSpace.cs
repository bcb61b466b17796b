using Modelwright.Learners.Additive.Pairs;

namespace Modelwright.Learners.Additive;

/// <summary>The working memory in which one bag grows its trees.</summary>
/// <param name="most">The most bins a column has.</param>
internal sealed class GrowSpace(int most)
{
    /// <summary>For columns.</summary>
    public RangeTree Range { get; } = new(most);

    /// <summary>For pairs.</summary>
    public PairTree Table { get; } = new();
}
