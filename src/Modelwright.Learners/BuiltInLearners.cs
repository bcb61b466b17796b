using Modelwright.Core.Learning;
using Modelwright.Learners.Additive;
using Modelwright.Learners.Anomaly.Components;
using Modelwright.Learners.Anomaly.Covariance;
using Modelwright.Learners.Anomaly.Histogram;
using Modelwright.Learners.Anomaly.Isolation;
using Modelwright.Learners.Anomaly.OneClass;
using Modelwright.Learners.Anomaly.References;
using Modelwright.Learners.Anomaly.Streaming;
using Modelwright.Learners.Anomaly.Tails;
using Modelwright.Learners.Baseline;
using Modelwright.Learners.Bayes;
using Modelwright.Learners.Clustering.Density;
using Modelwright.Learners.Clustering.Genie;
using Modelwright.Learners.Clustering.KMeans;
using Modelwright.Learners.Clustering.Mixture;
using Modelwright.Learners.Clustering.Ward;
using Modelwright.Learners.Kernel;
using Modelwright.Learners.Linear;
using Modelwright.Learners.Neighbors;
using Modelwright.Learners.Network;
using Modelwright.Learners.Trees;
using Modelwright.Learners.Trees.Rules;
using Modelwright.Learners.Trees.Single;

namespace Modelwright.Learners;

/// <summary>The learners in plain C#: the list that a new one joins.</summary>
public static class BuiltInLearners
{
    /// <summary>All of them, in the order in which they are listed to a person.</summary>
    public static IReadOnlyList<ILearner> All { get; } =
    [
        new BaselineLearner(),
        new LinearLearner(),
        new NeighborsLearner(),
        new RandomForestLearner(),
        new ExtraTreesLearner(),
        new DecisionTreeLearner(),
        new RuleLearner(),
        new NaiveBayesLearner(),
        new AdditiveLearner(),
        new KernelSvmLearner(),
        new KernelApproximationLearner(),
        new NetworkLearner(),
        new KMeansLearner(),
        new MixtureLearner(),
        new GenieLearner(),
        new WardLearner(),
        new DensityLearner(),
        new IsolationForestLearner(),
        new EcodLearner(),
        new HistogramLearner(),
        new PrincipalComponentsLearner(),
        new RobustCovarianceLearner(),
        new NeighborDistanceLearner(),
        new OutlierFactorLearner(),
        new OneClassLearner(),
        NeighborDistanceLearner.HoldingRows,
        OutlierFactorLearner.HoldingRows,
        new StreamLearner(),
    ];

    /// <summary>The catalog with all of them at its end.</summary>
    /// <param name="catalog">The host's catalog.</param>
    /// <returns>A new catalog.</returns>
    public static LearnerCatalog AddBuiltIn(this LearnerCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.Add(All);
    }
}
