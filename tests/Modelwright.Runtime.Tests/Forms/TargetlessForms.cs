using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Histogram;
using Modelwright.Runtime.Forms.Anomalies.Verdict;
using Modelwright.Runtime.Forms.Clusters;
using Modelwright.Runtime.Forms.Clusters.Named;
using Modelwright.Runtime.Forms.Kernel;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Filling;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Forms of tasks without a target, as they are shipped.</summary>
internal static class TargetlessForms
{
    /// <summary>Two clusters over 'Tenure' and 'Age': the first around two points, beyond whose reach rows belong to none.</summary>
    internal static IForm Points => new PointClustersForm(new(new KernelSpace(AnomalyForms.Inputs, [10, 40], [0.1, 0.05]), [0, 0, 1, 1, -1, 2], [2, 1], [0.5, 1]) { Reaches = [5, 5, 1] });

    internal static IForm Mixture => new MixtureClustersForm(new(new KernelSpace(AnomalyForms.Inputs, [10, 40], [0.1, 0.05]), [-0.5, -1], [0, 0, 1, 1], [1, 0.25, 2, 1, 0, 1], [1.5, 1.5]));

    internal static IFittedStep[] Filled => [new Impute().Fit(new(new Table([new NumberColumn("Tenure", [1, double.NaN, 30]), new NumberColumn("Age", [20, 50, double.NaN])]))).Step];

    internal static UsualValues[] Usual => [new("Tenure", ColumnType.Number) { Low = 1, High = 30 }, new("Age", ColumnType.Number) { Low = 18.5, High = 65 }];

    internal static AnomalyVerdictForm Verdict => new(new HistogramForm(AnomalyForms.Histograms), 4, Usual);

    internal static IForm[] All =>
    [
        Points,
        Mixture,
        new MixtureClustersForm(new(new KernelSpace(AnomalyForms.Inputs, [10, 40], [0.1, 0.05]), [-0.5, -1], [0, 0, 1, 1], [1, 0.25, 2, 1], [1.5, 1.5]) { IsDiagonal = true }),
        new NamedClustersForm(Points, ["new customers", "old customers"]),
        Verdict,
        PipelineForm.Of([.. Filled], Points),
        PipelineForm.Of([.. Filled], new HistogramForm(AnomalyForms.Histograms)),
        PipelineForm.Of([.. Filled], Verdict),
        new ColumnPipelineForm([.. Filled], Mixture),
    ];
}
