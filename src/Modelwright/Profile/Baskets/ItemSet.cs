namespace Modelwright.Profile.Baskets;

/// <summary>Items that are in one basket together.</summary>
/// <param name="Items">Two or more, in the order of how many baskets have them.</param>
/// <param name="Count">Baskets with all of them.</param>
public sealed record ItemSet(IReadOnlyList<string> Items, int Count);
