namespace Modelwright.Studio.Http;

/// <summary>The entry of the navigation under which a page stands.</summary>
public enum PageSection
{
    /// <summary>None, as for a fault.</summary>
    None,

    /// <summary>Models, versions, evidence, predictions.</summary>
    Models,

    /// <summary>Requests of late.</summary>
    Traffic,

    /// <summary>Drift and quality over time.</summary>
    Quality,

    /// <summary>Recorded training runs.</summary>
    Runs,

    /// <summary>Training on a file.</summary>
    Train,
}
