namespace Modelwright.Stress.Attacks.Trees;

/// <summary>A leaf that a row can be brought to.</summary>
/// <param name="Leaf">0-based leaf of its tree.</param>
/// <param name="Distance">The largest cost of a single column that must change for it; 0 for the leaf that the row is in.</param>
/// <param name="Cuts">What the inputs that can be changed must be, by ascending input.</param>
internal readonly record struct RowLeaf(int Leaf, double Distance, Cut[] Cuts);
