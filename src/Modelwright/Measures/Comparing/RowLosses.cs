namespace Modelwright.Measures.Comparing;

/// <summary>What each row costs: by the probability of the true class, or by the distance from the true number.</summary>
internal static class RowLosses
{
    private const double Smallest = 1e-15;
    private static readonly string[] OfDistance = ["mae", "mape", "median_absolute_error"];

    /// <summary>The loss that goes with a metric.</summary>
    /// <param name="metric">What the models are to be good at.</param>
    /// <returns>Its name: 'log_loss' or 'brier' for classes, 'squared_error' or 'absolute_error' for numbers.</returns>
    public static string For(MetricInfo metric) => metric.Task.AnswersClasses
        ? (metric.Name == "brier" ? "brier" : "log_loss")
        : (OfDistance.Contains(metric.Name) ? "absolute_error" : "squared_error");

    /// <summary>The loss of each row.</summary>
    /// <param name="loss">A name that <see cref="For"/> gave.</param>
    /// <param name="answers">Answers with their truth.</param>
    /// <param name="smallest">A probability below it costs no more than it does; the larger, the less a single row can count.</param>
    public static double[] Of(string loss, Answers answers, double smallest = Smallest) => answers is ClassAnswers classes
        ? [.. Enumerable.Range(0, classes.Count).Select(row => loss == "brier" ? Brier(classes, row) : -Math.Log(Math.Max(smallest, Said(classes, row, classes.Truth[row]))))]
        : Distances(loss, (NumberAnswers)answers);

    private static double Said(ClassAnswers answers, int row, int place) => answers.Probabilities[(row * answers.Classes.Count) + place];

    private static double Brier(ClassAnswers answers, int row)
    {
        var sum = 0.0;
        for (var place = 0; place < answers.Classes.Count; place++)
        {
            var away = Said(answers, row, place) - (answers.Truth[row] == place ? 1 : 0);
            sum += away * away;
        }

        // With two classes the metric looks at one of them.
        return answers.Classes.Count == 2 ? sum / 2 : sum;
    }

    private static double[] Distances(string loss, NumberAnswers answers)
    {
        var losses = new double[answers.Count];
        for (var row = 0; row < losses.Length; row++)
        {
            var away = answers.Truth[row] - answers.Predicted[row];
            losses[row] = Math.Min(double.MaxValue / 1e6, loss == "absolute_error" ? Math.Abs(away) : away * away);
        }

        return losses;
    }
}
