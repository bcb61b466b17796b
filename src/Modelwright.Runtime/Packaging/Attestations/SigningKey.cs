using System.Runtime.Versioning;
using System.Security.Cryptography;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging.Attestations;

/// <summary>A private key that signs attestations: ECDSA (FIPS 186-5) on P-256, P-384 or P-521. For one thread at a time.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;
    private readonly string _algorithm;
    private readonly HashAlgorithmName _hash;

    private SigningKey(ECDsa key)
    {
        _key = key;
        (_algorithm, _hash) = KeyCurves.Of(key);
        Id = KeyCurves.Id(key);
    }

    /// <summary>64 hexadecimal digits that name the pair of keys.</summary>
    public string Id { get; }

    /// <summary>Makes a new key on P-256.</summary>
    /// <returns>The key; it is nowhere else than in memory.</returns>
    [UnsupportedOSPlatform("browser")]
    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a private key.</summary>
    /// <param name="pem">PEM, PKCS #8 or SEC 1, without a password.</param>
    /// <returns>The key.</returns>
    /// <exception cref="OptionsException">The text is no such key, only the public half of one, or on another curve.</exception>
    [UnsupportedOSPlatform("browser")]
    public static SigningKey FromPem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        var key = KeyCurves.Import(pem);
        try
        {
            // Asks for the private half, which a public key lacks.
            key.SignData([0], HashAlgorithmName.SHA256);
            return new(key);
        }
        catch (CryptographicException cause)
        {
            key.Dispose();
            throw new OptionsException("The key is the public half of a pair, which checks signatures and makes none. Sign with the private half.", cause);
        }
        catch (OptionsException)
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The private key as PEM: who has it signs in your name.</summary>
    /// <returns>PKCS #8.</returns>
    public string PrivatePem() => _key.ExportPkcs8PrivateKeyPem();

    /// <summary>The public key as PEM, for those who check.</summary>
    /// <returns>SubjectPublicKeyInfo.</returns>
    public string PublicPem() => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Signs.</summary>
    /// <param name="attestation">What is stated.</param>
    /// <returns>The same with one signature more, in place of an older one of this key.</returns>
    public Attestation Sign(Attestation attestation)
    {
        ArgumentNullException.ThrowIfNull(attestation);
        var value = Convert.ToBase64String(_key.SignData(attestation.SignedBytes(), _hash));
        return attestation with { Signatures = [.. attestation.Signatures.Where(signature => signature.KeyId != Id), new(_algorithm, Id, value)] };
    }

    /// <summary>Lets go of the key.</summary>
    public void Dispose() => _key.Dispose();
}
