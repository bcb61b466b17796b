using Modelwright.Measures;
using Modelwright.Measures.Comparing;

namespace Modelwright.Stress.Fairness;

/// <summary>What is looked at in each row, by the kind of answers.</summary>
internal static class RowFigures
{
    /// <summary>Classes whose errors are looked at one by one, where there are more than two.</summary>
    private const int MostClasses = 12;

    /// <summary>All figures, in the order in which reports show them.</summary>
    public static RowFigure[] Of(Answers answers) => answers switch
    {
        ClassAnswers { Classes.Count: 2 } two => [.. Two(two)],
        ClassAnswers more => [.. More(more)],
        NumberAnswers numbers => [.. Numbers(numbers)],
        _ => [],
    };

    private static IEnumerable<RowFigure> Two(ClassAnswers answers)
    {
        var name = answers.Classes[answers.Positive];
        bool IsSaid(int row) => answers.Answered(row) == answers.Positive;
        bool IsTrue(int row) => answers.Truth[row] == answers.Positive;
        double Probability(int row) => answers.Probabilities[(row * 2) + answers.Positive];
        yield return Each(answers, "selection_rate", $"share answered '{name}'", FigureScale.Share, row => Share(IsSaid(row)));
        yield return Each(answers, "true_positive_rate", $"share of the true '{name}' that is answered so", FigureScale.Share, row => IsTrue(row) ? Share(IsSaid(row)) : double.NaN);
        yield return Each(answers, "false_positive_rate", $"share of the others that is answered '{name}'", FigureScale.Share, row => IsTrue(row) ? double.NaN : Share(IsSaid(row)));
        yield return Each(answers, "precision", $"share of those answered '{name}' that is so", FigureScale.Share, row => IsSaid(row) ? Share(IsTrue(row)) : double.NaN);
        yield return Each(answers, "mean_predicted", $"mean probability of '{name}'", FigureScale.Share, Probability);
        yield return Each(answers, "observed", $"share that is '{name}'", FigureScale.Share, row => Share(IsTrue(row)));
        yield return Each(answers, "calibration", $"mean probability of '{name}' less the share that is so", FigureScale.Number, row => Probability(row) - Share(IsTrue(row)));
        yield return Each(answers, "error", "share of wrong answers", FigureScale.Share, row => Share(IsSaid(row) != IsTrue(row)));
        yield return new("log_loss", "log loss", RowLosses.Of("log_loss", answers), FigureScale.Loss);
        yield return new("brier", "Brier score", RowLosses.Of("brier", answers), FigureScale.Loss);
    }

    private static IEnumerable<RowFigure> More(ClassAnswers answers)
    {
        yield return Each(answers, "error", "share of wrong answers", FigureScale.Share, row => Share(answers.Answered(row) != answers.Truth[row]));
        for (var place = 0; place < Math.Min(MostClasses, answers.Classes.Count); place++)
        {
            var one = place;
            var name = answers.Classes[place];
            yield return Each(answers, $"error of {name}", $"share of wrong answers among the true '{name}'", FigureScale.Share, row => answers.Truth[row] == one ? Share(answers.Answered(row) != one) : double.NaN);
        }

        yield return new("log_loss", "log loss", RowLosses.Of("log_loss", answers), FigureScale.Loss);
    }

    private static IEnumerable<RowFigure> Numbers(NumberAnswers answers)
    {
        yield return new("mean_predicted", "mean answer", answers.Predicted, FigureScale.Number);
        yield return new("observed", "mean truth", answers.Truth, FigureScale.Number);
        yield return Each(answers, "residual", "mean answer less the mean truth", FigureScale.Number, row => answers.Predicted[row] - answers.Truth[row]);
        yield return new("rmse", "root mean squared error", RowLosses.Of("squared_error", answers), FigureScale.Root);
    }

    private static double Share(bool isSo) => isSo ? 1 : 0;

    private static RowFigure Each(Answers answers, string name, string title, FigureScale scale, Func<int, double> value) =>
        new(name, title, [.. Enumerable.Range(0, answers.Count).Select(value)], scale);
}
