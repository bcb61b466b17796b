using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.References;
using Modelwright.Runtime.Forms.Anomalies.References;

namespace Modelwright.Learners.Anomaly.OneClass;

/// <summary>A one-class support vector machine with the Gaussian kernel: rows outside the region in which most rows are, are strange. Its form holds means of three rows.</summary>
/// <remarks>Where we differ: it is fitted to the means of groups of three near rows, each as heavy as the rows it stands for, of a bounded number of drawn rows.</remarks>
public sealed class OneClassLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "one_class_svm",
        Title = "One-class support vector machine",
        Tasks = [LearningTask.Anomalies],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        Source = "Schölkopf, Platt, Shawe-Taylor, Smola & Williamson 2001, \"Estimating the support of a high-dimensional distribution\", Neural Computation 13.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => OneClassParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default];

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        var settings = Rows(values);
        var near = ReferenceCost.Estimate(shape, settings, holdsRows: false);
        double columns = Math.Max(1, shape.Features);
        var points = Math.Max(1, settings.Rows(shape.Rows, shape.Features) / (double)ReferencePoints.FewestRows);
        var holding = points * Math.Min(1, values.Number(OneClassParameters.Nu) + 0.1);
        return new(near.Seconds + (points * points * ((columns * 1e-9) + 1.2e-7)), near.Bytes + (long)(points * points * 6))
        {
            RowSeconds = holding * ((columns * 3e-10) + 1e-8),
        };
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var rows = Rows(values).Rows(admitted.Features.RowCount, admitted.Features.Columns.Count);
        var reference = new ReferenceFit(admitted.Features, rows, nearest: 0, holdsRows: false, context);
        var steps = values.Integer(OneClassParameters.MaxIterations);
        var fit = new OneClassFit(reference.Points, values.Number(OneClassParameters.Nu), values.Number(OneClassParameters.Gamma), steps, context);
        return new(fit.Form(), Report(values, fit, steps) with { Warnings = [.. UnusedWeights.Warnings(this, admitted), .. reference.Warnings, .. Unsolved(fit)] });
    }

    private static ReferenceSettings Rows(ParameterValues values) => new(1, values.Integer(OneClassParameters.MaxRows), IsMean: false);

    private static FitReport Report(ParameterValues values, OneClassFit fit, int steps) => fit.HasConverged || fit.Steps == steps
        ? new() { Decided = values }
        : new() { End = FitEnd.Deadline, Decided = values.With(OneClassParameters.MaxIterations.Name, Math.Max(1, fit.Steps)) };

    private static IEnumerable<string> Unsolved(OneClassFit fit)
    {
        if (!fit.HasConverged)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The optimiser had not converged after {fit.Steps} pairs of points. Give the fit more time, raise max_iterations, or learn from fewer rows by max_rows.");
        }
    }
}
