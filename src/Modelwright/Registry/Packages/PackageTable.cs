using System.Data.Common;
using System.Globalization;
using Modelwright.Recording.Stores;

namespace Modelwright.Registry.Packages;

/// <summary>Package files inside of a store on a server, in pieces, so that none is ever in memory as a whole.</summary>
internal sealed class PackageTable : IPackageShelf
{
    private const int Piece = 4 << 20;
    private const long Most = 1L << 30;

    /// <inheritdoc/>
    public string StagingFolder => Path.Combine(Path.GetTempPath(), "modelwright-packages");

    /// <inheritdoc/>
    public long MostBytes => Most;

    /// <inheritdoc/>
    public void Place(DbConnection store, StagedPackage package, CancellationToken cancellation)
    {
        if (StoreCommand.Read(store, "SELECT 1 FROM model_packages WHERE package = $1 LIMIT 1", _ => true, package.Sha256).Count > 0)
        {
            return;
        }

        using var file = File.OpenRead(package.Path);
        var buffer = new byte[Piece];
        for (var piece = 0; file.ReadAtLeast(buffer, Piece, throwOnEndOfStream: false) is > 0 and var read; piece++)
        {
            cancellation.ThrowIfCancellationRequested();
            StoreCommand.Run(store, "INSERT INTO model_packages (package, piece, bytes) VALUES ($1, $2, $3)", package.Sha256, piece, read == Piece ? buffer : buffer[..read]);
        }
    }

    /// <inheritdoc/>
    public Stream? Open(DbConnection store, string sha256, CancellationToken cancellation)
    {
        var pieces = StoreCommand.Read(store, "SELECT count(*) FROM model_packages WHERE package = $1", row => row.GetInt32(0), sha256)[0];
        if (pieces == 0)
        {
            return null;
        }

        Directory.CreateDirectory(StagingFolder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}.read");
        var copy = new FileStream(Path.Combine(StagingFolder, name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var bytes in StoreCommand.Read(store, "SELECT bytes FROM model_packages WHERE package = $1 AND piece = $2", row => row.GetFieldValue<byte[]>(0), sha256, piece))
                {
                    copy.Write(bytes);
                }
            }

            copy.Position = 0;
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Sweep(DbConnection store, DateTimeOffset now) =>
        StoreCommand.Run(store, "DELETE FROM model_packages WHERE NOT EXISTS (SELECT 1 FROM model_versions v WHERE v.package = model_packages.package)");
}
