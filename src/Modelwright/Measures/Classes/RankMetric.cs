using Modelwright.Measures.Intervals;

namespace Modelwright.Measures.Classes;

/// <summary>
/// A metric of how the rows of a class rank by its probability: of two classes that of the positive one; of more the plain
/// mean over the classes that occur, each against the rest.
/// </summary>
internal abstract class RankMetric : Metric<ClassAnswers>
{
    /// <inheritdoc/>
    protected override IntervalScale Scale => IntervalScale.LogOdds;

    /// <inheritdoc/>
    protected internal sealed override double Value(ClassAnswers answers)
    {
        var sum = 0.0;
        var defined = 0;
        foreach (var column in Columns(answers))
        {
            using var ranking = Ranking.Of(answers, column);
            if (ranking.IsDefined)
            {
                sum += Value(ranking);
                defined++;
            }
        }

        return defined == 0 ? double.NaN : sum / defined;
    }

    /// <inheritdoc/>
    protected internal sealed override void Slopes(ClassAnswers answers, double value, Span<double> slopes)
    {
        var defined = 0;
        foreach (var column in Columns(answers))
        {
            using var ranking = Ranking.Of(answers, column);
            if (ranking.IsDefined)
            {
                Slopes(ranking, Value(ranking), slopes);
                defined++;
            }
        }

        for (var row = 0; row < slopes.Length; row++)
        {
            slopes[row] /= defined;
        }
    }

    /// <inheritdoc/>
    protected sealed override double Support(ClassAnswers answers, int rows)
    {
        var shares = ClassShares.Of(answers).Shares;
        return rows * shares.Where(share => share > 0).Min();
    }

    /// <summary>The score of one class against the rest.</summary>
    /// <param name="ranking">The rows in ascending order; both sides occur.</param>
    protected abstract double Value(Ranking ranking);

    /// <summary>Adds the derivative of the score by the weight of each row.</summary>
    /// <param name="ranking">The rows in ascending order; both sides occur.</param>
    /// <param name="value">Its score.</param>
    /// <param name="slopes">One a row.</param>
    protected abstract void Slopes(Ranking ranking, double value, Span<double> slopes);

    private static IEnumerable<int> Columns(ClassAnswers answers) =>
        answers.Classes.Count == 2 ? [answers.Positive] : Enumerable.Range(0, answers.Classes.Count);
}
