namespace Modelwright.Runtime.Packaging;

/// <summary>How much of a package is read before it is refused. Memory stays within a small multiple of it.</summary>
public sealed record PackageLimits
{
    /// <summary>Largest size of all parts together, in bytes; 1 GiB.</summary>
    public long MaxBytes { get; init; } = 1L << 30;
}
