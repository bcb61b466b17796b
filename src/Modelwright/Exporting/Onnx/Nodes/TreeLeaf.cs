namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>A leaf of a tree in the graph.</summary>
/// <param name="Target">The output that it adds to.</param>
/// <param name="Weight">What it adds.</param>
internal readonly record struct TreeLeaf(int Target, double Weight);
