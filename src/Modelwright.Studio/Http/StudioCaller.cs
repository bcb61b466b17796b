namespace Modelwright.Studio.Http;

/// <summary>Who looks at the pages; the server puts it among the features of a request before a route of the pages runs.</summary>
/// <param name="Name">The name of the key, or 'anybody' where nobody must say who asks.</param>
/// <param name="Roles">What the visitor may do.</param>
/// <param name="HasSession">Whether there is a session that can be ended.</param>
public sealed record StudioCaller(string Name, StudioRole Roles, bool HasSession)
{
    internal static readonly StudioCaller Nobody = new("", StudioRole.None, HasSession: false);

    /// <summary>Whether predictions may be tried.</summary>
    public bool CanPredict => Roles.HasFlag(StudioRole.Predict);

    /// <summary>Whether models may be trained, loaded and routed.</summary>
    public bool CanManage => Roles.HasFlag(StudioRole.Manage);
}
