using Modelwright.Nab.Scoring;

namespace Modelwright.Nab.Detectors;

/// <summary>How improbable a value is under the normal distribution of a window of earlier values.</summary>
/// <param name="window">Values in the window; NAB uses 6,400.</param>
/// <param name="step">Values after which a full window moves on; NAB uses 100.</param>
/// <param name="isLogarithmic">Whether the score is minus the tail's logarithm to base 10, which tells values apart that lie so far out that NAB's score is 1 for all of them.</param>
/// <remarks>NAB's windowed Gaussian: until the window is full every value joins it at once. Score 1 less the tail's probability, as a share.</remarks>
internal sealed class WindowedGaussian(int window = 6400, int step = 100, bool isLogarithmic = false) : ISeriesDetector
{
    private const double LeastDeviation = 1e-6;

    public string Name => isLogarithmic ? "windowed Gaussian by logarithms" : "windowed Gaussian";

    public double[] Score(NabSeries series)
    {
        var values = series.Values;
        var scores = new double[values.Length];
        var (first, last) = (0, 0);
        var (mean, deviation) = (0.0, 1.0);
        for (var row = 0; row < values.Length; row++)
        {
            scores[row] = last == 0 ? 0 : Score(Math.Abs(values[row] - mean) / deviation);
            var isFull = last - first >= window;
            if (!isFull || row + 1 - last == step)
            {
                last = row + 1;
                first = Math.Max(0, last - window);
                (mean, deviation) = Moments(values.AsSpan(first, last - first));
            }
        }

        return scores;
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        var mean = sum / values.Length;
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        var deviation = Math.Sqrt(squares / values.Length);
        return (mean, deviation == 0 ? LeastDeviation : deviation);
    }

    private double Score(double deviations)
    {
        var log = deviations < 3 ? Math.Log(0.5 - Centre(deviations)) : LogOfFarTail(deviations);
        return isLogarithmic ? -log / Math.Log(10) : 1 - Math.Exp(log);
    }

    // Laplace's continued fraction.
    private static double LogOfFarTail(double deviations)
    {
        var fraction = 0.0;
        for (var term = 60; term > 0; term--)
        {
            fraction = term / (deviations + fraction);
        }

        return (-0.5 * deviations * deviations) - (0.5 * Math.Log(2 * Math.PI)) - Math.Log(deviations + fraction);
    }

    // The normal distribution between 0 and a value, by its power series.
    private static double Centre(double deviations)
    {
        var term = deviations;
        var sum = term;
        for (var place = 1; place < 60; place++)
        {
            term *= -deviations * deviations / (2 * place);
            sum += term / ((2 * place) + 1);
        }

        return sum / Math.Sqrt(2 * Math.PI);
    }
}
