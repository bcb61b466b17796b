using System.Runtime.Versioning;
using System.Security.Cryptography;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging.Attestations;

/// <summary>The public half of a pair of keys: checks what the other half signed. For one thread at a time.</summary>
public sealed class VerifyingKey : IDisposable
{
    private readonly ECDsa _key;
    private readonly string _algorithm;
    private readonly HashAlgorithmName _hash;

    private VerifyingKey(ECDsa key)
    {
        _key = key;
        (_algorithm, _hash) = KeyCurves.Of(key);
        Id = KeyCurves.Id(key);
    }

    /// <summary>64 hexadecimal digits that name the pair of keys.</summary>
    public string Id { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="pem">PEM; of a private key the public half is used.</param>
    /// <returns>The key.</returns>
    /// <exception cref="OptionsException">The text is no such key, or it lies on another curve.</exception>
    [UnsupportedOSPlatform("browser")]
    public static VerifyingKey FromPem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        var key = KeyCurves.Import(pem);
        try
        {
            return new(key);
        }
        catch (OptionsException)
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Looks whether the other half of the pair signed an attestation, as it stands to the letter.</summary>
    /// <param name="attestation">What is stated.</param>
    /// <returns>Null where no signature names this key; false where one does and does not hold.</returns>
    public bool? Signed(Attestation attestation)
    {
        ArgumentNullException.ThrowIfNull(attestation);
        AttestationSignature[] own = [.. attestation.Signatures.Where(signature => signature.KeyId == Id)];
        return own.Length == 0 ? null : Array.TrueForAll(own, signature => Holds(attestation, signature));
    }

    /// <summary>Lets go of the key.</summary>
    public void Dispose() => _key.Dispose();

    private bool Holds(Attestation attestation, AttestationSignature signature)
    {
        var room = new byte[signature.Value.Length];
        return signature.Algorithm == _algorithm && Convert.TryFromBase64String(signature.Value, room, out var length) && _key.VerifyData(attestation.SignedBytes(), room.AsSpan(0, length), _hash);
    }
}
