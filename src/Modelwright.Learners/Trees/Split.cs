namespace Modelwright.Learners.Trees;

/// <summary>A way to part the rows of a node: bins up to <paramref name="Bin"/> on one side, the others on the other.</summary>
/// <param name="Column">The column asked; -1 where no split was found.</param>
/// <param name="Bin">The last bin of the low side.</param>
/// <param name="Threshold">The largest number of the low side.</param>
/// <param name="MissingLow">Whether missing values go with the low bins.</param>
/// <param name="Score">What the criterion says; larger is better.</param>
internal readonly record struct Split(int Column, int Bin, double Threshold, bool MissingLow, double Score)
{
    /// <summary>No split.</summary>
    public static Split None { get; } = new(-1, 0, 0, false, double.NegativeInfinity);

    /// <summary>Whether a row of a bin is on the low side.</summary>
    public bool IsLow(byte bin) => bin == BinnedColumn.Missing ? MissingLow : bin <= Bin;
}
