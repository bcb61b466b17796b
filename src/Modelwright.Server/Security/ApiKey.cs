namespace Modelwright.Server.Security;

/// <summary>One key of a file: its hash, never the key.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Hash">SHA-256 of the key. Keys are 256 random bits, so a slow hash would guard nothing more.</param>
/// <param name="Roles">What it allows.</param>
internal sealed record ApiKey(string Name, byte[] Hash, Role Roles);
