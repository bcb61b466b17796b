using Modelwright.Core.Learning;

namespace Modelwright.Learners.Kernel.Waves;

/// <summary>What can be set of an approximate kernel machine.</summary>
internal static class WaveParameters
{
    /// <summary>Waves drawn.</summary>
    public static ParameterSpec Components { get; } = ParameterSpec.Integer("components", (16, 4096), 512, "Waves whose sum stands for the kernel; more come nearer to it and take longer. No more than four are drawn for each row, or 64.", isLogarithmic: true);

    /// <summary>The width of the kernel.</summary>
    public static ParameterSpec Gamma { get; } = ParameterSpec.Number("gamma", (0.01, 100), 2, "How fast likeness falls with distance, as a multiple of 1 over the median squared distance between rows; more bends more.", isLogarithmic: true);

    /// <summary>How hard coefficients are held near zero.</summary>
    public static ParameterSpec Penalty { get; } = ParameterSpec.Number("penalty", (1e-4, 1e5), 1, "How hard coefficients are held near zero; more is smoother. Where it is not set, it is chosen by the error on rows left out one by one.", isLogarithmic: true);

    /// <summary>Rows learned from.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 100_000_000), 100_000_000, "Training rows learned from at most; where there are more, so many are drawn.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Components, Gamma, Penalty, MaxRows];

    /// <summary>Reads a checked setting.</summary>
    public static WaveSettings Read(ParameterValues values) => new()
    {
        Components = values.Integer(Components),
        Gamma = values.Number(Gamma),
        Penalty = values.Texts.ContainsKey(Penalty.Name) ? values.Number(Penalty) : null,
        MaxRows = values.Integer(MaxRows),
    };
}
