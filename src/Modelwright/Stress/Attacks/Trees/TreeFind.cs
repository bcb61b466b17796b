namespace Modelwright.Stress.Attacks.Trees;

/// <summary>A row that trees answer otherwise.</summary>
/// <param name="Point">One value an input.</param>
/// <param name="Distance">The largest cost of a single column.</param>
internal sealed record TreeFind(double[] Point, double Distance);
