using Modelwright.Measures;
using Modelwright.Runtime.Forms.Calibrated;

namespace Modelwright.Validation.Calibrating;

/// <summary>Fits a map by its name.</summary>
internal static class CalibrationFit
{
    /// <summary>Rows that a fit looks at; more change three digits of nothing and cost time.</summary>
    private const int MostRows = 50_000;

    /// <summary>Probabilities that a fit looks at; of many classes fewer rows are as many.</summary>
    private const int MostNumbers = 400_000;

    /// <summary>The ways there are, plainest first.</summary>
    public static IReadOnlyList<string> Methods { get; } = [ProbabilityMap.Temperature, ProbabilityMap.Platt, ProbabilityMap.Isotonic];

    /// <summary>Fits.</summary>
    /// <param name="method">One of <see cref="Methods"/>.</param>
    /// <param name="answers">Probabilities that the members had not seen the truth of; two classes or more.</param>
    public static ProbabilityMap Fit(string method, ClassAnswers answers)
    {
        var some = Some(answers);
        return method switch
        {
            ProbabilityMap.Temperature => TemperatureFit.Fit(some),
            ProbabilityMap.Platt => PlattFit.Fit(some),
            ProbabilityMap.Isotonic => IsotonicFit.Fit(some),
            _ => throw new NotSupportedException($"There is no calibration '{method}'."),
        };
    }

    /// <summary>The same rows with mapped probabilities.</summary>
    public static ClassAnswers Apply(ProbabilityMap map, ClassAnswers answers)
    {
        double[] mapped = [.. answers.Probabilities];
        map.Apply(mapped, answers.Classes.Count);
        return new(answers.Classes, answers.Truth, mapped) { Positive = answers.Positive, Weights = answers.Weights };
    }

    private static ClassAnswers Some(ClassAnswers answers)
    {
        var most = Math.Min(MostRows, Math.Max(1, MostNumbers / answers.Classes.Count));
        var stride = (answers.Count + most - 1) / most;
        return stride <= 1
            ? answers
            : (ClassAnswers)answers.Take([.. Enumerable.Range(0, answers.Count / stride).Select(index => index * stride)]);
    }
}
