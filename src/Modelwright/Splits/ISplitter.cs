using Modelwright.Core.Errors;

namespace Modelwright.Splits;

/// <summary>Chooses which rows train and which test. Stateless and safe from any thread.</summary>
public interface ISplitter
{
    /// <summary>What it says of itself.</summary>
    SplitterInfo Info { get; }

    /// <summary>Makes the splits; the same request gives the same splits.</summary>
    /// <param name="request">The rows and what is known of them.</param>
    /// <returns>One split or more; positions in each part ascend.</returns>
    /// <exception cref="OptionsException">It cannot be done, such as more folds than rows; the text lists all faults.</exception>
    IReadOnlyList<Split> Split(SplitRequest request);
}
