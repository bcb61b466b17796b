using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Additive;
using Modelwright.Runtime.Forms.Anomalies.Streaming;
using Modelwright.Runtime.Forms.Bayes;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Kernel;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Neighbors;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Rules;
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
        new(NumberRulesForm.Name, 1, (reader, _) => NumberRulesForm.Read(reader)),
        new(ClassRulesForm.Name, 1, (reader, _) => ClassRulesForm.Read(reader)),
        new(ClassBayesForm.Name, 1, (reader, _) => ClassBayesForm.Read(reader)),
        new(NumberNeighborsForm.Name, 1, (reader, _) => NumberNeighborsForm.Read(reader)),
        new(ClassNeighborsForm.Name, 1, (reader, _) => ClassNeighborsForm.Read(reader)),
        new(NumberConstantForm.Name, 1, (reader, _) => NumberConstantForm.Read(reader)),
        new(ClassConstantForm.Name, 1, (reader, _) => ClassConstantForm.Read(reader)),
        new(NumberBlendForm.Name, 1, NumberBlendForm.Read),
        new(ClassBlendForm.Name, 1, ClassBlendForm.Read),
        new(ClassCalibratedForm.Name, 1, ClassCalibratedForm.Read),
        new(NumberPipelineForm.Name, 1, NumberPipelineForm.Read),
        new(ClassPipelineForm.Name, 1, ClassPipelineForm.Read),
    ];

    /// <summary>The readers of forms that score series as they come, and not rows for themselves.</summary>
    public static IReadOnlyList<FormReader> Streams { get; } =
    [
        new(StreamForm.Name, 1, (reader, _) => StreamForm.Read(reader)),
    ];

    /// <summary>A catalog of both.</summary>
    public static FormCatalog Catalog { get; } = new([.. All, .. Streams]);
}
