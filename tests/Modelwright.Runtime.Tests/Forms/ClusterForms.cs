using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Clusters;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Small forms of clusters over 'Tenure' and 'Age', of which the second axis counts a tenth.</summary>
internal static class ClusterForms
{
    private static readonly FormInput[] Inputs = [new("Tenure", ColumnType.Number, []), new("Age", ColumnType.Number, [])];

    internal static KernelSpace Space { get; } = new(Inputs, [10, 40], [1, 0.1]);

    /// <summary>A cluster of five points along 'Tenure' from 0 to 4, and one of a single point at 10.</summary>
    internal static PointClusters Points { get; } = new(Space, [0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 10, 0], [5, 1], [0.5, 2]);

    internal static MixtureClusters Mixture { get; } = new(Space, [-1, -2], [0, 0, 4, 0], [1, 0.5, 2, 2, 0, 1], [1, 0.5]);

    internal static MixtureClusters Diagonal { get; } = Mixture with { Factors = [1, 2, 2, 1], IsDiagonal = true };

    internal static Table Rows(params double[] tenures) =>
        new([new NumberColumn("Tenure", tenures), new NumberColumn("Age", [.. tenures.Select(_ => 40.0)])]);
}
