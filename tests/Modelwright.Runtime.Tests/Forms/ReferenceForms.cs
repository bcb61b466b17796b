using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Runtime.Forms.Anomalies.Histogram;
using Modelwright.Runtime.Forms.Anomalies.Kernel;
using Modelwright.Runtime.Forms.Anomalies.References;
using Modelwright.Runtime.Forms.Kernel;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Detectors that compare rows with points, and their blend, over 'Tenure' and 'Age'.</summary>
internal static class ReferenceForms
{
    /// <summary>Points at (0, 0), (3, 4) and (0, 10); the second stands for five rows that are 12 apart from it.</summary>
    internal static ReferencePoints Points { get; } = new(new(AnomalyForms.Inputs, [0, 0], [1, 1], NeighborMetric.Euclidean), [0, 0, 3, 4, 0, 10], [3, 5, 3], [0, 144, 0], AreRows: false);

    internal static NeighborDistanceForm Farthest => new(Points, 4, isMean: false);

    internal static NeighborDistanceForm Mean => new(Points, 4, isMean: true);

    internal static OutlierFactorForm Factor => new(Points, 4, [1, 20, 2], [0.5, 0.25, 1], 0.01);

    internal static PointExpansion Expansion { get; } = new(new(AnomalyForms.Inputs, [0, 0], [1, 1]), [0, 0, 3, 4], 0.1, [-0.5, -0.5], [0.4]);

    /// <summary>A histogram, and the distance to points; the scores of both have knots.</summary>
    internal static AnomalyBlendForm Blend => new(
        [new HistogramForm(AnomalyForms.Histograms), Mean],
        [0.25, 0.75],
        [new([0, 2, 4], [0, 1, 3]), new([1], [0.5])]);

    /// <summary>The same by a share of the weight, that which a row surprises most; the scale of distances is long.</summary>
    internal static AnomalyBlendForm Foremost(double share) => new(Blend.Members, Blend.Weights, [Blend.Scales[0], new([1, 100], [0.5, 5])], share);

    internal static IForm[] All =>
    [
        Farthest,
        Mean,
        new NeighborDistanceForm(Points with { AreRows = true, Spreads = [0, 0, 0], Masses = [1, 1, 2] }, 2, isMean: false),
        Factor,
        new KernelAnomalyForm(Expansion, areRows: false),
        Blend,
        Foremost(0.5),
    ];
}
