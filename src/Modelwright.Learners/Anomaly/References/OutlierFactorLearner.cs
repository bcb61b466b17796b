using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.References;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>The local outlier factor: rows about which it is sparser than about their neighbours are strange. Its form holds means of three near rows, or, where told so, the rows.</summary>
/// <remarks>Where we differ: reach and density of a point are the means of those of its rows, which are reckoned one by one.</remarks>
public sealed class OutlierFactorLearner : ILearner
{
    private readonly bool _holdsRows;

    /// <summary>The learner whose form holds no row.</summary>
    public OutlierFactorLearner()
        : this(holdsRows: false)
    {
    }

    private OutlierFactorLearner(bool holdsRows)
    {
        _holdsRows = holdsRows;
        Info = new()
        {
            Name = holdsRows ? "exact_outlier_factor" : "outlier_factor",
            Title = holdsRows ? "Local outlier factor of stored rows" : "Local outlier factor",
            Tasks = [LearningTask.Anomalies],
            Takes = [ColumnType.Number],
            WantsScaling = true,
            StoresRows = holdsRows,
            Source = "Breunig, Kriegel, Ng & Sander 2000, \"LOF: identifying density-based local outliers\"; Domingo-Ferrer & Mateo-Sanz 2002 for means of rows.",
        };
    }

    /// <summary>The learner whose form holds rows.</summary>
    public static OutlierFactorLearner HoldingRows { get; } = new(holdsRows: true);

    /// <inheritdoc/>
    public LearnerInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => ReferenceParameters.OfDensity;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) =>
        [ParameterValues.Default, ParameterValues.Default.With(ReferenceParameters.DensityNeighbors.Name, 100)];

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return ReferenceCost.Estimate(shape, ReferenceParameters.Read(values, ReferenceParameters.DensityNeighbors), _holdsRows);
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var settings = ReferenceParameters.Read(values, ReferenceParameters.DensityNeighbors);
        var rows = settings.Rows(admitted.Features.RowCount, admitted.Features.Columns.Count);
        var fit = new ReferenceFit(admitted.Features, rows, settings.Neighbors, _holdsRows, context);
        var densities = new RowDensities(fit.Rows, settings.Neighbors);
        var (reaches, own) = densities.Of(fit.Points, fit.Groups);
        return new(
            new OutlierFactorForm(fit.Points, settings.Neighbors, reaches, own, densities.Least),
            new FitReport { Decided = values, Warnings = [.. UnusedWeights.Warnings(this, admitted), .. fit.Warnings] });
    }
}
