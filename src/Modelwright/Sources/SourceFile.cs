using System.Security.Cryptography;
using Modelwright.Core.Errors;

namespace Modelwright.Sources;

/// <summary>What all sources of files share: whether the file is there, and its fingerprint.</summary>
internal static class SourceFile
{
    internal static void CheckExists(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DataException($"{path} is a folder, not a file. Name one file in it.");
        }

        if (!File.Exists(path))
        {
            throw new DataException($"{path} was not found.{Suggest(path)} Check the path; it is taken from {Directory.GetCurrentDirectory()}.");
        }
    }

    internal static string Fingerprint(string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = File.OpenRead(path);
        var buffer = new byte[1 << 16];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, count);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Suggest(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder))
        {
            return $" Its folder '{folder}' does not exist either.";
        }

        var names = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Take(1000);
        return NearestName.Suggest(Path.GetFileName(path), names);
    }
}
