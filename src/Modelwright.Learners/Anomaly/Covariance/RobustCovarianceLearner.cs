using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.Ellipsoid;

namespace Modelwright.Learners.Anomaly.Covariance;

/// <summary>Robust covariance: a row is strange where it is far from the closest half of the rows, in units of how they spread in each direction.</summary>
/// <remarks>
/// Where we differ: covariances are drawn a little to a sphere, so that columns may outnumber rows; starts are compared on 1,500 rows; of more than
/// 100 columns the covariance is that of their 100 leading axes, and all that is beside them counts as one.
/// </remarks>
public sealed class RobustCovarianceLearner : ILearner
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "robust_covariance",
        Title = "Robust covariance",
        Tasks = [LearningTask.Anomalies],
        Takes = [ColumnType.Number],
        IsRandom = true,
        Source = "Rousseeuw & Van Driessen 1999, \"A fast algorithm for the minimum covariance determinant estimator\", Technometrics 41.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => CovarianceParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default, ParameterValues.Default.With(CovarianceParameters.Support.Name, 0.75)];

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        var axes = EllipsoidCost.Estimate(shape, values.Integer(CovarianceParameters.MaxRows));
        double columns = Math.Clamp(shape.Features, 1, LeadingAxes.Leading);
        double rows = EllipsoidCost.Rows(Math.Max(2, shape.Rows), Math.Max(1, shape.Features), values.Integer(CovarianceParameters.MaxRows));
        var searched = Math.Min(rows, 1500);
        var step = (columns * columns * 4e-10) + (columns * 4e-9) + 1e-7;
        return axes with { Seconds = axes.Seconds + (searched * step * ((values.Integer(CovarianceParameters.Starts) * 2.5) + 60)) + (rows * step * 8) };
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var columns = StandardColumns.Of(admitted.Features, EllipsoidCost.Rows(admitted.Features, values.Integer(CovarianceParameters.MaxRows)), context);
        var starts = values.Integer(CovarianceParameters.Starts);
        var (form, done) = new CovarianceFit(columns, context).Run(starts, values.Number(CovarianceParameters.Support));
        string[] warnings = [.. UnusedWeights.Warnings(this, admitted), .. FewRows.Warnings(this, admitted.Features)];
        return new(form, done == starts ? new() { Decided = values, Warnings = warnings } : Late(values, starts, done, warnings));
    }

    private static FitReport Late(ParameterValues values, int asked, int done, string[] warnings) => new()
    {
        End = FitEnd.Deadline,
        Decided = values.With(CovarianceParameters.Starts.Name, done),
        Warnings = [.. warnings, string.Create(CultureInfo.InvariantCulture, $"The deadline came after {done} of {asked} starts. Give the fit more time, or ask for fewer starts.")],
    };
}
