using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Modelwright.Core.Errors;
using Modelwright.Server.Documents;
using Modelwright.Server.Security;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Security;

public sealed class AccessTests
{
    private static readonly string[] NamesOfRoles = ["predict", "label", "manage"];

    [Fact]
    public async Task Routes_EachRole_OpensItsOwnAlone()
    {
        var keys = new Dictionary<string, string>();
        await using var server = await TestServer.StartAsync(new() { ["churn"] = Packages.Classes() }, (options, folder) =>
        {
            foreach (var role in new[] { Role.Predict, Role.Label, Role.Manage })
            {
                keys[role.ToString().ToLowerInvariant()] = ApiKeyFile.Add(folder.At("keys.json"), role.ToString(), role);
            }

            return options with { KeyFile = folder.At("keys.json") };
        });

        foreach (var route in RouteCatalog.All)
        {
            var path = route.Path.Replace("{model}", "churn", StringComparison.Ordinal).Replace("{version}", "1", StringComparison.Ordinal).Replace("{name}", "9", StringComparison.Ordinal);
            var method = new HttpMethod(route.Method);
            var isOpen = route.Role == "";
            Assert.Equal(isOpen, (await server.SendAsync(method, path, null)).Status != 401);
            Assert.Equal(isOpen, (await server.SendAsync(method, path, null, key: "mw_guessed")).Status != 401);
            foreach (var role in NamesOfRoles)
            {
                var reply = await server.SendAsync(method, path, null, key: keys[role]);
                Assert.NotEqual(401, reply.Status);
                Assert.Equal(route.Role is null or "" || route.Role == role, reply.Status != 403);
                Assert.InRange(reply.Status, 200, 499);
            }
        }

        Assert.DoesNotContain(server.Log.Lines, line => keys.Values.Any(key => line.Contains(key, StringComparison.Ordinal)));
        Assert.DoesNotContain(keys.Values, key => File.ReadAllText(server.At("keys.json")).Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_SignedForThisServer_IsTaken()
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var server = await TestServer.StartAsync(new() { ["churn"] = Packages.Classes() }, (options, folder) =>
        {
            File.WriteAllText(folder.At("key.pem"), signing.ExportSubjectPublicKeyInfoPem());
            return options with { TokenKeyFile = folder.At("key.pem"), TokenIssuer = "us", TokenAudience = "models" };
        });
        string Token(ECDsa key, string issuer = "us", string audience = "models", string roles = "predict", int minutes = 5) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = DateTimeOffset.UtcNow.AddHours(-1).UtcDateTime,
            Expires = DateTimeOffset.UtcNow.AddMinutes(minutes).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = "shop", ["scope"] = roles },
            SigningCredentials = new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256),
        });
        async Task<int> Ask(string token) => (await server.SendAsync(HttpMethod.Post, "/predict", """{"age":1,"plan":null}""", key: token)).Status;

        Assert.Equal(200, await Ask(Token(signing)));
        Assert.Equal(403, await Ask(Token(signing, roles: "label")));
        Assert.Equal(401, await Ask(Token(other)));
        Assert.Equal(401, await Ask(Token(signing, issuer: "them")));
        Assert.Equal(401, await Ask(Token(signing, audience: "others")));
        Assert.Equal(401, await Ask(Token(signing, minutes: -5)));
        Assert.Equal(401, await Ask("eyJhbGciOiJub25lIn0.eyJpc3MiOiJ1cyIsImF1ZCI6Im1vZGVscyIsInNjb3BlIjoicHJlZGljdCIsImV4cCI6OTk5OTk5OTk5OX0."));
        Assert.Equal(401, await Ask("a.b.c"));
    }

    [Theory]
    [InlineData("evil.example:80", null, 403)]
    [InlineData("localhost", "http://evil.example", 403)]
    [InlineData("localhost", null, 200)]
    [InlineData("127.0.0.1", null, 200)]
    [InlineData("[::1]", null, 200)]
    public async Task Loopback_NamesAndSitesOfOthers_AreRefused(string host, string? origin, int status)
    {
        await using var server = await TestServer.StartAsync(Packages.Classes());

        var reply = await server.SendAsync(HttpMethod.Get, "/models", null, headers: origin is null ? [("Host", host)] : [("Host", host), ("Origin", origin)]);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public void Build_BeyondThisMachineWithoutKeys_IsRefused()
    {
        var fault = Assert.Throws<OptionsException>(() => ModelServer.Build(new() { Packages = new Dictionary<string, string> { ["churn"] = "churn.mw" }, Address = IPAddress.Any }));

        Assert.Equal("Address 0.0.0.0 can be reached from other machines, and nothing says who may ask. Name a file of keys (--keys) or a key of tokens (--token-key), or listen on 127.0.0.1.", fault.Message);
    }

    [Fact]
    public void Build_WrongOptions_TellsAll()
    {
        var fault = Assert.Throws<OptionsException>(() => ModelServer.Build(new() { Packages = new Dictionary<string, string> { ["../x"] = "churn.mw" }, Port = 70000, Limits = new() { Rows = 0 } }));

        Assert.Equal(
            """
            A model cannot be named '../x'. Use letters, digits, '-', '_' and '.', at most 100 and no '.' first; it stands in addresses.
            ServerOptions.Port must be 0 to 65535. Got 70000. Leave it out for 8080.
            ServerLimits.Rows must be 1 or more. Got 0. Leave it out for the default.
            """,
            fault.Message);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("{}", "has no list 'keys'")]
    [InlineData("""{"keys":[{"name":"a","sha256":"00","roles":[]}]}""", "Key 1 of")]
    [InlineData("""{"keys":[{"name":"a","sha256":"0000000000000000000000000000000000000000000000000000000000000000","roles":["king"]}]}""", "Key 1 of")]
    public void ReadKeys_NoFileOfKeys_SaysWhatIsWrong(string text, string expected)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("keys.json"), text);

        Assert.Contains(expected, Assert.Throws<OptionsException>(() => ApiKeyFile.Read(folder.At("keys.json"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_AboveTheLimit_IsToldToComeAgain()
    {
        await using var server = await TestServer.StartAsync(Packages.Classes(), options => options with { Limits = new() { RequestsPerSecond = 1 } });

        var replies = new List<int>();
        for (var call = 0; call < 20; call++)
        {
            replies.Add((await server.GetAsync("/models")).Status);
        }

        Assert.Contains(200, replies);
        Assert.Contains(429, replies);
        Assert.Equal(200, (await server.GetAsync("/healthz")).Status);
    }
}
