using System.Data.Common;

namespace Modelwright.Registry.Packages;

/// <summary>Where package files are kept, each by the hash of its content.</summary>
internal interface IPackageShelf
{
    /// <summary>The folder in which a file is made ready; it is made where it is missing.</summary>
    string StagingFolder { get; }

    /// <summary>The most bytes of one package.</summary>
    long MostBytes { get; }

    /// <summary>Puts a file in its place, inside the transaction that writes its row; one that is there stays.</summary>
    void Place(DbConnection store, StagedPackage package, CancellationToken cancellation);

    /// <summary>Opens a file, not verified yet; it can be read from any place.</summary>
    /// <returns>Null where it is not there.</returns>
    Stream? Open(DbConnection store, string sha256, CancellationToken cancellation);

    /// <summary>Takes away what no version needs, inside a transaction that keeps others from registering.</summary>
    void Sweep(DbConnection store, DateTimeOffset now);
}
