using Modelwright.Core.Learning;

namespace Modelwright.Learners.Bayes;

/// <summary>What can be set of naive Bayes.</summary>
internal static class NaiveBayesParameters
{
    /// <summary>Cells of a number at most.</summary>
    public static ParameterSpec Bins { get; } = ParameterSpec.Integer("bins", (2, 100), 12, "Cells of about equally many rows that a number is cut into; more follow its shape closer, fewer are steadier.", isLogarithmic: true);

    /// <summary>Rows that every cell is thought to hold besides.</summary>
    public static ParameterSpec Smoothing { get; } = ParameterSpec.Number("smoothing", (0.01, 100), 2, "Rows of the overall shares that each class is thought to have had besides its own; more draw the tables to nothing.", isLogarithmic: true);

    /// <summary>What the tables count.</summary>
    public static ParameterSpec Power { get; } = ParameterSpec.Number("power", (0, 1), 0, "What the tables count beside the class shares: 1 as if columns knew nothing of one another, less as they repeat one another; 0 chooses by rows left out one by one.") with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Bins, Smoothing, Power];
}
