namespace Modelwright.Measures.Segments;

/// <summary>A link of a tree through points.</summary>
/// <param name="From">The one row.</param>
/// <param name="To">The other.</param>
/// <param name="Distance">How far they are.</param>
internal readonly record struct TreeLink(int From, int To, double Distance);
