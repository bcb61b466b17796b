namespace Modelwright.Validation.Curves;

/// <summary>How a loss falls with rows: what no number of rows takes away, and a part that falls by a power of their number.</summary>
/// <remarks>Source: Cortes, Jackel, Solla, Vapnik and Denker 1994, "Learning curves: asymptotic values and rate of convergence".</remarks>
/// <param name="Floor">The loss with rows without end.</param>
/// <param name="Height">The part that falls, at one row; 0 or more.</param>
/// <param name="Power">How fast it falls; above 0.</param>
internal sealed record PowerLaw(double Floor, double Height, double Power)
{
    private static readonly double[] Powers = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.25, 1.5, 2.0];

    /// <summary>The loss with so many rows.</summary>
    public double At(double rows) => Floor + (Height * Math.Pow(rows, -Power));

    /// <summary>The law nearest to what was measured, by least squares for each of some powers; flat where the loss does not fall.</summary>
    /// <param name="rows">Numbers of rows, two different ones or more.</param>
    /// <param name="losses">The loss with each.</param>
    public static PowerLaw Fit(double[] rows, double[] losses)
    {
        var best = new PowerLaw(losses.Average(), 0, 1);
        var least = Distance(best, rows, losses);
        foreach (var power in Powers)
        {
            var falls = Array.ConvertAll(rows, count => Math.Pow(count, -power));
            var (meanFall, meanLoss) = (falls.Average(), losses.Average());
            var (shared, spread) = (0.0, 0.0);
            for (var point = 0; point < rows.Length; point++)
            {
                shared += (falls[point] - meanFall) * (losses[point] - meanLoss);
                spread += (falls[point] - meanFall) * (falls[point] - meanFall);
            }

            var height = spread > 0 ? Math.Max(0, shared / spread) : 0;
            var law = new PowerLaw(meanLoss - (height * meanFall), height, power);
            if (Distance(law, rows, losses) is var distance && distance < least)
            {
                (best, least) = (law, distance);
            }
        }

        return best;
    }

    private static double Distance(PowerLaw law, double[] rows, double[] losses)
    {
        var sum = 0.0;
        for (var point = 0; point < rows.Length; point++)
        {
            var away = law.At(rows[point]) - losses[point];
            sum += away * away;
        }

        return sum;
    }
}
