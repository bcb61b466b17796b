namespace Modelwright.Runtime.Packaging.Attestations;

/// <summary>One signature over the statement of an attestation.</summary>
/// <param name="Algorithm">'ecdsa_p256_sha256', 'ecdsa_p384_sha384' or 'ecdsa_p521_sha512'.</param>
/// <param name="KeyId">64 hexadecimal digits: SHA-256 of the public key (SubjectPublicKeyInfo). It says which key to ask and proves nothing by itself.</param>
/// <param name="Value">Base64 of the two numbers of the signature, one after another (IEEE P1363).</param>
public sealed record AttestationSignature(string Algorithm, string KeyId, string Value);
