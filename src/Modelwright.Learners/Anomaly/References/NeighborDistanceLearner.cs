using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.References;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>Rows far from their nearest training rows are strange. Its form holds means of three near rows, or, where told so, the rows.</summary>
public sealed class NeighborDistanceLearner : ILearner
{
    private readonly bool _holdsRows;

    /// <summary>The learner whose form holds no row.</summary>
    public NeighborDistanceLearner()
        : this(holdsRows: false)
    {
    }

    private NeighborDistanceLearner(bool holdsRows)
    {
        _holdsRows = holdsRows;
        Info = new()
        {
            Name = holdsRows ? "exact_neighbor_distance" : "neighbor_distance",
            Title = holdsRows ? "Distance to stored neighbours" : "Distance to neighbours",
            Tasks = [LearningTask.Anomalies],
            Takes = [ColumnType.Number],
            WantsScaling = true,
            StoresRows = holdsRows,
            Source = "Ramaswamy, Rastogi & Shim 2000, \"Efficient algorithms for mining outliers from large data sets\"; Domingo-Ferrer & Mateo-Sanz 2002 for means of rows.",
        };
    }

    /// <summary>The learner whose form holds rows.</summary>
    public static NeighborDistanceLearner HoldingRows { get; } = new(holdsRows: true);

    /// <inheritdoc/>
    public LearnerInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => ReferenceParameters.OfDistance;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) =>
        [ParameterValues.Default, ParameterValues.Default.With(ReferenceParameters.Neighbors.Name, 50)];

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return ReferenceCost.Estimate(shape, ReferenceParameters.Read(values, ReferenceParameters.Neighbors), _holdsRows, seeksPairs: !_holdsRows);
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        var settings = ReferenceParameters.Read(values, ReferenceParameters.Neighbors);
        var rows = settings.Rows(admitted.Features.RowCount, admitted.Features.Columns.Count);
        var fit = new ReferenceFit(admitted.Features, rows, nearest: 0, _holdsRows, context);
        return new(
            new NeighborDistanceForm(fit.Points, settings.Neighbors, settings.IsMean),
            new FitReport { Decided = values, Warnings = [.. UnusedWeights.Warnings(this, admitted), .. fit.Warnings] });
    }
}
