namespace Modelwright.Segments;

/// <summary>Sets of known segments, drawn: what the choice is developed on, so that the real sets stay a check.</summary>
internal static class SimulatedSets
{
    /// <summary>All of them; the same for the same seed.</summary>
    /// <param name="seed">Chance.</param>
    /// <param name="names">Parts of the names of those wanted; empty means all.</param>
    public static IReadOnlyList<LabelledPoints> All(int seed, IReadOnlyList<string> names) =>
        [.. Recipes.Where(recipe => names.Count == 0 || names.Any(name => recipe.Name.Contains(name, StringComparison.Ordinal))).Select(recipe => recipe.Draw(seed))];

    private static readonly SimulatedRecipe[] Recipes =
    [
        new("round_2d_3", 3, 2, 300) { Apart = 5 },
        new("round_2d_5_overlap", 5, 2, 750) { Apart = 3.5 },
        new("round_2d_15_overlap", 15, 2, 1500) { Apart = 3.5 },
        new("round_2d_30", 30, 2, 1500) { Apart = 5 },
        new("round_2d_60", 60, 2, 3000) { Apart = 5 },
        new("round_3d_12", 12, 3, 900) { Apart = 4.5 },
        new("round_5d_2_overlap", 2, 5, 500) { Apart = 3 },
        new("round_10d_8", 8, 10, 800) { Apart = 6 },
        new("round_10d_3_overlap", 3, 10, 400) { Apart = 3.5 },
        new("round_30d_4", 4, 30, 240) { Apart = 6 },
        new("uneven_sizes_2d_4", 4, 2, 600) { Apart = 5, Shrink = 0.5 },
        new("uneven_sizes_8d_6", 6, 8, 800) { Apart = 6, Shrink = 0.65 },
        new("uneven_spread_2d_5", 5, 2, 700) { Apart = 6, Spreads = 5 },
        new("uneven_spread_6d_7", 7, 6, 900) { Apart = 6, Spreads = 3 },
        new("aslant_2d_4", 4, 2, 600) { Apart = 7, Slant = 4 },
        new("aslant_2d_8", 8, 2, 1000) { Apart = 7, Slant = 4 },
        new("aslant_6d_5", 5, 6, 800) { Apart = 6, Slant = 3 },
        new("noise_columns_4d_4", 4, 4, 600) { Apart = 6, NoiseColumns = 8 },
        new("noise_columns_3d_3", 3, 3, 450) { Apart = 6, NoiseColumns = 4 },
        new("noise_rows_2d_5", 5, 2, 700) { Apart = 6, NoiseRows = 0.1 },
        new("groups_of_groups_2d_12", 12, 2, 900) { Apart = 5, Groups = 3 },
        new("groups_of_groups_4d_9", 9, 4, 900) { Apart = 5, Groups = 3 },
        new("skewed_8d_3", 3, 8, 500) { Apart = 5, Skew = 0.7 },
        new("linked_columns_20d_2", 2, 20, 500) { Apart = 5, Factors = 4 },
        new("linked_columns_12d_5", 5, 12, 900) { Apart = 6, Factors = 4 },
        new("linked_skewed_20d_2", 2, 20, 500) { Apart = 4, Factors = 4, Skew = 0.4 },
        new("rings_2", 2, 2, 500) { Shape = SimulatedShape.Rings },
        new("moons_2", 2, 2, 400) { Shape = SimulatedShape.Moons },
        new("stripes_4", 4, 2, 600) { Shape = SimulatedShape.Stripes },
        new("stripes_3_noise", 3, 2, 500) { Shape = SimulatedShape.Stripes, NoiseRows = 0.06 },
        new("one_round_2d", 1, 2, 500),
        new("one_round_10d", 1, 10, 500),
        new("one_aslant_6d", 1, 6, 500) { Slant = 4 },
        new("one_even_3d", 1, 3, 500) { Shape = SimulatedShape.Even },
        new("one_skewed_5d", 1, 5, 500) { Skew = 0.8 },
        new("one_linked_columns_15d", 1, 15, 500) { Factors = 3 },
    ];
}
