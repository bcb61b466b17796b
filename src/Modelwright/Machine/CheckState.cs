namespace Modelwright.Machine;

/// <summary>How it stands with one thing that the product may need of a machine.</summary>
public enum CheckState
{
    /// <summary>It is there.</summary>
    Ok,

    /// <summary>It is there, but scarce or not as it should be; everything works, some of it slower or plainer.</summary>
    Warning,

    /// <summary>It is not there, and something does not work without it.</summary>
    Missing,
}
