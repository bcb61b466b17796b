namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>An inner node of a tree in the graph.</summary>
/// <param name="Mode"><see cref="AtMost"/> or <see cref="Below"/>.</param>
/// <param name="Input">The place of the input that is asked.</param>
/// <param name="Threshold">What its value is compared with.</param>
/// <param name="IsMissingYes">Whether a missing value goes where yes does.</param>
/// <param name="Yes">A node of the tree, or the complement of a leaf.</param>
/// <param name="No">The same for no.</param>
internal readonly record struct TreeSplit(byte Mode, int Input, double Threshold, bool IsMissingYes, int Yes, int No)
{
    /// <summary>BRANCH_LEQ: yes where the value is at most the threshold.</summary>
    internal const byte AtMost = 0;

    /// <summary>BRANCH_LT: yes where the value is below the threshold.</summary>
    internal const byte Below = 1;
}
