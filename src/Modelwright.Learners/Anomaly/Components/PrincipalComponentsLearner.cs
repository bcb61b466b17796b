using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.Ellipsoid;
using Modelwright.Runtime.Forms.Anomalies.Ellipsoid;

namespace Modelwright.Learners.Anomaly.Components;

/// <summary>Principal components: a row is strange where it breaks the way in which columns go together.</summary>
/// <remarks>
/// Components are of correlations. Where we differ: of more than 150 columns the leading 100 components are found by chance directions, and all that is
/// beside them counts as one, and likewise where there are fewer than 5 rows a component; variances below a thousandth of the mean count as that, so that repeated columns do not drown the others.
/// </remarks>
public sealed class PrincipalComponentsLearner : ILearner
{
    /// <summary>The least variance of a component, as a share of the mean.</summary>
    private const double LeastVariance = 1e-3;

    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "principal_components",
        Title = "Principal components",
        Tasks = [LearningTask.Anomalies],
        Takes = [ColumnType.Number],
        IsRandom = false,
        Source = "Shyu, Chen, Sarinnapakorn & Chang 2003, \"A novel anomaly detection scheme based on principal component classifier\", ICDM workshop.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => ComponentParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default, ParameterValues.Default.With(ComponentParameters.Distance.Name, "reconstruction")];

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return EllipsoidCost.Estimate(shape, values.Integer(ComponentParameters.MaxRows));
    }

    /// <inheritdoc/>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var columns = StandardColumns.Of(admitted.Features, EllipsoidCost.Rows(admitted.Features, values.Integer(ComponentParameters.MaxRows)), context);
        var axes = LeadingAxes.Of(columns.Columns, context);
        var form = values.Choice(ComponentParameters.Distance) == "weighted"
            ? Weighted(columns, axes.Leading(LeadingAxes.Known(columns.Rows), columns.Columns.Length))
            : Reconstruction(columns, axes, values.Number(ComponentParameters.Explained));
        return new(form, new FitReport { Decided = values, Warnings = [.. UnusedWeights.Warnings(this, admitted), .. FewRows.Warnings(this, admitted.Features)] });
    }

    private static EllipsoidForm Weighted(StandardColumns columns, AxisSet axes)
    {
        var least = LeastVariance * Mean(columns, axes);
        var rest = axes.Rest * (columns.Columns.Length - axes.Axes.Length);
        return Shape.Of(columns, axes.Axes, [.. axes.Variances.Select(variance => Stretch(variance, least))], Stretch(rest, least));
    }

    private static EllipsoidForm Reconstruction(StandardColumns columns, AxisSet axes, double explained)
    {
        var (wanted, sum, major) = (explained * Mean(columns, axes) * columns.Columns.Length, 0.0, 0);
        while (major < axes.Axes.Length && sum < wanted)
        {
            sum += axes.Variances[major++];
        }

        // Where the major components draw every row in full, nothing would be left to score by.
        major = Math.Min(major, columns.Columns.Length - 1);
        return Shape.Of(columns, axes.Axes[..major], new double[major], 1);
    }

    private static double Stretch(double variance, double least) => least > 0 ? 1 / Math.Sqrt(Math.Max(variance, least)) : 0;

    private static double Mean(StandardColumns columns, AxisSet axes) =>
        (axes.Variances.Sum() + (axes.Rest * (columns.Columns.Length - axes.Axes.Length))) / columns.Columns.Length;
}
