using Modelwright.Measures;

namespace Modelwright.Validation.Slices;

/// <summary>How wrong the answer to each row is, so that rows can be compared.</summary>
internal static class RowLosses
{
    private const double LeastProbability = 1e-6;

    /// <summary>One loss a row: minus the logarithm of the probability of the true class, or the absolute error.</summary>
    public static double[] Of(Answers answers) => answers switch
    {
        ClassAnswers classes => [.. Enumerable.Range(0, classes.Count).Select(row =>
            -Math.Log(Math.Max(LeastProbability, classes.Probabilities[(row * classes.Classes.Count) + classes.Truth[row]])))],
        NumberAnswers numbers => [.. Enumerable.Range(0, numbers.Count).Select(row => Math.Abs(numbers.Truth[row] - numbers.Predicted[row]))],
        _ => throw new NotSupportedException($"No loss a row is known for '{answers.GetType().Name}'."),
    };
}
