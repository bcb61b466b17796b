using Modelwright.Measures.Classes;

namespace Modelwright.Measures.Curves;

/// <summary>
/// One walk down the rows, the most probable first: the points of the ROC, precision-recall and gain curves. Rows of one
/// probability are taken together. Weighted.
/// </summary>
internal static class RankedCurve
{
    private const double Step = 1.0 / 150;

    /// <summary>The points from "none" to "all", thinned to those that the eye can tell apart: at most about 600 of any number of rows.</summary>
    /// <param name="answers">The rows.</param>
    /// <param name="column">The class.</param>
    /// <returns>Points in the order of the walk; empty where all rows are of the class, or none.</returns>
    public static IReadOnlyList<RankedPoint> Of(ClassAnswers answers, int column)
    {
        using var ranking = Ranking.Of(answers, column);
        if (!ranking.IsDefined)
        {
            return [];
        }

        var all = Walk(answers, column, ranking);
        var kept = new List<RankedPoint> { all[0] };
        foreach (var point in all.Skip(1).SkipLast(1))
        {
            if (IsApart(kept[^1], point))
            {
                kept.Add(point);
            }
        }

        kept.Add(all[^1]);
        return kept;
    }

    // The ranking ascends; what is above a place is what the places below leave over.
    private static List<RankedPoint> Walk(ClassAnswers answers, int column, Ranking ranking)
    {
        var (inside, outside) = (ranking.Inside, ranking.Outside);
        var points = new List<RankedPoint>();
        for (var start = 0; start < ranking.Count;)
        {
            var probability = answers.Probabilities[(ranking.Row(start) * answers.Classes.Count) + column];
            points.Add(Point(ranking, probability, inside, outside));
            var ties = ranking.Ties(start);
            (start, inside, outside) = (ties.End, inside - ties.Inside, outside - ties.Outside);
        }

        points.Add(new(double.PositiveInfinity, 0, 0, 0, 1));
        points.Reverse();
        return points;
    }

    private static RankedPoint Point(Ranking ranking, double probability, double inside, double outside)
    {
        var taken = inside + outside;
        return new(
            probability,
            taken / (ranking.Inside + ranking.Outside),
            inside / ranking.Inside,
            outside / ranking.Outside,
            taken > 0 ? Math.Clamp(inside / taken, 0, 1) : 1);
    }

    private static bool IsApart(RankedPoint one, RankedPoint other) =>
        other.Found - one.Found >= Step || other.FalseAlarms - one.FalseAlarms >= Step
        || other.Taken - one.Taken >= Step || Math.Abs(other.Precision - one.Precision) >= 0.02;
}
