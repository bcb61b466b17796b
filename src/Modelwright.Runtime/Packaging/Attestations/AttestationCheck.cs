namespace Modelwright.Runtime.Packaging.Attestations;

/// <summary>What a set of keys says of the attestations of a package.</summary>
/// <remarks>Sound is what a key of the set signed, to the letter, about this model with this evidence. All else proves nothing.</remarks>
public sealed class AttestationCheck
{
    private AttestationCheck(IReadOnlyList<CheckedAttestation> all, IReadOnlyList<string> absent) => (All, AbsentKeys) = (all, absent);

    /// <summary>Every attestation with what the keys say of it, oldest first.</summary>
    public IReadOnlyList<CheckedAttestation> All { get; }

    /// <summary>The ids of keys that signed nothing sound about the package.</summary>
    public IReadOnlyList<string> AbsentKeys { get; }

    /// <summary>Whether every key signed something sound about the package, and nothing was forged in the name of one.</summary>
    public bool IsVerified => AbsentKeys.Count == 0 && All.All(one => !one.IsForged);

    /// <summary>Whether the newest sound statement of a test says that the package passed; null where there is none.</summary>
    public bool? Passed => All.LastOrDefault(one => one.IsSound && one.Attestation.Kind == "test")?.Attestation.Passed;

    /// <summary>Checks.</summary>
    /// <param name="package">The package.</param>
    /// <param name="keys">Keys that are trusted, at least one.</param>
    /// <returns>What they say.</returns>
    /// <exception cref="ArgumentException">There is no key.</exception>
    public static AttestationCheck Of(Package package, IReadOnlyList<VerifyingKey> keys)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfZero(keys.Count);
        var signers = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<CheckedAttestation>();
        foreach (var attestation in package.Attestations)
        {
            var isAbout = attestation.IsAbout(package);
            string[] valid = [.. keys.Where(key => key.Signed(attestation) == true).Select(key => key.Id)];
            all.Add(new(attestation, isAbout, valid, keys.Any(key => key.Signed(attestation) == false)));
            signers.UnionWith(isAbout ? valid : []);
        }

        return new(all, [.. keys.Select(key => key.Id).Distinct(StringComparer.Ordinal).Where(key => !signers.Contains(key))]);
    }
}
