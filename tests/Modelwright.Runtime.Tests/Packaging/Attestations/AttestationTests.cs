using System.Security.Cryptography;
using System.Text;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Packaging.Attestations;

public sealed class AttestationTests
{
    private static readonly Package Plain = ExampleModels.ClassPackage();

    private static Attestation About(Package package, string more = "") =>
        Attestation.Of($$"""{"kind": "test", "model_id": "{{package.ModelId}}", "evidence": "{{package.EvidenceHash}}", "passed": true{{more}}}""");

    private static Package Attested(params Attestation[] attestations) => Plain with { Attestations = attestations };

    private static byte[] Bytes(Package package)
    {
        using var stream = new MemoryStream();
        package.Save(stream);
        return stream.ToArray();
    }

    private static AttestationCheck Check(Package package, params SigningKey[] keys)
    {
        VerifyingKey[] trusted = [.. keys.Select(key => VerifyingKey.FromPem(key.PublicPem()))];
        var check = AttestationCheck.Of(package, trusted);
        foreach (var key in trusted)
        {
            key.Dispose();
        }

        return check;
    }

    [Fact]
    public void SaveLoadSave_Attested_SameBytesSameModelId()
    {
        using var key = SigningKey.Create();
        var package = Attested(key.Sign(About(Plain, """, "about": "größer \"alles\"" """)), About(Plain));
        var bytes = Bytes(package);

        var loaded = Package.Load(new MemoryStream(bytes));

        Assert.Equal(5, bytes[4]);
        Assert.Equal(bytes, Bytes(loaded));
        Assert.Equal(Plain.ModelId, loaded.ModelId);
        Assert.Equal(package.Attestations.Select(one => one.Statement), loaded.Attestations.Select(one => one.Statement));
        Assert.True(Check(loaded, key).IsVerified);
        Assert.Equal(Bytes(Plain), Bytes(loaded with { Attestations = [] }));
    }

    [Fact]
    public void Check_EachLetterOfAStatementChanged_IsNeverSound()
    {
        using var key = SigningKey.Create();
        var signed = key.Sign(About(Plain));
        for (var place = 0; place < signed.Statement.Length; place++)
        {
            var letters = signed.Statement.ToCharArray();
            letters[place] = letters[place] == '0' ? '1' : '0';
            Attestation forged;
            try
            {
                forged = Attestation.Of(new(letters)) with { Signatures = signed.Signatures };
            }
            catch (ArtifactException)
            {
                continue;
            }

            var check = Check(Attested(forged), key);
            Assert.False(check.IsVerified);
            Assert.True(check.All[0].IsForged);
            Assert.Null(check.Passed);
        }
    }

    [Fact]
    public void Check_SignatureChangedOrOfAnotherAlgorithm_IsForged()
    {
        using var key = SigningKey.Create();
        var signed = key.Sign(About(Plain));
        var own = signed.Signatures[0];
        foreach (var odd in new[] { own with { Value = own.Value[1..] }, own with { Value = "?" }, own with { Value = "" }, own with { Algorithm = "none" }, own with { Algorithm = "ecdsa_p384_sha384" } })
        {
            Assert.True(Check(Attested(signed with { Signatures = [odd] }), key).All[0].IsForged);
        }
    }

    [Fact]
    public void Check_StatementOfAnotherModelOrOfOtherEvidence_ProvesNothing()
    {
        using var key = SigningKey.Create();
        var signed = key.Sign(About(Plain));

        Assert.False(Check(ExampleModels.NumberPackage() with { Attestations = [signed] }, key).IsVerified);
        Assert.False(Check(Attested(signed) with { EvidenceJson = """{"roc_auc":0.99}""" }, key).IsVerified);
        Assert.Null(Check(Attested(signed) with { EvidenceJson = "{}" }, key).Passed);
    }

    [Fact]
    public void Check_SeveralKeys_EachMustHaveSigned()
    {
        using var one = SigningKey.Create();
        using var other = SigningKey.Create();
        var single = one.Sign(About(Plain));

        Assert.Equal([other.Id], Check(Attested(single), one, other).AbsentKeys);
        Assert.True(Check(Attested(other.Sign(single)), one, other).IsVerified);
        Assert.True(Check(Attested(single), one).IsVerified);
        Assert.Throws<ArgumentOutOfRangeException>(() => AttestationCheck.Of(Plain, []));
    }

    [Fact]
    public void Passed_NewestSoundTestCounts()
    {
        using var key = SigningKey.Create();
        var failed = Attestation.Of(About(Plain).Statement.Replace("true", "false", StringComparison.Ordinal));

        Assert.False(Check(Attested(key.Sign(About(Plain)), key.Sign(failed)), key).Passed);
        Assert.True(Check(Attested(key.Sign(failed), key.Sign(About(Plain))), key).Passed);
        Assert.True(Check(Attested(key.Sign(About(Plain)), failed), key).Passed);
    }

    [Theory]
    [InlineData("nistP256", "ecdsa_p256_sha256")]
    [InlineData("nistP384", "ecdsa_p384_sha384")]
    [InlineData("nistP521", "ecdsa_p521_sha512")]
    public void Sign_EveryCurve_IsVerifiedByThePublicHalfAndSignsOnce(string curve, string algorithm)
    {
        using var made = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        using var key = SigningKey.FromPem(made.ExportECPrivateKeyPem());

        var signed = key.Sign(key.Sign(About(Plain)));

        Assert.Equal(algorithm, Assert.Single(signed.Signatures).Algorithm);
        Assert.True(Check(Attested(signed), key).IsVerified);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(made.ExportSubjectPublicKeyInfo())), key.Id);
    }

    [Fact]
    public void FromPem_OtherThings_AreRefusedWithWhatToDo()
    {
        using var rsa = RSA.Create(2048);
        using var locked = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var withPassword = locked.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000));
        foreach (var text in new[] { "", "words", rsa.ExportPkcs8PrivateKeyPem(), withPassword, locked.ExportPkcs8PrivateKeyPem() + "\n" + locked.ExportPkcs8PrivateKeyPem() })
        {
            Assert.Equal(
                "The text is not one key for ECDSA in PEM without a password ('-----BEGIN PRIVATE KEY-----' or '-----BEGIN PUBLIC KEY-----'). 'modelwright sign --new-key FILE' makes a pair of keys.",
                Assert.Throws<OptionsException>(() => VerifyingKey.FromPem(text)).Message);
            Assert.Throws<OptionsException>(() => SigningKey.FromPem(text));
        }

        Assert.StartsWith("The key is the public half of a pair", Assert.Throws<OptionsException>(() => SigningKey.FromPem(locked.ExportSubjectPublicKeyInfoPem())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words", "it is not JSON")]
    [InlineData("[]", "it has no text 'kind'")]
    [InlineData("""{"kind": 1}""", "it has no text 'kind'")]
    [InlineData("""{"kind": "test"}""", "it has no text 'model_id'")]
    [InlineData("""{"kind": "test", "model_id": "a"}""", "it has no text 'evidence'")]
    [InlineData("""{"kind": "\ud800", "model_id": "a"}""", "it is not JSON")]
    public void Of_NoStatement_SaysWhatLacks(string text, string lack) => Assert.Equal(
        $$"""A statement about a package cannot be read: {{lack}}. A statement is JSON such as {"kind": "test", "model_id": "…", "evidence": "…", "passed": true}.""",
        Assert.Throws<ArtifactException>(() => Attestation.Of(text)).Message);

    [Fact]
    public void Of_TooLong_IsRefused() =>
        Assert.Contains("letters; at most 1048576 are read.", Assert.Throws<ArtifactException>(() => Attestation.Of(new(' ', Attestation.MostLetters + 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Save_TooManyAttestations_SaysSo() =>
        Assert.StartsWith("A package holds at most 100 attestations", Assert.Throws<OptionsException>(() => Bytes(Attested([.. Enumerable.Repeat(About(Plain), 101)]))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "it claims 0 attestations, where 1 to 100 can be")]
    [InlineData("{}", "its attestations are not sound")]
    [InlineData("""[{"statement": 1, "signatures": []}]""", "its attestations are not sound")]
    [InlineData("""[{"signatures": []}]""", "its attestations are not sound")]
    [InlineData("""[{"statement": null, "signatures": []}]""", "an attestation lacks its 'statement'")]
    [InlineData("""[{"statement": "{\"kind\": \"a\", \"model_id\": \"b\", \"evidence\": \"c\"}", "signatures": [{"algorithm": "a", "key": null, "value": ""}]}]""", "an attestation lacks its 'key'")]
    public void Read_HostilePart_IsRefused(string part, string what) => Assert.Equal(
        $"The package cannot be read: {what}. The file is damaged or was not made by this program; fetch it again from where it was made.",
        Assert.Throws<ArtifactException>(() => AttestationJson.Read(Encoding.UTF8.GetBytes(part))).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Load_ModelVersionThatCannotBe_IsRefused(byte version)
    {
        var bytes = Bytes(Attested(About(Plain)));
        bytes[6] = version;

        Assert.Equal(
            $"The package cannot be read: its head claims 7 parts and {version} behind the version, where version 5 has 7 and 1 to 4. The file is damaged or was not made by this program; fetch it again from where it was made.",
            Assert.Throws<ArtifactException>(() => Package.Load(new MemoryStream(bytes))).Message);
    }
}
