using Modelwright.Core.Learning;

namespace Modelwright.Measures.Classes;

/// <summary>The chance that a row of the class ranks above one that is not.</summary>
internal sealed class RocAuc : RankMetric
{
    /// <inheritdoc/>
    public override MetricInfo Info { get; } = new()
    {
        Name = "roc_auc",
        Title = "ROC AUC",
        Task = LearningTask.Classification,
        HigherIsBetter = true,
        Minimum = 0,
        Maximum = 1,
        Constant = answers => ClassShares.Of(answers).Present > 1 ? 0.5 : double.NaN,
        ConstantMeaning = "0.5",
        Meaning = "The chance that a row of the positive class has a higher probability of it than another row; equals count half. With more than two classes the plain mean over the classes that occur, each against the rest.",
        Undefined = "all rows are of one class",
        NeedsTwoClasses = true,
        ReadsProbabilities = true,
        IsProper = false,
        Source = "Hanley & McNeil 1982, interval as DeLong et al. 1988; scikit-learn, roc_auc_score with multi_class 'ovr' and average 'macro'",
    };

    /// <inheritdoc/>
    protected override double Value(Ranking ranking)
    {
        var below = 0.0;
        var won = 0.0;
        for (var place = 0; place < ranking.Count;)
        {
            var (end, inside, outside) = ranking.Ties(place);
            won += inside * (below + (outside / 2));
            below += outside;
            place = end;
        }

        return won / (ranking.Inside * ranking.Outside);
    }

    /// <inheritdoc/>
    protected override void Slopes(Ranking ranking, double value, Span<double> slopes)
    {
        var insideBelow = 0.0;
        var outsideBelow = 0.0;
        for (var place = 0; place < ranking.Count;)
        {
            var (end, inside, outside) = ranking.Ties(place);
            var wins = (outsideBelow + (outside / 2)) / ranking.Outside;
            var losses = (ranking.Inside - insideBelow - (inside / 2)) / ranking.Inside;
            for (; place < end; place++)
            {
                var row = ranking.Row(place);
                slopes[row] += ranking.IsInside(row) ? (wins - value) / ranking.Inside : (losses - value) / ranking.Outside;
            }

            insideBelow += inside;
            outsideBelow += outside;
        }
    }
}
