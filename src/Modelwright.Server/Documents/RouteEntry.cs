namespace Modelwright.Server.Documents;

/// <summary>A route as it is told to people and machines.</summary>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path, with names in braces.</param>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Role">The role it needs; null where any key will do, an empty text where none is needed.</param>
internal sealed record RouteEntry(string Method, string Path, string Summary, string? Role);
