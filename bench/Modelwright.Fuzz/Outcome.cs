namespace Modelwright.Fuzz;

/// <summary>What became of a case.</summary>
internal enum Outcome
{
    /// <summary>An answer, and it is right.</summary>
    Answer,

    /// <summary>A refusal of the declared kind that says what to do.</summary>
    Refusal,

    /// <summary>Anything else: a defect.</summary>
    Failure,
}
