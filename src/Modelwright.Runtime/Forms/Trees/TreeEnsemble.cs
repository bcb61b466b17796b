using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>
/// Trees whose leaf values add up to raw scores. Where leaves hold one value, tree t adds to output t % <see cref="Outputs"/>;
/// where they hold one value an output, a leaf adds to all outputs. Fewer trees: <c>ensemble with { Trees = … }</c>.
/// </summary>
/// <param name="Inputs">The columns asked by the trees: numbers for number splits, categories for category splits.</param>
/// <param name="Trees">The trees, in the order in which they are added.</param>
public sealed record TreeEnsemble(IReadOnlyList<FormInput> Inputs, IReadOnlyList<Tree> Trees)
{
    /// <summary>Raw scores a row: 1 for regression and for two classes by one logistic score.</summary>
    public int Outputs { get; init; } = 1;

    /// <summary>What is added to each output besides the trees; empty means 0.</summary>
    public double[] Base { get; init; } = [];

    /// <summary>Whether an output is the mean of its trees and not their sum.</summary>
    public bool IsAverage { get; init; }

    /// <summary>Whether every tree says how many training rows ended in each of its leaves, and there is a tree that splits.</summary>
    internal bool HasCovers => Trees.Any(tree => tree.NodeCount > 0) && Trees.All(tree => tree.NodeCount == 0 || tree.Covers.Length > 0);

    /// <summary>The oldest version of the stored layout that says all of it.</summary>
    internal int LayoutVersion => HasCovers ? EnsembleRecord.VersionWithCovers : 1;

    /// <summary>How many trees an output is the mean of; 1 where it is a sum.</summary>
    internal int PartCount => IsAverage ? Math.Max(1, Trees.Count / TreesOfAPart) : 1;

    private int TreesOfAPart => Trees.Count > 0 && Trees[0].Leaves.Length > Trees[0].LeafCount ? 1 : Outputs;

    /// <summary>The same with the first trees alone, as many for each output.</summary>
    internal TreeEnsemble OfParts(int parts) => this with { Trees = [.. Trees.Take(parts * TreesOfAPart)] };

    /// <summary>Bytes the trees take in memory, about.</summary>
    internal long Bytes
    {
        get
        {
            var bytes = 0L;
            foreach (var tree in Trees)
            {
                bytes += (29L * tree.NodeCount) + (8L * tree.Leaves.Length) + (4L * (tree.CategoryBits.Length + tree.Covers.Length)) + 300;
            }

            return bytes;
        }
    }
}
