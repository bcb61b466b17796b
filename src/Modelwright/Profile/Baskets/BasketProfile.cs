namespace Modelwright.Profile.Baskets;

/// <summary>What stands together in the lists of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Baskets">Lists looked at; of more than 100,000 rows every k-th, and none of missing cells.</param>
/// <param name="Items">Different items in them.</param>
/// <param name="LookedAt">Items that were looked at: the most frequent 400 of those in at least 5 baskets.</param>
/// <param name="LeastCount">Baskets that every set of items is in at least: 5, or more where there would be more than 3,000 sets.</param>
/// <param name="Sets">All sets of 2 to 4 items in at least so many baskets, the most frequent first.</param>
/// <param name="Rules">The surest rule of each set that has one beyond chance, at most 100, those first that stand in the most baskets beyond what chance gives.</param>
public sealed record BasketProfile(string Column, int Baskets, int Items, int LookedAt, int LeastCount, IReadOnlyList<ItemSet> Sets, IReadOnlyList<BasketRule> Rules);
