namespace Modelwright.Runtime.Packaging.Attestations;

/// <summary>An attestation and what trusted keys say of it.</summary>
/// <param name="Attestation">What is stated.</param>
/// <param name="IsAbout">Whether it is about the model and the evidence of the package that carries it.</param>
/// <param name="ValidKeys">The ids of the trusted keys that signed it.</param>
/// <param name="IsForged">Whether a signature names a trusted key and does not hold: statement or signature were changed.</param>
public sealed record CheckedAttestation(Attestation Attestation, bool IsAbout, IReadOnlyList<string> ValidKeys, bool IsForged)
{
    /// <summary>Whether a trusted key signed it about this package, and nothing about it is forged.</summary>
    public bool IsSound => IsAbout && ValidKeys.Count > 0 && !IsForged;
}
