using Modelwright.Measures;

namespace Modelwright.Monitoring.Performance;

/// <summary>Direct loss estimation: what each row is expected to cost, by a small model of the losses that were seen.</summary>
/// <remarks>Source: NannyML, "Direct loss estimation (DLE)". R² takes the variance of the truth to be that of the answers and the expected squared error together.</remarks>
/// <param name="predicted">What the model answers.</param>
/// <param name="absolute">The expected distance from the truth, one a row.</param>
/// <param name="squared">The expected squared distance.</param>
internal sealed class ExpectedNumbers(double[] predicted, double[] absolute, double[] squared) : ExpectedAnswers
{
    /// <inheritdoc/>
    public override Estimate? Of(IMetric metric, int[]? some)
    {
        int[] rows = some ?? [.. Enumerable.Range(0, predicted.Length)];
        if (rows.Length < 2)
        {
            return null;
        }

        var (value, error) = metric.Info.Name switch
        {
            "mae" => Mean(absolute, rows),
            "rmse" => Root(Mean(squared, rows)),
            "r2" => Explained(Mean(squared, rows), Variance(rows)),
            _ => (double.NaN, double.NaN),
        };
        return double.IsFinite(value) ? new(value, error, value - (1.96 * error), value + (1.96 * error), rows.Length) : null;
    }

    private static (double Value, double Error) Root((double Value, double Error) square) =>
        square.Value > 0 ? (Math.Sqrt(square.Value), square.Error / (2 * Math.Sqrt(square.Value))) : (double.NaN, double.NaN);

    private static (double Value, double Error) Explained((double Value, double Error) square, double variance)
    {
        var all = variance + square.Value;
        return all > 0 ? (variance / all, square.Error * variance / (all * all)) : (double.NaN, double.NaN);
    }

    private static (double Value, double Error) Mean(double[] losses, int[] rows)
    {
        var mean = rows.Average(row => losses[row]);
        return (mean, Math.Sqrt(rows.Sum(row => (losses[row] - mean) * (losses[row] - mean)) / (rows.Length - 1.0) / rows.Length));
    }

    private double Variance(int[] rows)
    {
        var mean = rows.Average(row => predicted[row]);
        return rows.Average(row => (predicted[row] - mean) * (predicted[row] - mean));
    }
}
