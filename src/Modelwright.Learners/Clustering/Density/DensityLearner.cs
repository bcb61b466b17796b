using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners.Clustering.Points;
using Modelwright.Learners.Clustering.Trees;

namespace Modelwright.Learners.Clustering.Density;

/// <summary>HDBSCAN: clusters are where rows are dense, of any shape; rows between them are noise and belong to none. Finds the number of clusters itself where none is given.</summary>
/// <remarks>One tree serves every number of clusters.</remarks>
public sealed class DensityLearner : ILearner, IFitsSeveral
{
    private static readonly ParameterSpec Clusters = ParameterSpec.Integer(ClusterSettings.ClustersName, (0, 500), 0, "Clusters to find; 0 takes as many as are stable. There are fewer where the rows do not bear so many.");

    private static readonly ParameterSpec FewestRows = ParameterSpec.Integer("min_cluster_size", (0, 100_000), 0, "Rows of a cluster at the least; 0 takes half the root of the number of rows, but 5 at the least. More give fewer clusters.");

    private static readonly ParameterSpec Samples = ParameterSpec.Integer("min_samples", (1, 200), 5, "Rows within whose reach a place counts as dense; more make more of the rows noise.", isLogarithmic: true);

    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "hdbscan",
        Title = "HDBSCAN",
        Tasks = [LearningTask.Clustering],
        Takes = [ColumnType.Number],
        WantsScaling = true,
        Source = "Campello, Moulavi & Sander 2013, \"Density-based clustering based on hierarchical density estimates\"; McInnes & Healy 2017, \"Accelerated hierarchical density based clustering\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters { get; } = [Clusters, FewestRows, Samples, ClusterSettings.MaxRows];

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var plain = HierarchyCost.Recommended(shape);
        return [plain, plain.With(Samples.Name, 15)];
    }

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        return HierarchyCost.Estimate(shape, values.Integer(ClusterSettings.MaxRows), 1.1);
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
            var linkages = new Dictionary<int, LinkageTree>();
            return values => new DensityTree(points, Linkage(linkages, points, values.Integer(Samples), context), Fewest(points, values.Integer(FewestRows)));
        },
    }.Run(data, settings);

    private static LinkageTree Linkage(Dictionary<int, LinkageTree> known, ClusterPoints points, int samples, FitContext context)
    {
        if (!known.TryGetValue(samples, out var linkage))
        {
            linkage = new(points, SpanningTree.Of(points, CoreDistances.Of(points, samples, context), context));
            known.Add(samples, linkage);
        }

        return linkage;
    }

    private static int Fewest(ClusterPoints points, int asked)
    {
        const int FewestOfItself = 5;
        return asked == 0
            ? Math.Max(FewestOfItself, (int)(Math.Sqrt(points.Rows.Sum()) / 2))
            : Math.Max(ClusterCut.FewestRows, asked);
    }
}
