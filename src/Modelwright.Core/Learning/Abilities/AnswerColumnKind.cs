namespace Modelwright.Core.Learning.Abilities;

/// <summary>What the numbers of an answered column mean.</summary>
public enum AnswerColumnKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number, such as that of a segment.</summary>
    Whole,

    /// <summary>1 for yes, 0 for no.</summary>
    Flag,
}
