using Modelwright.Measures;
using Modelwright.Measures.Comparing;

namespace Modelwright.Stress.Slices;

/// <summary>What each row costs, with bounds, so that a few rows that are far off do not decide on all; and what the model expects itself.</summary>
/// <param name="Losses">
/// One a row: the squared distance of probabilities where the metric is the Brier score, else the log loss with no probability below 1 %;
/// for numbers the distance from the truth, at most ten times the middle one.
/// </param>
/// <param name="Expected">The mean of that loss were the probabilities of the model true; null for numbers, of which it says none.</param>
internal sealed record RowCosts(double[] Losses, double[]? Expected)
{
    /// <summary>Log loss of a row is at most 4.6, so that one row that is sure and wrong weighs as much as a handful.</summary>
    private const double LeastProbability = 0.01;

    private const double MostOfTheMiddle = 10;

    /// <summary>Looks at answers.</summary>
    /// <param name="metric">What the model is to be good at.</param>
    /// <param name="answers">Answers with their truth.</param>
    public static RowCosts Of(IMetric metric, Answers answers)
    {
        if (answers is not ClassAnswers classes)
        {
            return new(Bounded(RowLosses.Of("absolute_error", answers)), null);
        }

        var loss = RowLosses.For(metric.Info);
        return new(RowLosses.Of(loss, classes, LeastProbability), [.. Enumerable.Range(0, classes.Count).Select(row => Expectation(loss, classes.Probabilities.AsSpan(row * classes.Classes.Count, classes.Classes.Count)))]);
    }

    private static double[] Bounded(double[] losses)
    {
        var middle = losses.Order().ElementAtOrDefault(losses.Length / 2);
        return middle > 0 ? Array.ConvertAll(losses, loss => Math.Min(loss, MostOfTheMiddle * middle)) : losses;
    }

    private static double Expectation(string loss, ReadOnlySpan<double> probabilities)
    {
        var (squares, surprise) = (0.0, 0.0);
        foreach (var probability in probabilities)
        {
            squares += probability * probability;
            surprise -= probability * Math.Log(Math.Max(LeastProbability, probability));
        }

        // With two classes the Brier score looks at one of them.
        return loss == "brier" ? (1 - squares) / (probabilities.Length == 2 ? 2 : 1) : surprise;
    }
}
