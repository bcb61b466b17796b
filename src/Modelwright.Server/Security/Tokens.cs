using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Modelwright.Core.Errors;

namespace Modelwright.Server.Security;

/// <summary>Checks tokens (JWT, RFC 7519) by one public key, an issuer and an audience. Unsigned ones and those signed by a shared secret are refused.</summary>
internal sealed class Tokens : IDisposable
{
    private readonly AsymmetricAlgorithm _key;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _rules;

    /// <exception cref="OptionsException">The key cannot be read.</exception>
    internal Tokens(ServerOptions options)
    {
        (_key, SecurityKey key, string[] algorithms) = Read(options.TokenKeyFile!);
        _rules = new()
        {
            ValidIssuer = options.TokenIssuer,
            ValidAudience = options.TokenAudience,
            IssuerSigningKey = key,
            ValidAlgorithms = algorithms,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ValidateLifetime = true,
            ClockSkew = TimeSpan.FromSeconds(30),
            LifetimeValidator = (from, until, _, rules) => IsInTime(from, until, options.Time.GetUtcNow().UtcDateTime, rules.ClockSkew),
        };
    }

    /// <summary>Who a token names; null where it is not to be trusted.</summary>
    internal async ValueTask<Caller?> WhoAsync(string token)
    {
        var result = await _handler.ValidateTokenAsync(token, _rules).ConfigureAwait(false);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read)
        {
            return null;
        }

        var roles = Role.None;
        foreach (var claim in read.Claims.Where(claim => claim.Type is "roles" or "role" or "scope"))
        {
            foreach (var word in claim.Value.Split(' '))
            {
                roles |= RoleWords.Read(word) ?? Role.None;
            }
        }

        return new($"token:{read.Subject}", roles);
    }

    public void Dispose() => _key.Dispose();

    private static bool IsInTime(DateTime? from, DateTime? until, DateTime now, TimeSpan skew) =>
        until is { } end && now < end + skew && (from is not { } begin || now > begin - skew);

    private static (AsymmetricAlgorithm Key, SecurityKey Security, string[] Algorithms) Read(string path)
    {
        string pem;
        try
        {
            pem = File.ReadAllText(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OptionsException($"The key of tokens '{path}' cannot be read: {cause.Message} Name a public key as PEM.", cause);
        }

        return Import(ECDsa.Create, pem) is { } curve ? (curve, new ECDsaSecurityKey(curve), [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512])
            : Import(RSA.Create, pem) is { } rsa ? (rsa, new RsaSecurityKey(rsa), [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256])
            : throw new OptionsException($"The key of tokens '{path}' is no public key. Name one of RSA or of an elliptic curve, as PEM (-----BEGIN PUBLIC KEY-----).");
    }

    private static T? Import<T>(Func<T> make, string pem)
        where T : AsymmetricAlgorithm
    {
        var key = make();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception cause) when (cause is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
