using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Stress.Gates;

namespace Modelwright.Registry;

/// <summary>How a version is to become champion.</summary>
public sealed record PromoteOptions
{
    /// <summary>Bounds for the figures of the package's evidence and of its newest test; null asks that this test says of itself that it passed.</summary>
    public Gate? Gate { get; init; }

    /// <summary>Keys that are trusted: only a test that one of them signed counts. Empty takes an unsigned one too.</summary>
    public IReadOnlyList<VerifyingKey> Keys { get; init; } = [];

    /// <summary>Whether the version becomes champion though the gate says no; <see cref="Reason"/> must say why.</summary>
    public bool Force { get; init; }

    /// <summary>Why, for the log, at most 2,000 letters; null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>Who promotes, at most 200 letters; null is the user of the operating system.</summary>
    public string? By { get; init; }
}
