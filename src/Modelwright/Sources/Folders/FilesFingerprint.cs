using System.Security.Cryptography;
using System.Text;

namespace Modelwright.Sources.Folders;

/// <summary>One fingerprint of several files.</summary>
internal static class FilesFingerprint
{
    /// <summary>SHA-256 of the fingerprints and paths. Paths are part of it: a file that is renamed may come at another place.</summary>
    internal static string Of(IReadOnlyList<string> files, IReadOnlyList<string> fingerprints)
    {
        var lines = files.Select((file, position) => $"{fingerprints[position]} {file}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
