using System.Runtime.Versioning;
using System.Security.Cryptography;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging.Attestations;

/// <summary>The curves that keys may lie on: those of NIST that every platform of .NET has, each with the hash of its strength.</summary>
internal static class KeyCurves
{
    private const string Advice = "'modelwright sign --new-key FILE' makes a pair of keys.";

    private static readonly (string Curve, string Algorithm, HashAlgorithmName Hash)[] Known =
    [
        ("1.2.840.10045.3.1.7", "ecdsa_p256_sha256", HashAlgorithmName.SHA256),
        ("1.3.132.0.34", "ecdsa_p384_sha384", HashAlgorithmName.SHA384),
        ("1.3.132.0.35", "ecdsa_p521_sha512", HashAlgorithmName.SHA512),
    ];

    /// <summary>The algorithm that goes with a key.</summary>
    /// <exception cref="OptionsException">The key lies on another curve.</exception>
    internal static (string Name, HashAlgorithmName Hash) Of(ECDsa key)
    {
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;
        var known = Known.FirstOrDefault(known => curve.IsNamed && (curve.Oid.Value ?? Oid.FromFriendlyName(curve.Oid.FriendlyName!, OidGroup.PublicKeyAlgorithm).Value) == known.Curve);
        return known.Curve is null
            ? throw new OptionsException($"The key lies on a curve that is not used here; use one on P-256, P-384 or P-521. {Advice}")
            : (known.Algorithm, known.Hash);
    }

    /// <summary>Reads a key.</summary>
    /// <exception cref="OptionsException">The text is no key in PEM, or one that needs a password.</exception>
    [UnsupportedOSPlatform("browser")]
    internal static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception cause) when (cause is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new OptionsException($"The text is not one key for ECDSA in PEM without a password ('-----BEGIN PRIVATE KEY-----' or '-----BEGIN PUBLIC KEY-----'). {Advice}", cause);
        }
    }

    /// <summary>The name of a key: the hash of its public half.</summary>
    internal static string Id(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
}
