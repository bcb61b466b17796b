using System.Globalization;
using System.Security.Cryptography;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Registry.Packages;

/// <summary>A copy of a package file that nobody else writes, with the hash of its content; disposing takes away what was not put in its place.</summary>
internal sealed class StagedPackage : IDisposable
{
    /// <summary>How the names of copies end.</summary>
    public const string Ending = ".partial";

    private const int Block = 1 << 20;

    private StagedPackage(string path, string sha256, long bytes) => (Path, Sha256, Bytes) = (path, sha256, bytes);

    /// <summary>The copy.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of its content.</summary>
    public string Sha256 { get; }

    /// <summary>Its length.</summary>
    public long Bytes { get; }

    /// <summary>Copies a file to where it can be checked and renamed; written through to the disk.</summary>
    /// <exception cref="OptionsException">There is no such file, or it has too many bytes for the store.</exception>
    public static StagedPackage Copy(string source, IPackageShelf shelf, CancellationToken cancellation)
    {
        Directory.CreateDirectory(shelf.StagingFolder);
        var path = System.IO.Path.Combine(shelf.StagingFolder, $"{Guid.NewGuid():N}{Ending}");
        try
        {
            using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (from.Length > shelf.MostBytes)
            {
                throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"{source}: the package has {from.Length} bytes; this store takes at most {shelf.MostBytes}. Keep it in a store that is a file, or train a smaller model (--max-size)."));
            }

            using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, total) = (new byte[Block], 0L);
            while (from.Read(buffer) is > 0 and var read)
            {
                cancellation.ThrowIfCancellationRequested();
                hash.AppendData(buffer.AsSpan(0, read));
                to.Write(buffer.AsSpan(0, read));
                total += read;
            }

            to.Flush(flushToDisk: true);
            return new(path, Convert.ToHexStringLower(hash.GetHashAndReset()), total);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Opens the copy as a package, with every check of a load.</summary>
    /// <param name="source">The file it was copied from, for texts.</param>
    /// <param name="forms">The kinds of form that can be read.</param>
    /// <exception cref="ArtifactException">It is damaged, hostile or newer.</exception>
    public Package Load(string source, FormCatalog? forms)
    {
        try
        {
            using var stream = File.OpenRead(Path);
            return Package.Load(stream, forms: forms);
        }
        catch (ArtifactException cause)
        {
            throw new ArtifactException($"{source}: {cause.Message}", cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
