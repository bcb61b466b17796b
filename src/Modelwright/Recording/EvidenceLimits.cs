namespace Modelwright.Recording;

/// <summary>What was asked of the shipped model beside its score, and what it has.</summary>
public sealed record EvidenceLimits
{
    /// <summary>Whether it had to be one model that can be read in full.</summary>
    public bool Interpretable { get; init; }

    /// <summary>The most microseconds that the answer to one row may take; null for no limit.</summary>
    public double? MaximumLatencyMicroseconds { get; init; }

    /// <summary>The median of the shipped model, measured at the end; null where there is no limit.</summary>
    public double? LatencyMicroseconds { get; init; }

    /// <summary>The most bytes that its form may take in the package; null for no limit.</summary>
    public long? MaximumSizeBytes { get; init; }

    /// <summary>What the form of the shipped model takes; null where there is no limit.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Whether the shipped model keeps within all of them.</summary>
    public bool AreKept { get; init; }
}
