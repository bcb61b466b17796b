namespace Modelwright.Studio.Http;

/// <summary>What a visitor may do. The server maps its own roles to these.</summary>
[Flags]
public enum StudioRole
{
    /// <summary>Looks at what is served, its evidence, traffic, quality and runs.</summary>
    None = 0,

    /// <summary>Tries predictions.</summary>
    Predict = 1,

    /// <summary>Sends files, trains, loads packages and says which versions answer.</summary>
    Manage = 2,
}
