namespace Modelwright.Registry;

/// <summary>What was done to a model of the registry.</summary>
public enum ModelAction
{
    /// <summary>A package became a new version.</summary>
    Register,

    /// <summary>A version became champion, through the gate or past it by force.</summary>
    Promote,

    /// <summary>The champion before the present one became champion again.</summary>
    Rollback,

    /// <summary>An alias other than the champion was set to a version.</summary>
    Alias,

    /// <summary>An alias was taken away.</summary>
    Unalias,

    /// <summary>A version was taken out.</summary>
    Remove,
}
