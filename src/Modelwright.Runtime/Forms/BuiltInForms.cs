using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Additive;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Runtime.Forms.Anomalies.Ellipsoid;
using Modelwright.Runtime.Forms.Anomalies.Histogram;
using Modelwright.Runtime.Forms.Anomalies.Isolation;
using Modelwright.Runtime.Forms.Anomalies.Kernel;
using Modelwright.Runtime.Forms.Anomalies.Labelled;
using Modelwright.Runtime.Forms.Anomalies.References;
using Modelwright.Runtime.Forms.Anomalies.Tails;
using Modelwright.Runtime.Forms.Anomalies.Verdict;
using Modelwright.Runtime.Forms.Anomalies.Streaming;
using Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;
using Modelwright.Runtime.Forms.Bayes;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Clusters;
using Modelwright.Runtime.Forms.Clusters.Named;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Kernel;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Neighbors;
using Modelwright.Runtime.Forms.Network;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Rules;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Forms;

/// <summary>The list of forms that need no other package: one line a form.</summary>
public static class BuiltInForms
{
    /// <summary>The readers of forms that answer rows.</summary>
    public static IReadOnlyList<FormReader> All { get; } =
    [
        new(NumberTreesForm.Name, EnsembleRecord.VersionWithCovers, (reader, _) => NumberTreesForm.Read(reader)),
        new(ClassTreesForm.Name, EnsembleRecord.VersionWithCovers, (reader, _) => ClassTreesForm.Read(reader)),
        new(NumberLinearForm.Name, LinearScorer.VersionWithMeans, (reader, _) => NumberLinearForm.Read(reader)),
        new(ClassLinearForm.Name, LinearScorer.VersionWithMeans, (reader, _) => ClassLinearForm.Read(reader)),
        new(NumberAdditiveForm.Name, 1, (reader, _) => NumberAdditiveForm.Read(reader)),
        new(ClassAdditiveForm.Name, 1, (reader, _) => ClassAdditiveForm.Read(reader)),
        new(NumberKernelForm.Name, 1, (reader, _) => NumberKernelForm.Read(reader)),
        new(ClassKernelForm.Name, 1, (reader, _) => ClassKernelForm.Read(reader)),
        new(NumberNetworkForm.Name, 1, (reader, _) => NumberNetworkForm.Read(reader)),
        new(ClassNetworkForm.Name, 1, (reader, _) => ClassNetworkForm.Read(reader)),
        new(NumberRulesForm.Name, 1, (reader, _) => NumberRulesForm.Read(reader)),
        new(ClassRulesForm.Name, 1, (reader, _) => ClassRulesForm.Read(reader)),
        new(ClassBayesForm.Name, 1, (reader, _) => ClassBayesForm.Read(reader)),
        new(NumberNeighborsForm.Name, 1, (reader, _) => NumberNeighborsForm.Read(reader)),
        new(ClassNeighborsForm.Name, 1, (reader, _) => ClassNeighborsForm.Read(reader)),
        new(IsolationForm.Name, 1, (reader, _) => IsolationForm.Read(reader)),
        new(TailForm.Name, 1, (reader, _) => TailForm.Read(reader)),
        new(HistogramForm.Name, 1, (reader, _) => HistogramForm.Read(reader)),
        new(EllipsoidForm.Name, 1, (reader, _) => EllipsoidForm.Read(reader)),
        new(NeighborDistanceForm.Name, 1, (reader, _) => NeighborDistanceForm.Read(reader)),
        new(OutlierFactorForm.Name, 1, (reader, _) => OutlierFactorForm.Read(reader)),
        new(KernelAnomalyForm.Name, 1, (reader, _) => KernelAnomalyForm.Read(reader)),
        new(NumberConstantForm.Name, 1, (reader, _) => NumberConstantForm.Read(reader)),
        new(ClassConstantForm.Name, 1, (reader, _) => ClassConstantForm.Read(reader)),
        new(NumberBlendForm.Name, 1, NumberBlendForm.Read),
        new(ClassBlendForm.Name, 1, ClassBlendForm.Read),
        new(NumberStackForm.Name, 1, NumberStackForm.Read),
        new(ClassStackForm.Name, 1, ClassStackForm.Read),
        new(AnomalyBlendForm.Name, 1, AnomalyBlendForm.Read),
        new(LabelledAnomalyForm.Name, 1, LabelledAnomalyForm.Read),
        new(ClassCalibratedForm.Name, 1, ClassCalibratedForm.Read),
        new(NumberPipelineForm.Name, 1, NumberPipelineForm.Read),
        new(ClassPipelineForm.Name, 1, ClassPipelineForm.Read),
        new(PointClustersForm.Name, 1, (reader, _) => PointClustersForm.Read(reader)),
        new(MixtureClustersForm.Name, 1, (reader, _) => MixtureClustersForm.Read(reader)),
        new(ClusterPipelineForm.Name, 1, ClusterPipelineForm.Read),
        new(AnomalyPipelineForm.Name, 1, AnomalyPipelineForm.Read),
        new(TextPipelineForm.Name, 1, TextPipelineForm.Read),
        new(ColumnPipelineForm.Name, 1, ColumnPipelineForm.Read),
        new(AnomalyVerdictForm.Name, 1, AnomalyVerdictForm.Read),
        new(StreamVerdictForm.Name, 1, StreamVerdictForm.Read),
        new(NamedClustersForm.Name, 1, NamedClustersForm.Read),
    ];

    /// <summary>The readers of forms that score series as they come, and not rows for themselves.</summary>
    public static IReadOnlyList<FormReader> Streams { get; } =
    [
        new(StreamForm.Name, 1, (reader, _) => StreamForm.Read(reader)),
    ];

    /// <summary>A catalog of both.</summary>
    public static FormCatalog Catalog { get; } = new([.. All, .. Streams]);
}
