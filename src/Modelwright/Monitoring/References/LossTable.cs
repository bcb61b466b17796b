namespace Modelwright.Monitoring.References;

/// <summary>An expected loss as a product of one factor a column, by the bin that a row is in.</summary>
/// <param name="Mean">The loss of a row whose factors are all 1.</param>
/// <param name="Factors">One list a column, in the order of the columns that are watched and then of what is answered; one factor a bin, and a last one for rows without a value.</param>
internal sealed record LossTable(double Mean, IReadOnlyList<double[]> Factors)
{
    /// <summary>The expected loss of each row.</summary>
    /// <param name="codes">One list a column with the bin of each row; -1 is a missing value.</param>
    /// <param name="rows">Number of rows.</param>
    public double[] Of(IReadOnlyList<int[]> codes, int rows)
    {
        var losses = new double[rows];
        Array.Fill(losses, Mean);
        for (var column = 0; column < Factors.Count; column++)
        {
            var (factors, code) = (Factors[column], codes[column]);
            for (var row = 0; row < rows; row++)
            {
                losses[row] *= factors[code[row] < 0 ? ^1 : code[row]];
            }
        }

        return losses;
    }
}
