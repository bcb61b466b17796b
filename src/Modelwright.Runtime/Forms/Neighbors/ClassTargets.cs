namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>The classes of the rows that each point stands for. Nearly every point has rows of one class.</summary>
/// <param name="Counts">One a point: how many classes its rows have; 1 or more.</param>
/// <param name="Codes">The classes of one point after another.</param>
/// <param name="Masses">For each entry of <paramref name="Codes"/>: the rows of that class, by their weights; above 0.</param>
/// <param name="Doubt">One a class, 0 or more: added to the neighbours' votes, so that no class is ever impossible.</param>
public sealed record ClassTargets(int[] Counts, int[] Codes, double[] Masses, double[] Doubt);
