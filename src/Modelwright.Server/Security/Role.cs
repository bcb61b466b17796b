namespace Modelwright.Server.Security;

/// <summary>What a caller may do.</summary>
[Flags]
public enum Role
{
    /// <summary>Reads what is served, and its metrics.</summary>
    None = 0,

    /// <summary>Asks models for answers.</summary>
    Predict = 1,

    /// <summary>Hands in labels.</summary>
    Label = 2,

    /// <summary>Loads versions and says which of them answer.</summary>
    Manage = 4,
}
