namespace Modelwright.Search.Stacking;

/// <summary>What rows said of a second layer that no fit had seen.</summary>
/// <param name="IsKept">Whether it beat the blend by more than its standard error.</param>
/// <param name="Blend">The metric of the blend on these rows.</param>
/// <param name="Stack">The metric of both layers.</param>
/// <param name="StandardError">The standard error of their difference.</param>
/// <param name="Rows">The rows.</param>
internal sealed record StackVerdict(bool IsKept, double Blend, double Stack, double StandardError, int Rows)
{
    /// <summary>Where the rows stand among those of the search, ascending.</summary>
    public int[] HeldRows { get; init; } = [];

    /// <summary>
    /// What the model answers to them for which the rows of the other half of their folds decided: the choice between one layer and
    /// two made again without the rows it is for.
    /// </summary>
    public double[] Answers { get; init; } = [];

    /// <summary>The half of each row: 0 or 1.</summary>
    public int[] Halves { get; init; } = [];
}
