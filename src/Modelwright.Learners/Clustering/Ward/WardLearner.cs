using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners.Clustering.Trees;

namespace Modelwright.Learners.Clustering.Ward;

/// <summary>Ward's hierarchy: the two clusters are joined that raise the sum of squares within clusters least. Finds round clusters.</summary>
/// <remarks>One tree serves every number of clusters.</remarks>
public sealed class WardLearner : ILearner, IFitsSeveral
{
    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "ward",
        Title = "Ward's hierarchy",
        Tasks = [LearningTask.Clustering],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        Source = "Ward 1963, \"Hierarchical grouping to optimize an objective function\"; Murtagh 1983 for the nearest-neighbour chain.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters { get; } = [ClusterSettings.Clusters, ClusterSettings.MaxRows];

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return [HierarchyCost.Recommended(shape)];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return HierarchyCost.Estimate(shape, values.Integer(ClusterSettings.MaxRows), 0.8);
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context) => FitSeveral(data, [values], context)[0];

    /// <inheritdoc/>
    /// <exception cref="DataException">As for every learner; also where values are missing.</exception>
    public IReadOnlyList<Fitted> FitSeveral(TrainingSet data, IReadOnlyList<ParameterValues> settings, FitContext context) => new HierarchyFit(this, context)
    {
        Grow = points =>
        {
            var tree = WardTree.Of(points, context);
            return _ => tree;
        },
    }.Run(data, settings);
}
