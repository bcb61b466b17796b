using Modelwright.Core.Learning;

namespace Modelwright.Measures.Classes;

/// <summary>The mean precision over the rows of the class, going down the ranking.</summary>
internal sealed class PrAuc : RankMetric
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "pr_auc",
        Title = "PR AUC",
        Task = LearningTask.Classification,
        HigherIsBetter = true,
        Minimum = 0,
        Maximum = 1,
        Constant = Prevalence,
        ConstantMeaning = "the share of the positive class; with more than two classes the mean share of the classes that occur",
        Meaning = "Average precision: the precision at the probability of each row of the positive class, averaged over those rows. With more than two classes the plain mean over the classes that occur, each against the rest.",
        Undefined = "all rows are of one class",
        NeedsTwoClasses = true,
        ReadsProbabilities = true,
        IsProper = false,
        Source = "scikit-learn, average_precision_score with average 'macro'",
    };

    /// <inheritdoc/>
    protected override double Value(Ranking ranking)
    {
        var inside = ranking.Inside;
        var outside = ranking.Outside;
        var sum = 0.0;
        for (var place = 0; place < ranking.Count;)
        {
            var ties = ranking.Ties(place);
            sum += ties.Inside > 0 ? ties.Inside * inside / (inside + outside) : 0;
            inside -= ties.Inside;
            outside -= ties.Outside;
            place = ties.End;
        }

        return sum / ranking.Inside;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A row adds its own precision if it is of the class, and moves the precision of every row of the class that ranks no
    /// higher: up by 1 / reach if it is of the class, and down by precision / reach in any case.
    /// </remarks>
    protected override void Slopes(Ranking ranking, double value, Span<double> slopes)
    {
        var inside = ranking.Inside;
        var outside = ranking.Outside;
        var up = 0.0;
        var down = 0.0;
        for (var place = 0; place < ranking.Count;)
        {
            var ties = ranking.Ties(place);
            var reach = inside + outside;
            var precision = inside / reach;
            up += ties.Inside > 0 ? ties.Inside / reach : 0;
            down += ties.Inside > 0 ? ties.Inside * precision / reach : 0;
            for (; place < ties.End; place++)
            {
                var row = ranking.Row(place);
                slopes[row] += ((ranking.IsInside(row) ? precision + up - value : 0) - down) / ranking.Inside;
            }

            inside -= ties.Inside;
            outside -= ties.Outside;
        }
    }

    private static double Prevalence(Answers answers)
    {
        var shares = ClassShares.Of(answers);
        return shares.Present < 2 ? double.NaN : shares.Positive >= 0 ? shares.Shares[shares.Positive] : 1.0 / shares.Present;
    }
}
