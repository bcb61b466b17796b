using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Validation;

namespace Modelwright.Search.Costs;

/// <summary>Expects the seconds of a trial: what the learner declares, corrected by what its earlier trials took.</summary>
internal sealed class CostModel(LabelledRows rows, int splits, double trainingShare, int threads)
{
    /// <summary>Trials whose forms are to be held side by side at the least.</summary>
    private const double FewestHeld = 2;

    private readonly Dictionary<string, double> _factors = new(StringComparer.Ordinal);

    /// <summary>The shape a learner will see after steps, as far as the schema tells it.</summary>
    public DataShape ShapeFor(LearnerInfo learner)
    {
        var features = rows.Schema.Features.ToArray();
        var takesCategories = learner.Takes.Contains(ColumnType.Category);
        var numbers = features.Sum(column => column.Type switch
        {
            ColumnType.Number => 1,
            ColumnType.Time => 5,
            ColumnType.Text => 200,
            _ => takesCategories ? 0 : Math.Clamp(column.Levels.Count, 1, 12),
        });
        var categories = takesCategories ? features.Count(column => column.Type == ColumnType.Category) : 0;
        var outputs = rows.Target is CategoryColumn classes ? classes.Levels.Count : rows.Target is null ? 0 : 1;
        return new(rows.Task, (int)(rows.Table.RowCount * trainingShare), numbers, categories, outputs);
    }

    /// <summary>The shape with the seconds and bytes that a fit may take when a search has some of both in all.</summary>
    public DataShape LimitedShapeFor(LearnerInfo learner, double searchSeconds, double formBytes) => ShapeFor(learner) with
    {
        Seconds = TrialTime.Planned(learner) * searchSeconds * Math.Min(threads, splits > 1 ? splits : threads) / splits,
        Bytes = formBytes / splits / FewestHeld,
    };

    /// <summary>Bytes that a trial takes while its splits are fitted side by side.</summary>
    public double Bytes(ILearner learner, ParameterValues values) =>
        learner.Estimate(ShapeFor(learner.Info), values).Bytes * (double)Math.Min(threads, splits);

    /// <summary>Wall-clock seconds of a trial over all splits.</summary>
    public double Expect(ILearner learner, ParameterValues values)
    {
        var shape = ShapeFor(learner.Info);
        var cost = learner.Estimate(shape, values);
        return OverSplits(cost.Seconds + (cost.RowSeconds * TestRows(shape))) * _factors.GetValueOrDefault(learner.Info.Name, 1);
    }

    /// <summary>Wall-clock seconds of a trial at least, however soon its deadline comes.</summary>
    public double Least(ILearner learner, ParameterValues values)
    {
        var shape = ShapeFor(learner.Info);
        var cost = learner.Estimate(shape, values);
        return OverSplits(cost.LeastSeconds + (cost.RowSeconds * TestRows(shape)));
    }

    private double OverSplits(double seconds) => seconds * splits / Math.Min(threads, splits > 1 ? splits : threads);

    /// <summary>Rows that each fit answers: those of one split that it was not fitted on.</summary>
    private int TestRows(DataShape shape) => Math.Max(0, rows.Table.RowCount - shape.Rows);

    /// <summary>Learns from a trial that was done, or was ended by the clock: then it would have taken longer, and only that is learned.</summary>
    public void Measure(Candidate candidate, double seconds, bool isCutShort)
    {
        var name = candidate.Learner.Info.Name;
        var known = _factors.GetValueOrDefault(name, 1);
        var expected = Expect(candidate.Learner, candidate.Values) / known;
        var measured = seconds / Math.Max(1e-6, expected);
        if (isCutShort)
        {
            _factors[name] = Math.Max(known, measured);
            return;
        }

        _factors[name] = _factors.ContainsKey(name) ? Math.Sqrt(known * measured) : measured;
    }
}
