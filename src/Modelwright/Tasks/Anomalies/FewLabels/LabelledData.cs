using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Labelled;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>The labelled rows as classifiers see them, the strange ones first: the columns as a learner takes them, and the surprises of the detectors.</summary>
/// <param name="labels">What is known.</param>
/// <param name="features">The labelled rows for a learner; asked once a learner.</param>
internal sealed class LabelledData(LabelledRowNumbers labels, Func<ILearner, Table> features)
{
    private readonly CategoryColumn _target = new("label", [LabelledAnomalyForm.Usual, LabelledAnomalyForm.Strange], [.. labels.Strange.Select(_ => 1), .. labels.Usual.Select(_ => 0)]);
    private readonly Dictionary<string, Table> _features = new(StringComparer.Ordinal);

    /// <summary>Number of strange rows, which come first.</summary>
    public int Strange => labels.Strange.Count;

    /// <summary>Number of usual rows.</summary>
    public int Usual => labels.Usual.Count;

    /// <summary>All of them, for a fit.</summary>
    public TrainingSet For(ILearner learner) => new(LearningTask.Classification, Features(learner)) { Target = _target };

    /// <summary>Some of them.</summary>
    public TrainingSet For(ILearner learner, int[] rows) => new(LearningTask.Classification, Features(learner).Take(rows)) { Target = _target.Take(rows) };

    /// <summary>What a learner may know before a fit.</summary>
    public DataShape Shape(ILearner learner)
    {
        var table = Features(learner);
        var numbers = table.Columns.Count(column => column.Type == ColumnType.Number);
        return new(LearningTask.Classification, table.RowCount, numbers, table.Columns.Count - numbers, 2);
    }

    private Table Features(ILearner learner)
    {
        if (!_features.TryGetValue(learner.Info.Name, out var known))
        {
            _features[learner.Info.Name] = known = features(learner);
        }

        return known;
    }
}
