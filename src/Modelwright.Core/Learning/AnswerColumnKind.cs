namespace Modelwright.Core.Learning;

/// <summary>Kinds of answers.</summary>
public enum AnswerColumnKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Yes or no.</summary>
    Flag,
}
