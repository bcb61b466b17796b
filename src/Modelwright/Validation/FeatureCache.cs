using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Runtime.Steps;
using Modelwright.Splits;

namespace Modelwright.Validation;

/// <summary>
/// Makes the features of each split once for all candidates that want the same ones, for as long as they fit the memory
/// share; the least recently used go first. Safe from several threads.
/// </summary>
internal sealed class FeatureCache(LabelledRows rows, long memoryLimit)
{
    private readonly Lazy<FeatureGround> _ground = new(() => FeatureGround.Of(rows.Schema, rows.Table, rows.Steps, rows.Target));
    private (IReadOnlyList<IFittedStep> Steps, TrainingSet Set, string Key)? _whole;
    private readonly Dictionary<(string Learner, string Variant), FeaturePlan> _plans = [];
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, Lazy<FoldFeatures> Features, long Bytes)> _recent = new();

    /// <summary>The plan of steps for a learner; looked for in the columns once a learner and variant.</summary>
    public FeaturePlan PlanFor(LearnerInfo learner, FeatureVariant variant)
    {
        lock (_lock)
        {
            if (!_plans.TryGetValue((learner.Name, variant.Name), out var plan))
            {
                plan = FeaturePlanner.Plan(_ground.Value, learner, variant);
                _plans.Add((learner.Name, variant.Name), plan);
            }

            return plan;
        }
    }

    /// <summary>The ways to make features that differ for a learner on these rows, the standard one first; those a person named where some are.</summary>
    public IReadOnlyList<FeatureVariant> VariantsFor(LearnerInfo learner) =>
        [.. (rows.Steps.Variants.Count > 0 ? rows.Steps.Variants : FeatureVariant.All).DistinctBy(variant => PlanFor(learner, variant).Key, StringComparer.Ordinal)];

    /// <summary>The features of one split.</summary>
    /// <param name="plan">Which steps.</param>
    /// <param name="split">Which rows.</param>
    /// <param name="splitKey">A text that is the same for the same split.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    public FoldFeatures Get(FeaturePlan plan, Split split, string splitKey, CancellationToken cancellation)
    {
        var key = $"{splitKey}:{plan.Key}";
        Lazy<FoldFeatures> lazy;
        lock (_lock)
        {
            var node = Find(key);
            if (node is null)
            {
                lazy = new(() => Make(plan, split, cancellation));
                _recent.AddFirst((key, lazy, 0));
            }
            else
            {
                lazy = node.Value.Features;
                _recent.Remove(node);
                _recent.AddFirst(node);
            }
        }

        try
        {
            var features = lazy.Value;
            Account(key, features);
            return features;
        }
        catch
        {
            Forget(key);
            throw;
        }
    }

    /// <summary>The features of all rows, for a fit without a test side; kept for the next learner that wants the same.</summary>
    public (IReadOnlyList<IFittedStep> Steps, TrainingSet Set, string Key) Whole(LearnerInfo learner, FeatureVariant variant, CancellationToken cancellation)
    {
        var plan = PlanFor(learner, variant);
        if (_whole is not { } whole || whole.Key != plan.Key)
        {
            var fitted = plan.Fit(rows.Table, rows.Target, rows.FitWeights, seed: 0, cancellation);
            var set = new TrainingSet(rows.Task, fitted.Training) { Target = rows.Target, Weights = rows.FitWeights };
            whole = (fitted.Steps, set, plan.Key);
            _whole = whole;
        }

        return whole;
    }

    /// <summary>Forgets all features, to give their memory back.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _recent.Clear();
            _whole = null;
        }
    }

    private FoldFeatures Make(FeaturePlan plan, Split split, CancellationToken cancellation)
    {
        var training = rows.Take(split.Training);
        var test = rows.Take(split.Test);
        var fitted = plan.Fit(training.Table, training.Target, training.FitWeights, seed: 0, cancellation);
        var testFeatures = fitted.Apply(test.Table);
        var set = new TrainingSet(rows.Task, fitted.Training)
        {
            Target = training.Target,
            Weights = training.FitWeights,
            Validation = new TrainingSet(rows.Task, testFeatures) { Target = test.Target, Weights = test.FitWeights },
        };
        return new(fitted.Steps, set, testFeatures);
    }

    private void Account(string key, FoldFeatures features)
    {
        lock (_lock)
        {
            if (Find(key) is { Value.Bytes: 0 } node)
            {
                node.Value = node.Value with { Bytes = Math.Max(1, Size(features.Training.Features) + Size(features.Test)) };
            }

            var total = _recent.Sum(entry => entry.Bytes);
            while (total > memoryLimit && _recent.Count > 1)
            {
                total -= _recent.Last!.Value.Bytes;
                _recent.RemoveLast();
            }
        }
    }

    private void Forget(string key)
    {
        lock (_lock)
        {
            if (Find(key) is { } node)
            {
                _recent.Remove(node);
            }
        }
    }

    private LinkedListNode<(string Key, Lazy<FoldFeatures> Features, long Bytes)>? Find(string key)
    {
        for (var node = _recent.First; node is not null; node = node.Next)
        {
            if (node.Value.Key == key)
            {
                return node;
            }
        }

        return null;
    }

    private static long Size(Table table) =>
        table.Columns.Sum(column => (long)column.RowCount * (column.Type == ColumnType.Category ? sizeof(int) : sizeof(double)));
}
