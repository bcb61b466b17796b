using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Profile;
using Modelwright.Quality.Sets;
using Modelwright.Search;
using Modelwright.Search.Costs;
using Modelwright.Search.Ensembles;
using Modelwright.Sources;
using Modelwright.Validation;

namespace Modelwright.Quality.Order;

/// <summary>The rows of one set on which settings are tried: a seeded sample of its training rows, in three folds.</summary>
internal sealed class PoolTrials
{
    private const int Folds = 3;

    private readonly LabelledRows _rows;
    private readonly AnswerKind _kind;
    private readonly Partition _partition;
    private readonly FeatureCache _cache;
    private readonly LabelledRows _covered;
    private readonly IMetric _metric;

    private PoolTrials(LabelledRows rows, int positive, IMetric metric)
    {
        _rows = rows;
        _metric = metric;
        _kind = AnswerKind.For(rows, positive);
        _partition = Partition.Make(PartitionChoice.Choose(rows, [], budget: null, threads: 1, Folds), rows, seed: 0);
        _cache = new(rows, 256L << 20);
        _covered = rows.AnswersOnly.Take(_partition.Covered);
    }

    /// <summary>Reads a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="mostRows">Rows at most.</param>
    public static PoolTrials Read(DataSet set, int mostRows)
    {
        var all = Table.ReadAsync(set.File).GetAwaiter().GetResult();
        int[] training = [.. Enumerable.Range(0, set.Rows).Except(set.TestRows(0))];
        var random = new Random(0);
        random.Shuffle(training);
        int[] kept = [.. training.Take(mostRows).Order()];
        var told = new Training(all.Take(kept), set.Target) { Learners = new(), Task = set.Task, Metric = set.Metric, Ignore = set.Dropped };
        var profile = Profiler.Inspect(told.Table, told.ProfileOptions, CancellationToken.None);
        var (question, rows, _, _) = Question.From(told, profile).Admit(MemoryShare.Fit(told.Table, limit: null, seed: 0));
        return new(rows, question.Positive, question.Metric);
    }

    /// <summary>Answers out of fold.</summary>
    /// <param name="entry">A setting.</param>
    /// <returns>Null where the learner has no such setting here, or cannot learn from these rows.</returns>
    public PoolTrial? Try(Pool entry)
    {
        var shape = new CostModel(_rows, Folds, 1 - (1.0 / Folds), threads: 1).ShapeFor(entry.Learner.Info);
        if (entry.Values(shape) is not { } values)
        {
            return null;
        }

        try
        {
            var limits = new FitLimits(1, TimeProvider.System, null, CancellationToken.None);
            var fit = new CrossFitter(_kind, _cache).Fit(new(entry.Learner, values, 0, 0), _partition, limits)!;
            return new(entry.Learner.Info.Name, entry.Name, fit.Seconds, fit.Predictions);
        }
        catch (Core.Errors.ModelwrightException)
        {
            return null;
        }
    }

    /// <summary>Seconds of one thread that the learner declares for a setting over all folds; 0 where it has no such setting.</summary>
    public double Declared(Pool entry)
    {
        var shape = new CostModel(_rows, Folds, 1 - (1.0 / Folds), threads: 1).ShapeFor(entry.Learner.Info);
        return entry.Values(shape) is { } values ? Folds * entry.Learner.Estimate(shape, values).Seconds : 0;
    }

    /// <summary>The loss of a greedy blend of trials on the rows that they had not seen.</summary>
    public double Loss(IReadOnlyList<PoolTrial> trials)
    {
        const int Most = 8;
        var loss = new BlendLoss(_metric);
        var weights = trials.Count == 1 ? [1] : GreedyEnsemble.Weigh([.. trials.Select(trial => trial.Answers)], numbers => _kind.Pair(_covered, numbers), loss.Of, Most);
        var blended = new double[trials[0].Answers.Length];
        for (var member = 0; member < trials.Count; member++)
        {
            for (var index = 0; weights[member] > 0 && index < blended.Length; index++)
            {
                blended[index] += weights[member] * trials[member].Answers[index];
            }
        }

        return _metric.Loss(_kind.Pair(_covered, blended));
    }

    /// <summary>The loss of some answers on those rows.</summary>
    public double LossOf(double[] answers) => _metric.Loss(_kind.Pair(_covered, answers));
}
