using Modelwright.Measures;
using Modelwright.Validation;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>Which of the tried learners are averaged: the best, and those that are not worse by more than its standard error.</summary>
/// <param name="Trials">All that were tried, best first.</param>
/// <param name="Chosen">The chosen ones; one to three, each of the same weight.</param>
internal sealed record LabelledChoice(IReadOnlyList<LabelledTrial> Trials, IReadOnlyList<LabelledTrial> Chosen)
{
    private const int MostMembers = 3;
    private static readonly string[] Classes = ["usual", "anomaly"];

    /// <summary>Chooses by all parts.</summary>
    public static LabelledChoice Of(IReadOnlyList<LabelledTrial> trials)
    {
        var best = Ordered(trials, _ => true);
        return new(best, Best(best, _ => true));
    }

    /// <summary>
    /// How the labelled rows are scored by what had not seen them: of the first deal, each part by fits without it, of learners that were
    /// chosen without it too.
    /// </summary>
    /// <param name="rows">Number of labelled rows.</param>
    public double[] Unseen(int rows)
    {
        var scores = new double[rows];
        foreach (var part in Trials[0].Parts.Where(part => part.Deal == 0))
        {
            var chosen = Best(Trials, other => other.Deal == 0 && other.Part != part.Part);
            foreach (var one in chosen.Select(trial => trial.Parts.First(own => own.Deal == 0 && own.Part == part.Part)))
            {
                for (var place = 0; place < one.Rows.Length; place++)
                {
                    scores[one.Rows[place]] += one.Scores[place] / chosen.Count;
                }
            }
        }

        return scores;
    }

    /// <summary>Area under the ROC curve of scores of labelled rows, the strange ones first.</summary>
    /// <param name="scores">From 0 to 1, one a row.</param>
    /// <param name="strange">Number of strange rows.</param>
    /// <param name="model">Whose scores they are.</param>
    /// <param name="data">How they came about.</param>
    public static Recording.Figure RocAuc(double[] scores, int strange, string model, string data)
    {
        var metric = BuiltInMetrics.Get("roc_auc");
        var answers = new ClassAnswers(Classes, [.. scores.Select((_, row) => row < strange ? 1 : 0)], [.. scores.SelectMany(score => new[] { 1 - score, score })]);
        return Figures.Of(metric.Info, metric.Estimate(answers), model, data);
    }

    private static LabelledTrial[] Ordered(IReadOnlyList<LabelledTrial> trials, Func<LabelledPart, bool> counts) => [.. trials.OrderByDescending(trial => trial.Score(counts).Mean)];

    private static IReadOnlyList<LabelledTrial> Best(IReadOnlyList<LabelledTrial> trials, Func<LabelledPart, bool> counts)
    {
        var ordered = Ordered(trials, counts);
        var (mean, error) = ordered[0].Score(counts);
        return [.. ordered.Where(trial => trial.Score(counts).Mean >= mean - error).Take(MostMembers)];
    }
}
