namespace Modelwright.Reports.Charts;

/// <summary>How an axis is divided.</summary>
public enum AxisScale
{
    /// <summary>Equal steps of numbers.</summary>
    Linear,

    /// <summary>Equal steps of powers of ten; all values are above 0.</summary>
    Logarithmic,

    /// <summary>Points in time, as days since 0001-01-01.</summary>
    Time,
}
