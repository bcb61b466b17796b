namespace Modelwright.Core.Learning;

/// <summary>What values a parameter takes.</summary>
public enum ParameterKind
{
    /// <summary>Any number in the range.</summary>
    Number,

    /// <summary>A whole number in the range.</summary>
    Integer,

    /// <summary>One of a list of words.</summary>
    Choice,
}
