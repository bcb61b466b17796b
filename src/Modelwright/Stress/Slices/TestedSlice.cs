namespace Modelwright.Stress.Slices;

/// <summary>A slice on rows that the search has not seen.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Scores">What was compared.</param>
/// <param name="Inside">The mean of the figure on its rows.</param>
/// <param name="Outside">The mean on all others.</param>
/// <param name="Chance">How likely chance alone puts its rows as far above the others.</param>
/// <param name="Holds">Whether the difference is as large as matters and, with two conditions, each of them tells something.</param>
internal sealed record TestedSlice(CandidateSlice Slice, RowScores Scores, DrawnMean Inside, DrawnMean Outside, double Chance, bool Holds)
{
    /// <summary>How far it stands above the other rows, in standard errors.</summary>
    public double Strength => (Inside.Value - Outside.Value) / Math.Sqrt(Math.Max(double.Epsilon, (Inside.Error * Inside.Error) + (Outside.Error * Outside.Error)));
}
