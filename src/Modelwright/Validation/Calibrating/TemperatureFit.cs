using Modelwright.Measures;
using Modelwright.Runtime.Forms.Calibrated;

namespace Modelwright.Validation.Calibrating;

/// <summary>The one power of all probabilities at which the log loss is least.</summary>
/// <remarks>Source: Guo, Pleiss, Sun and Weinberger 2017, "On calibration of modern neural networks", section 4.2. The loss is convex in the power, so its slope is halved in.</remarks>
internal static class TemperatureFit
{
    private const double Least = 0.05;
    private const double Most = 20;
    private const int Steps = 30;
    private const double Nearest = 1e-12;

    /// <summary>Fits.</summary>
    public static ProbabilityMap Fit(ClassAnswers answers)
    {
        var logs = Array.ConvertAll(answers.Probabilities, probability => Math.Log(Math.Max(probability, Nearest)));
        var (low, high) = (Math.Log(Least), Math.Log(Most));
        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Slope(answers, logs, Math.Exp(middle)) > 0 ? (low, middle) : (middle, high);
        }

        return new() { Method = ProbabilityMap.Temperature, Slopes = [Math.Exp((low + high) / 2)] };
    }

    /// <summary>The derivative of the log loss by the power: the mean log under the powered probabilities less that of the truth.</summary>
    private static double Slope(ClassAnswers answers, double[] logs, double power)
    {
        var width = answers.Classes.Count;
        var slope = 0.0;
        for (var row = 0; row < answers.Count; row++)
        {
            var own = logs.AsSpan(row * width, width);
            var largest = double.NegativeInfinity;
            foreach (var log in own)
            {
                largest = Math.Max(largest, log);
            }

            var (sum, mean) = (0.0, 0.0);
            foreach (var log in own)
            {
                var share = Math.Exp(power * (log - largest));
                sum += share;
                mean += share * log;
            }

            slope += (answers.Weights?[row] ?? 1) * ((mean / sum) - own[answers.Truth[row]]);
        }

        return slope;
    }
}
