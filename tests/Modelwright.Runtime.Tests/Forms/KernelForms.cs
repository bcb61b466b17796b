using Modelwright.Core.Data;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Small sums of curved functions over 'Tenure', which counts a tenth from 10 on, and 'Age', which counts as it is from 40 on.</summary>
internal static class KernelForms
{
    internal static KernelSpace Space { get; } =
        new([new("Tenure", ColumnType.Number, []), new("Age", ColumnType.Number, [])], [10, 40], [0.1, 1]);

    /// <summary>Five points, so that the last tile has one alone.</summary>
    internal static PointExpansion Points { get; } = new(Space, [0, 0, 1, 0, 0, 1, -1, 2, 3, 3], 0.5, [1, -2, 3, 0.5, 0.25], [7]);

    internal static PointExpansion ThreeOutputs { get; } = new(Space, [0, 0, 1, 1], 0.25, [1, 0, 0, 1, -1, -1], [0.5, -0.5, 0]);

    internal static WaveExpansion Waves { get; } = new(Space, [0.25, 0, 0, 0.5, 0.125, -0.125], [0, 0.25, 0.5], [2, 3, -1], [1]);

    internal static NumberKernelForm Numbers => new(Points);

    internal static NumberKernelForm WaveNumbers => new(Waves);

    internal static ClassKernelForm Classes => new(ThreeOutputs, ["a", "b", "c"], ProbabilityLink.Softmax);

    internal static ClassKernelForm WaveClasses => new(Waves, ["no", "yes"], ProbabilityLink.Logistic);

    internal static Table Row(double tenure, double age) => new([new NumberColumn("Tenure", [tenure]), new NumberColumn("Age", [age])]);
}
