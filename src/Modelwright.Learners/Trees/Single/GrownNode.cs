namespace Modelwright.Learners.Trees.Single;

/// <summary>A node of a grown tree, which may become a leaf when the tree is cut back.</summary>
/// <param name="Values">What a leaf made of it answers: the class shares, or the target as trees count it.</param>
/// <param name="Risk">Its summed squared error.</param>
/// <param name="Rows">Training rows in it.</param>
internal sealed record GrownNode(double[] Values, double Risk, int Rows)
{
    /// <summary>How its rows are parted.</summary>
    public Split Split { get; set; } = Split.None;

    /// <summary>The node of the low side; -1 for a leaf.</summary>
    public int Low { get; set; } = -1;

    /// <summary>The node of the high side; -1 for a leaf.</summary>
    public int High { get; set; } = -1;

    /// <summary>The price a leaf from which on the node is a leaf, as long as no node above it is.</summary>
    public double CutAt { get; set; }

    /// <summary>Whether it is a leaf however low the price.</summary>
    public bool IsLeaf => Low < 0;
}
