using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Recording.Distilling;
using Modelwright.Recording.Stacking;
using Modelwright.Search;
using Modelwright.Search.Stacking;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>What the search chose, and the model it was validated as.</summary>
/// <param name="Outcome">What the search found.</param>
/// <param name="Recipe">How the choice is made again.</param>
/// <param name="Rows">The rows the search worked with.</param>
/// <param name="Form">The chosen model as the search left it.</param>
internal sealed record Choice(SearchOutcome Outcome, Recipe Recipe, LabelledRows Rows, IForm Form)
{
    /// <summary>Where the rows stand among all rows; null where they are all.</summary>
    public int[]? Places { get; init; }

    /// <summary>The second layer over the members; null where there is none.</summary>
    public Stacked? Stacked { get; init; }

    /// <summary>What came of trying one; null where none was tried.</summary>
    public EvidenceStacking? Stacking { get; init; }

    /// <summary>Where the model comes from that another one taught; null for any other.</summary>
    public TaughtChoice? Taught { get; init; }

    /// <summary>The taught model beside its teacher; null for any other.</summary>
    public EvidenceDistillation? Distillation { get; init; }

    /// <summary>Whether more rows would help; null where nobody asked or it could not be told.</summary>
    public EvidenceLearningCurve? Curve { get; init; }

    /// <summary>What else a person should know of it, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
