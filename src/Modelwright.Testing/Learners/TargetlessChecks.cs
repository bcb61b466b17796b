using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Testing.Learners;

/// <summary>What is demanded of learners of tasks without a target: that what lies apart is told apart, and what stands out is found.</summary>
internal static class TargetlessChecks
{
    private const string Clusters = "clusters";
    private static readonly int[] Counts = [2, 3, 5];

    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Fit_GroupsFarApart_AreToldApart", Groups) { Suits = task => task.IsClustering, Demanded = TakesNumbers },
        new("Fit_SeveralSettings_SameAsOneByOne", Several) { Suits = task => task.IsClustering },
        new("Fit_FewerDistinctRowsThanClusters_SoundWithAWarning", FewDistinct) { Suits = task => task.IsClustering, Demanded = TakesNumbers },
        new("Fit_OneDistinctRow_Sound", OneDistinct) { Suits = task => !task.HasTarget, Demanded = TakesNumbers },
        new("Fit_RowsFarOut_AreStrangerThanAllOthers", Outliers) { Suits = task => task.Task == LearningTask.Anomalies, Demanded = (info, expectations) => TakesNumbers(info, expectations) && !info.ReadsInOrder },
        new("Fit_ManyColumns_SoundAnswers", Wide) { Suits = task => !task.HasTarget, Demanded = TakesNumbers },
    ];

    private static bool TakesNumbers(LearnerInfo info, LearnerExpectations expectations) => RefusalChecks.TakesNumbers(info, expectations);

    private static void Groups(LearnerCase learner)
    {
        var data = Data(learner, 240, (row, column, random) => (row % 3 == column ? 10 : 0) + (0.5 * random.Normal()));
        var form = Expect.Form<IAssignsClusters>(learner.Fit(data, WithClusters(learner, data, 3)).Form);
        var (clusters, distances, doubts) = Assign(form, data.Features);
        Expect.That(form.Clusters == 3, $"expected 3 clusters, got {form.Clusters}");
        for (var group = 0; group < 3; group++)
        {
            int[] own = [.. Enumerable.Range(0, 80).Select(place => clusters[(3 * place) + group]).Where(cluster => cluster >= 0)];
            Expect.That(own.Length >= 72 && own.Distinct().Count() == 1, $"expected the rows of group {group} to be in one cluster, got {string.Join(", ", own.CountBy(cluster => cluster))}");
        }

        Expect.That(distances.Average() is > 0.3 and < 3, $"expected distances of about 1 for rows of training, got a mean of {Expect.Text(distances.Average())}");
        Expect.That(doubts.Average() < 0.5, $"expected little doubt where groups lie far apart, got a mean of {Expect.Text(doubts.Average())}");
        var far = Assign(form, new([.. data.Features.Columns.Select(column => new NumberColumn(column.Name, [500.0]))]));
        Expect.That(far.Distances[0] > 5, $"expected a row far from all to be far, got a distance of {Expect.Text(far.Distances[0])}");
    }

    private static void Several(LearnerCase learner)
    {
        if (learner.Learner is not IFitsSeveral several)
        {
            return;
        }

        var data = learner.Line();
        ParameterValues[] settings = [.. Counts.Select(count => WithClusters(learner, data, count))];
        var together = several.FitSeveral(data, settings, new FitContext { Seed = 7 });
        for (var place = 0; place < settings.Length; place++)
        {
            Expect.SameBits(learner.Answers(learner.Fit(data, settings[place]).Form, data.Features), learner.Answers(together[place].Form, data.Features), $"setting {settings[place]} fitted with others");
        }
    }

    private static void FewDistinct(LearnerCase learner)
    {
        var data = Data(learner, 60, (row, _, _) => row % 2);
        var fitted = learner.Fit(data, WithClusters(learner, data, 5));
        Expect.Sound(learner.Answers(fitted.Form, data.Features), learner.Task);
        Expect.That(Expect.Form<IAssignsClusters>(fitted.Form).Clusters <= 2, "expected no more clusters than distinct rows");
        Expect.That(fitted.Report.Warnings.Count > 0, "expected a warning that there are fewer clusters than asked for");
    }

    private static void OneDistinct(LearnerCase learner)
    {
        var data = Data(learner, 40, (_, _, _) => 3);
        learner.FitsSoundly(data);
    }

    private static void Outliers(LearnerCase learner)
    {
        var data = Data(learner, 300, (row, _, random) => row % 100 == 7 ? 12 + random.Normal() : random.Normal());
        var scores = learner.FitAndAnswer(data, data.Features);
        var least = Enumerable.Range(0, 300).Where(row => row % 100 == 7).Min(row => scores[row]);
        var above = Enumerable.Range(0, 300).Count(row => row % 100 != 7 && scores[row] >= least);
        Expect.That(above == 0, $"expected the 3 rows that lie far out to be the strangest, but {above} others are as strange");
    }

    private static void Wide(LearnerCase learner)
    {
        var random = new ToyRandom(13);
        Column[] columns = [.. Enumerable.Range(0, 600).Select(column => new NumberColumn($"c{column}", [.. Enumerable.Range(0, 50).Select(_ => random.Normal())]))];
        learner.FitsSoundly(new TrainingSet(learner.Task.Task, new Table(columns)));
    }

    private static TrainingSet Data(LearnerCase learner, int rows, Func<int, int, ToyRandom, double> value)
    {
        var random = new ToyRandom(11);
        var values = new double[3][];
        for (var column = 0; column < 3; column++)
        {
            values[column] = [.. Enumerable.Range(0, rows).Select(row => value(row, column, random))];
        }

        return new(learner.Task.Task, new Table([new NumberColumn("a", values[0]), new NumberColumn("b", values[1]), new NumberColumn("c", values[2])]));
    }

    private static ParameterValues WithClusters(LearnerCase learner, TrainingSet data, int count) => learner.Recommended(data).With(Clusters, count);

    private static (int[] Clusters, double[] Distances, double[] Doubts) Assign(IAssignsClusters form, Table rows)
    {
        var answers = (new int[rows.RowCount], new double[rows.RowCount], new double[rows.RowCount]);
        form.Assign(rows, answers.Item1, answers.Item2, answers.Item3);
        return answers;
    }
}
