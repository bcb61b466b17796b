using System.Data.Common;
using System.Security.Cryptography;
using Modelwright.Core.Errors;

namespace Modelwright.Registry.Packages;

/// <summary>Opens the package of a version so that what is read is what was registered.</summary>
internal static class VerifiedPackage
{
    /// <summary>The package file, hashed just now and set to its beginning.</summary>
    /// <exception cref="ArtifactException">It is gone, or other bytes stand in its place.</exception>
    public static Stream Open(IPackageShelf shelf, DbConnection store, ModelVersion version, CancellationToken cancellation)
    {
        var name = FormattableString.Invariant($"{version.Model}@{version.Version}");
        var stream = shelf.Open(store, version.Sha256, cancellation)
            ?? throw new ArtifactException($"{name}: its package {version.Sha256} is not in the store any more. Register the file again under the same name; the version stays.");
        try
        {
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != version.Sha256)
            {
                throw new ArtifactException($"{name}: its package is not the one that was registered; the hash of its content is not {version.Sha256}. Take the damaged file away and register the package again under the same name.");
            }

            stream.Position = 0;
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
