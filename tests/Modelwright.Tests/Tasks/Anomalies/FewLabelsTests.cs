using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Tasks.Anomalies.FewLabels;

namespace Modelwright.Tests.Tasks.Anomalies;

public sealed class FewLabelsTests
{
    private static readonly ILearner[] Two = [.. BuiltInLearners.All.Where(learner => learner.Info.Name is "extra_trees" or "linear")];

    /// <summary>The last 60 rows lie where x0 is above 2, inside the cloud for a detector; ten labelled ones tell.</summary>
    [Fact]
    public void Fit_TenAnomaliesKnown_OthersAreFound()
    {
        var (features, detectors) = Cloud();
        var found = FewLabelsFit.Fit(features, detectors, new([.. Enumerable.Range(940, 10)], [.. Enumerable.Range(0, 100)]), Two, new() { Seed = 1 });
        Assert.InRange(Area(found.Form, features), 0.98, 1);
        Assert.InRange(Area(detectors, features), 0.3, 0.95);
        Assert.InRange(found.Choice.Chosen.Count, 1, 2);
        Assert.True(found.Choice.Trials[0].Score(_ => true).Mean >= found.Choice.Trials[1].Score(_ => true).Mean);
    }

    [Fact]
    public void Fit_EightThreads_SameBitsAsOne()
    {
        var (features, detectors) = Cloud();
        double[] Scores(int threads)
        {
            var scores = new double[1000];
            FewLabelsFit.Fit(features, detectors, new([940, 941, 942, 943], [1, 2, 3, 4, 5]), Two, new() { Seed = 4, Threads = threads }).Form.Score(features, scores);
            return scores;
        }

        Assert.Equal(Scores(1), Scores(8));
    }

    [Fact]
    public void Fit_LabelsNotSound_SaysAll()
    {
        var (features, detectors) = Cloud();
        var error = Assert.Throws<DataException>(() => FewLabelsFit.Fit(features, detectors, new([5, 1000], [5]), Two, new()));
        Assert.Equal("There are 2 rows labelled as anomalies and 1 as usual; 3 of each are needed. Label more, or train without labels.\nRow 1001 is labelled, but the table has 1000 rows. Name rows of the table.\nRow 6 is labelled twice. Label each row once.", error.Message);
    }

    [Fact]
    public void Fit_NoLearnerThatCan_SaysWhich()
    {
        var (features, detectors) = Cloud();
        ILearner[] none = [.. BuiltInLearners.All.Where(learner => learner.Info.IsBaseline || learner.Info.StoresRows)];
        var error = Assert.Throws<OptionsException>(() => FewLabelsFit.Fit(features, detectors, new([1, 2, 3], [4, 5, 6]), none, new()));
        Assert.Equal("No learner can tell labelled rows apart by numbers without holding them. Give one that does classification, such as a forest, or train without labels.", error.Message);
    }

    private static (Table Features, AnomalyBlendForm Detectors) Cloud()
    {
        var random = new Random(2);
        double[][] values = [.. Enumerable.Range(0, 3).Select(_ => new double[1000])];
        for (var row = 0; row < 1000; row++)
        {
            values[0][row] = row < 940 ? 2 * random.NextDouble() : 2.05 + (0.2 * random.NextDouble());
            values[1][row] = 6 * (random.NextDouble() - 0.5);
            values[2][row] = 6 * (random.NextDouble() - 0.5);
        }

        var features = new Table([.. values.Select((column, place) => new NumberColumn($"x{place}", column))]);
        var form = BuiltInLearners.All.Single(learner => learner.Info.Name == "isolation_forest").Fit(new(LearningTask.Anomalies, features), ParameterValues.Default, new() { Seed = 1 }).Form;
        var scores = new double[1000];
        ((IScoresAnomalies)form).Score(features, scores);
        return (features, new([form], [1], [SurpriseScale.Of(scores)]));
    }

    /// <summary>On rows that have no label.</summary>
    private static double Area(IScoresAnomalies form, Table features)
    {
        var scores = new double[1000];
        form.Score(features, scores);
        return scores[950..].Average(one => scores[100..940].Average(other => one > other ? 1.0 : one == other ? 0.5 : 0));
    }
}
