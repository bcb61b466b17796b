using Microsoft.AspNetCore.Http;

namespace Modelwright.Studio.Http;

/// <summary>One address of the pages, for the server to map.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Pattern">The path, with names in braces.</param>
/// <param name="Role">The role it needs.</param>
/// <param name="Answer">What answers it.</param>
public sealed record StudioRoute(string Method, string Pattern, StudioRole Role, RequestDelegate Answer)
{
    /// <summary>Whether it is shown to who is not signed in: the style, the script and the form to sign in.</summary>
    public bool IsOpen { get; init; }
}
