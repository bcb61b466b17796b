namespace Modelwright.Server.Security;

/// <summary>Who may use a route.</summary>
/// <param name="Needed">The role it needs; none means any caller who is known.</param>
/// <param name="IsOpen">Whether nobody must say who asks, as probes of a load balancer do not.</param>
internal sealed record RouteRole(Role Needed, bool IsOpen = false)
{
    internal static readonly RouteRole Open = new(Role.None, IsOpen: true);

    internal static readonly RouteRole Known = new(Role.None);
}
