namespace Modelwright.Stress.Attacks.Threats;

/// <summary>Which way an opponent can move a number or a time.</summary>
public enum ThreatDirection
{
    /// <summary>Up and down.</summary>
    Any,

    /// <summary>Up only: an age, a number of purchases.</summary>
    Up,

    /// <summary>Down only.</summary>
    Down,
}
