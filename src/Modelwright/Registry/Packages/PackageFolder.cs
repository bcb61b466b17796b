using System.Data.Common;
using Modelwright.Recording.Stores;

namespace Modelwright.Registry.Packages;

/// <summary>Package files beside a store that is a file: <c>models/ab/ab….mw</c>, written beside their place and renamed.</summary>
/// <param name="root">The folder 'models'.</param>
internal sealed class PackageFolder(string root) : IPackageShelf
{
    private const string Ending = ".mw";
    private const int Letters = 64;

    // Longer than any copy takes: a younger one may be at work in another program.
    private static readonly TimeSpan OldestCopy = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public string StagingFolder => root;

    /// <inheritdoc/>
    public long MostBytes => long.MaxValue;

    /// <inheritdoc/>
    public void Place(DbConnection store, StagedPackage package, CancellationToken cancellation)
    {
        var path = Of(package.Sha256);
        if (File.Exists(path) && new FileInfo(path).Length == package.Bytes)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(package.Path, path, overwrite: true);
    }

    /// <inheritdoc/>
    public Stream? Open(DbConnection store, string sha256, CancellationToken cancellation)
    {
        var path = Of(sha256);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;
    }

    /// <inheritdoc/>
    public void Sweep(DbConnection store, DateTimeOffset now)
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(root, "*" + Ending, SearchOption.AllDirectories))
        {
            // What is not named by a hash at its place is not ours.
            if (Path.GetFileNameWithoutExtension(path) is var sha256 && IsHash(sha256) && path == Of(sha256) && !IsNeeded(store, sha256))
            {
                Delete(path);
            }
        }

        foreach (var path in Directory.EnumerateFiles(root, "*" + StagedPackage.Ending).Where(path => now - File.GetLastWriteTimeUtc(path) > OldestCopy))
        {
            Delete(path);
        }
    }

    private string Of(string sha256) => IsHash(sha256) ? Path.Combine(root, sha256[..2], sha256 + Ending) : throw new InvalidOperationException("a version names its package by no hash");

    private static bool IsHash(string text) => text.Length == Letters && text.All(letter => char.IsAsciiHexDigitLower(letter));

    private static bool IsNeeded(DbConnection store, string sha256) => StoreCommand.Read(store, "SELECT 1 FROM model_versions WHERE package = $1 LIMIT 1", _ => true, sha256).Count > 0;

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it; the next sweep takes it.
        }
    }
}
