namespace Modelwright.Search.Distilling;

/// <summary>What a student learns from.</summary>
/// <param name="Teacher">How the teacher is made: on folds, so that it answers rows that its models had not seen.</param>
/// <param name="Share">What its answers count in the labels beside the truth, above 0 and at most 1.</param>
internal sealed record Teaching(Recipe Teacher, double Share)
{
    /// <summary>Rows that the teacher learned from.</summary>
    public int Rows { get; init; }
}
