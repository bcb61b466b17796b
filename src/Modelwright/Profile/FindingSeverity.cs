namespace Modelwright.Profile;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>May spoil a model or its figures; look at it.</summary>
    Warning,

    /// <summary>Stands in the way of training, or of believing the figures.</summary>
    Severe,
}
