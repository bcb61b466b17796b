namespace Modelwright.Stress.Attacks.Threats;

/// <summary>
/// A rule between two numbers or two times of one row, such as savings of at most the income. It binds a row where one of the two is
/// changed and neither is missing.
/// </summary>
/// <param name="Column">The column the rule is about.</param>
public sealed record ThreatRule(string Column)
{
    /// <summary>The column that it must not exceed; null sets no such rule.</summary>
    public string? AtMost { get; init; }

    /// <summary>The column that it must reach; null sets no such rule.</summary>
    public string? AtLeast { get; init; }

    /// <summary>By how much it is broken: above 0 where it is, NaN where a value is missing.</summary>
    /// <param name="value">Value of <see cref="Column"/>; NaN where missing.</param>
    /// <param name="other">Value of the column it is compared with; NaN where missing.</param>
    internal double Excess(double value, double other) => AtMost is null ? other - value : value - other;
}
