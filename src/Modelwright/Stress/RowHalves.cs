using Modelwright.Validation;

namespace Modelwright.Stress;

/// <summary>Two halves of rows by a seed: what was chosen on the one is judged on the other. Rows that belong together stay together.</summary>
/// <param name="First">0-based rows, ascending.</param>
/// <param name="Second">All others, ascending.</param>
internal sealed record RowHalves(int[] First, int[] Second)
{
    /// <summary>Halves rows.</summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="groups">One number a row, the same for rows that belong together; null means none do.</param>
    /// <param name="seed">The only origin of chance.</param>
    public static RowHalves Of(int count, int[]? groups, int seed)
    {
        int[] keys = groups is null ? [.. Enumerable.Range(0, count)] : [.. groups.Distinct().Order()];
        var drawn = RowSample.Draw(keys.Length, keys.Length / 2, seed).Select(place => keys[place]).ToHashSet();
        var sides = Enumerable.Range(0, count).ToLookup(row => drawn.Contains(groups?[row] ?? row));
        return new([.. sides[true]], [.. sides[false]]);
    }
}
