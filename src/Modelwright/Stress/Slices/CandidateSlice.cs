namespace Modelwright.Stress.Slices;

/// <summary>Rows on which one or two conditions hold.</summary>
/// <param name="Conditions">One or two, of different columns.</param>
/// <param name="Strength">How far above the other rows it stands on the rows that were searched, in standard errors.</param>
internal sealed record CandidateSlice(IReadOnlyList<Condition> Conditions, double Strength)
{
    /// <summary>The conditions in words.</summary>
    public string Words => string.Join(" and ", Conditions.Select(condition => condition.Words));

    /// <summary>Whether a row is in it.</summary>
    public bool Has(int row) => Conditions.All(condition => condition.Holds[row]);
}
