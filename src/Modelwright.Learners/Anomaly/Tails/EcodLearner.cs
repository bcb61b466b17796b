using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Tails;

namespace Modelwright.Learners.Anomaly.Tails;

/// <summary>ECOD: a row is strange where its values lie in the tails of their columns. Has nothing to tune, and says at once which column it was.</summary>
/// <remarks>
/// Where we differ: the tails are kept at values that three rows or more share, and at means of three or more; beyond them a tail thins out with
/// the distance, so that a new value further out is stranger.
/// </remarks>
public sealed class EcodLearner : ILearner
{
    /// <summary>What a row's score adds up.</summary>
    internal static ParameterSpec Tails { get; } = ParameterSpec.Choice("tails", ["column", "row"], "Whether each column counts by its rarer tail, or the row by the largest of three sums: of lower tails, of upper ones, and of those that the skewness names, as in the paper.");

    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "ecod",
        Title = "Empirical tails (ECOD)",
        Tasks = [LearningTask.Anomalies],
        Takes = [ColumnType.Number],
        Readability = Readability.Partly,
        Source = "Li, Zhao, Hu, Ionescu & Chen 2022, \"ECOD: unsupervised outlier detection using empirical cumulative distribution functions\", IEEE TKDE 35.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters { get; } = [Tails];

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default, ParameterValues.Default.With(Tails.Name, "row")];

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return ColumnCost.Estimate(shape, 6e-8);
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var columns = ColumnFits.Of(admitted.Features, context, TailFit.Of);
        var tails = new TailCurves(ColumnFits.Inputs(admitted.Features), columns, values.Choice(Tails) == "column");
        return new(new TailForm(tails), new FitReport { Decided = values, Warnings = [.. UnusedWeights.Warnings(this, admitted), .. FewRows.Warnings(this, admitted.Features)] });
    }
}
