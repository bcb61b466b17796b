namespace Modelwright.Server.Security;

/// <summary>Who asks.</summary>
/// <param name="Name">The name of the key, or the subject of the token.</param>
/// <param name="Roles">What the caller may do.</param>
internal sealed record Caller(string Name, Role Roles)
{
    /// <summary>Whoever asks, where nobody must say who asks.</summary>
    internal static readonly Caller Anybody = new("anybody", Role.Predict | Role.Label | Role.Manage);
}
