using Modelwright.Core.Data;
using Modelwright.Profile.Meanings.Numbers;

namespace Modelwright.Profile;

/// <summary>What is known of one column.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="Confidence">How sure that is, from 0 to 1; 1 where a person said so.</param>
/// <param name="Reason">What speaks for the meaning, in a few words.</param>
/// <param name="Spec">How it is to be read and used; levels stay empty until training.</param>
/// <param name="Evidence">What was measured.</param>
public sealed record ColumnProfile(ColumnMeaning Meaning, double Confidence, string Reason, ColumnSpec Spec, ColumnEvidence Evidence)
{
    /// <summary>The column's name.</summary>
    public string Name => Spec.Name;

    /// <summary>What the numbers are counted in, such as "kg", "%" or "$"; null where that is nothing, not known, or more than one currency.</summary>
    public string? Unit => Spec.Unit ?? Signs.UnitOf(Spec.NumberDecorations);

    /// <summary>Whether every row has a value of its own, though the meaning is not that of an id.</summary>
    internal bool NamesRow { get; init; }

    /// <summary>What the search for the meaning found out besides.</summary>
    internal IReadOnlyList<Finding> Findings { get; init; } = [];
}
