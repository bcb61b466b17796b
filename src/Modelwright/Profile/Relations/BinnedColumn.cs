namespace Modelwright.Profile.Relations;

/// <summary>A column cut into few bins, so that counts by bin say all that a simple model can learn from it.</summary>
/// <param name="Name">The column.</param>
/// <param name="Codes">A bin a row; <see cref="Missing"/> where there is no value.</param>
/// <param name="Count">Number of bins, that of missing values included.</param>
/// <param name="IsOrdered">Whether bins follow the order of the values; levels have none.</param>
/// <param name="IsExact">Whether every bin but the last holds one value alone.</param>
internal sealed record BinnedColumn(string Name, ushort[] Codes, int Count, bool IsOrdered, bool IsExact)
{
    /// <summary>The bin of rows without a value.</summary>
    public const ushort Missing = 0;

    /// <summary>Some of the rows.</summary>
    public BinnedColumn Take(int[] rows) => this with { Codes = Array.ConvertAll(rows, row => Codes[row]) };
}
