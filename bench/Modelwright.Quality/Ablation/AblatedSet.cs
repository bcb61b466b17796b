using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Measures;
using Modelwright.Profile;
using Modelwright.Quality.Comparison;
using Modelwright.Quality.Sets;
using Modelwright.Search;
using Modelwright.Search.Costs;
using Modelwright.Sources;
using Modelwright.Validation;

namespace Modelwright.Quality.Ablation;

/// <summary>The training rows of one set, on which ways to make features are compared out of fold.</summary>
internal sealed class AblatedSet
{
    private const int Folds = 5;

    private readonly LabelledRows _rows;
    private readonly IMetric _metric;
    private readonly AnswerKind _kind;
    private readonly FeatureCache _cache;
    private readonly Partition _partition;

    private AblatedSet(LabelledRows rows, Question question)
    {
        (_rows, _metric, _kind) = (rows, question.Metric, AnswerKind.For(rows, question.Positive));
        _cache = new(rows, memoryLimit: 0);
        _partition = Partition.Make(PartitionChoice.Choose(rows, [], budget: null, SearchOptions.UsualThreads, Folds), rows, seed: 0);
    }

    /// <summary>Reads the training rows of a repeat as a training run does; the test rows are never looked at.</summary>
    /// <param name="set">The set.</param>
    /// <param name="repeat">Which split.</param>
    /// <param name="most">Rows that are drawn where there are more.</param>
    /// <param name="learners">All learners.</param>
    public static async Task<AblatedSet> ReadAsync(DataSet set, int repeat, int most, LearnerCatalog learners)
    {
        var source = await SourceTable.ReadAsync(set.File).ConfigureAwait(false);
        int[] training = [.. Enumerable.Range(0, source.Table.RowCount).Except(set.TestRows(repeat)).Order()];
        var rows = source.Table.Without(set.Dropped).Take(RowSample.Draw(training.Length, Math.Min(most, training.Length), seed: 0).Select(place => training[place]).ToArray());
        var told = new Training(rows, set.Target) { Learners = learners, Task = set.Task, Metric = set.Metric };
        var asked = Question.From(told, Profiler.Inspect(rows, new() { Target = set.Target, Task = set.Task, Source = source.Report }));
        var (question, admitted, _, _) = asked.Admit(MemoryShare.Fit(rows, limit: null, seed: 0));
        return new(admitted, question);
    }

    /// <summary>The ways that differ for a learner here, the standard one first.</summary>
    public IReadOnlyList<FeatureVariant> Variants(ILearner learner) => _cache.VariantsFor(learner.Info);

    /// <summary>The out-of-fold error of a learner's first setting on features made one way, and the seconds it took.</summary>
    /// <remarks>1 - ROC AUC, log loss or RMSE.</remarks>
    public (double Error, double Seconds) Measure(ILearner learner, FeatureVariant variant, int setting)
    {
        var costs = new CostModel(_rows, Folds, 1 - (1.0 / Folds), SearchOptions.UsualThreads);
        var recommended = learner.Recommend(costs.ShapeFor(learner.Info));
        var candidate = new Candidate(learner, recommended[Math.Min(setting, recommended.Count - 1)], Seed: 0, PartitionSeed: 0) { Features = variant };
        var fits = new CrossFitter(_kind, _cache).Fit(candidate, _partition, new(SearchOptions.UsualThreads, TimeProvider.System, Deadline: null, CancellationToken.None))!;
        var score = _metric.Score(_kind.Pair(_rows.AnswersOnly.Take(_partition.Covered), fits.Predictions));
        return (SetFigures.Error(_metric.Info.Name, score), fits.Seconds);
    }
}
