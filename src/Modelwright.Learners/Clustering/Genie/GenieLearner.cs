using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners.Clustering.Trees;

namespace Modelwright.Learners.Clustering.Genie;

/// <summary>Genie: single linkage over the minimum spanning tree that keeps the sizes of clusters from growing too uneven. Finds clusters of any shape.</summary>
/// <remarks>One tree serves every number of clusters.</remarks>
public sealed class GenieLearner : ILearner, IFitsSeveral
{
    private static readonly ParameterSpec Threshold = ParameterSpec.Number("gini_threshold", (0, 1), 0.3, "How uneven sizes may be, by their Gini index, before a smallest cluster has to take part in each joining; 1 is plain single linkage, lower makes sizes more even.");

    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "genie",
        Title = "Genie",
        Tasks = [LearningTask.Clustering],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        Source = "Gagolewski, Bartoszuk & Cena 2016, \"Genie: A new, fast, and outlier-resistant hierarchical clustering algorithm\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters { get; } = [ClusterSettings.Clusters, Threshold, ClusterSettings.MaxRows];

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var plain = HierarchyCost.Recommended(shape);
        return [plain, plain.With(Threshold.Name, 0.1), plain.With(Threshold.Name, 0.5)];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return HierarchyCost.Estimate(shape, values.Integer(ClusterSettings.MaxRows), 0.38);
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
            var edges = SpanningTree.Of(points, [], context);
            return values => GenieTree.Of(points, edges, values.Number(Threshold), context);
        },
    }.Run(data, settings);
}
