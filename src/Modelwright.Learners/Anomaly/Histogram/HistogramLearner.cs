using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Histogram;

namespace Modelwright.Learners.Anomaly.Histogram;

/// <summary>HBOS: a row is strange where its values are in cells of few rows, each column by itself. The fastest detector, and one for values that are rare in the middle.</summary>
/// <remarks>Where we differ: the number of cells is chosen for each column, and few different values are a cell each.</remarks>
public sealed class HistogramLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "histogram",
        Title = "Histograms (HBOS)",
        Tasks = [LearningTask.Anomalies],
        Takes = [ColumnType.Number],
        Readability = Readability.Partly,
        Source = "Goldstein & Dengel 2012, \"Histogram-based outlier score (HBOS)\", KI 2012.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => HistogramParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default, ParameterValues.Default.With(HistogramParameters.Cells.Name, "equal_rows")];

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        var cost = ColumnCost.Estimate(shape, 1.5e-8);
        var looked = Math.Min(shape.Rows, 5000.0);
        var choosing = values.Integer(HistogramParameters.Bins) > 0 ? 0 : looked * BinCount.Most(shape.Rows) * 4e-9;
        return cost with { Seconds = cost.Seconds + (choosing * Math.Max(1, shape.Features)) };
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var (isDynamic, bins) = (values.Choice(HistogramParameters.Cells) == "equal_rows", values.Integer(HistogramParameters.Bins));
        var rows = ColumnFits.Of(admitted.Features, context, column => HistogramFit.Of(column, isDynamic, bins));
        var form = new HistogramForm(new(ColumnFits.Inputs(admitted.Features), rows));
        return new(form, new FitReport { Decided = values, Warnings = [.. UnusedWeights.Warnings(this, admitted), .. FewRows.Warnings(this, admitted.Features)] });
    }
}
