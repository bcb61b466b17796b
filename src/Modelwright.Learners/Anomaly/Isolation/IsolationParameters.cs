using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.Isolation;

/// <summary>What can be set of an isolation forest.</summary>
internal static class IsolationParameters
{
    /// <summary>Cuts along one column.</summary>
    public const string Axis = "axis";

    /// <summary>Cuts by sums of columns.</summary>
    public const string Hyperplane = "hyperplane";

    /// <summary>How rows are cut apart.</summary>
    public static ParameterSpec Cuts { get; } = ParameterSpec.Choice("cuts", [Axis, Hyperplane], "Whether a cut looks at one column (the isolation forest) or at a sum of several (its extended form), which follows slanted and ring-shaped data better.");

    /// <summary>Number of trees.</summary>
    public static ParameterSpec Trees { get; } = ParameterSpec.Integer("trees", (1, 10_000), 100, "Number of trees; more make scores steadier and cost as much more.", isLogarithmic: true);

    /// <summary>Rows of a tree.</summary>
    public static ParameterSpec SampleSize { get; } = ParameterSpec.Integer("sample_size", (2, 1_000_000), 256, "Rows that each tree is grown on, drawn by chance; few keep a crowd of anomalies from hiding one another.", isLogarithmic: true);

    /// <summary>Cuts above a leaf.</summary>
    public static ParameterSpec MaxDepth { get; } = ParameterSpec.Integer("max_depth", (0, 60), 0, "Cuts above a leaf at most; 0 takes the logarithm to base 2 of the sample size, beyond which paths are longer than usual.");

    /// <summary>Columns of a hyperplane.</summary>
    public static ParameterSpec CutColumns { get; } = ParameterSpec.Integer("cut_columns", (2, 100), 10, "Columns that a cut by hyperplane looks at, at most.");

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Cuts, Trees, SampleSize, MaxDepth, CutColumns];

    /// <summary>Reads a checked setting.</summary>
    public static IsolationSettings Read(ParameterValues values) => new(
        values.Choice(Cuts) == Hyperplane ? values.Integer(CutColumns) : 1,
        values.Integer(Trees),
        values.Integer(SampleSize),
        values.Integer(MaxDepth));
}
