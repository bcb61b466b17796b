using Modelwright.Core.Data;

namespace Modelwright.Runtime.Packaging;

/// <summary>How the values of one column were spread when the model was trained. Coarse on purpose: no value of a few rows can be read from it.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type.</param>
/// <param name="MissingShare">Share of rows without a value, 0 to 1.</param>
public sealed record ColumnStatistics(string Name, ColumnType Type, double MissingShare)
{
    /// <summary>
    /// For numbers and times (in days since 0001-01-01): the borders of the bins, ascending and rounded; one more than there
    /// are bins. The first and last border stand for the lowest and highest values but are means of several. Empty where too few rows have a value.
    /// </summary>
    public double[] Edges { get; init; } = [];

    /// <summary>Share of the values in each bin; a bin holds its lower border, the first and last bin are open outwards. Sum 1.</summary>
    public double[] Shares { get; init; } = [];

    /// <summary>Whether all numbers were whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>For categories: the levels, for texts: the words, that enough rows have; the most frequent first.</summary>
    public IReadOnlyList<string> Frequent { get; init; } = [];

    /// <summary>For each of <see cref="Frequent"/>, the share of the values that are or hold it.</summary>
    public double[] FrequentShares { get; init; } = [];
}
