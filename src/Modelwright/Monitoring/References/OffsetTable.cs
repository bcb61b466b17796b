namespace Modelwright.Monitoring.References;

/// <summary>How far the calibrated log-odds of a class stand off, as a sum of one offset a column, by the bin that a row is in.</summary>
/// <param name="Offsets">One list a column, in the order of the columns that are watched and then of what is answered; one offset a bin, and a last one for rows without a value.</param>
internal sealed record OffsetTable(IReadOnlyList<double[]> Offsets)
{
    /// <summary>With more classes the tables are longer than what they are learned from.</summary>
    public const int MostClasses = 20;

    /// <summary>The offset of a row.</summary>
    /// <param name="codes">One list a column with the bin of each row; -1 is a missing value.</param>
    /// <param name="row">The row.</param>
    public double Of(IReadOnlyList<int[]> codes, int row)
    {
        var sum = 0.0;
        for (var column = 0; column < Offsets.Count; column++)
        {
            var code = codes[column][row];
            sum += Offsets[column][code < 0 ? ^1 : code];
        }

        return sum;
    }
}
