using Modelwright.Runtime.Packaging;
using Modelwright.Server.Registered;
using Modelwright.Server.Security;
using Modelwright.Server.Tests.Data;

namespace Modelwright.Server.Tests.Registered;

/// <summary>The registry by HTTP: what each route does, and each way in which it can be refused.</summary>
public sealed class RegistryRoutesTests : IAsyncLifetime
{
    private const string Model = "/registry/models/churn";

    private TestServer _server = null!;
    private string _manage = "";
    private string _read = "";

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync([], (options, folder) =>
    {
        var registry = new TestRegistry(folder);
        registry.Add(Packages.Number(1));
        registry.Models.Promote("churn@1", new() { By = "ann" });
        _manage = ApiKeyFile.Add(folder.At("keys.json"), "deploy", Role.Manage);
        _read = ApiKeyFile.Add(folder.At("keys.json"), "shop", Role.Predict);
        return options with
        {
            KeyFile = folder.At("keys.json"),
            Packages = new Dictionary<string, string>(),
            Registry = new RegistryOptions { Store = registry.Store, Models = new Dictionary<string, string> { ["churn"] = "churn@champion" }, Poll = TimeSpan.FromHours(1) },
        };
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static byte[] Bytes(Package package)
    {
        using var bytes = new MemoryStream();
        package.Save(bytes);
        return bytes.ToArray();
    }

    private Task<TestServer.Reply> SendAsync(HttpMethod method, string path, string? body = null, string? key = null) => _server.SendAsync(method, path, body, key: key ?? _manage);

    private Task<TestServer.Reply> RegisterAsync(Package package, string query = "") =>
        _server.SendAsync(HttpMethod.Post, $"{Model}/versions{query}", Bytes(package), "application/octet-stream", _manage);

    [Fact]
    public async Task Life_FromRegisterToRemove_IsServedAndLogged()
    {
        var registered = await RegisterAsync(TestRegistry.Tested(Packages.Number(2)), "?note=of%20May");
        var promoted = await SendAsync(HttpMethod.Post, $"{Model}/promote", """{"version": 2, "reason": "wins in May"}""");
        var answered = await _server.SendAsync(HttpMethod.Post, "/predict", """{"age":50,"income":10}""", key: _read);
        var rolledBack = await SendAsync(HttpMethod.Post, $"{Model}/rollback", """{"reason": "alarms"}""");
        var answeredThen = await _server.SendAsync(HttpMethod.Post, "/predict", """{"age":50,"income":10}""", key: _read);
        var alias = await SendAsync(HttpMethod.Put, $"{Model}/aliases/challenger", """{"version": "2"}""");
        var one = await SendAsync(HttpMethod.Get, $"{Model}/versions/challenger", key: _read);
        var dropped = await SendAsync(HttpMethod.Delete, $"{Model}/aliases/challenger");
        var removed = await SendAsync(HttpMethod.Delete, $"{Model}/versions/2");
        var log = await SendAsync(HttpMethod.Get, $"{Model}/log?limit=6", key: _read);

        Assert.Equal((201, 2, "deploy", "of May"), (registered.Status, registered.Json.GetProperty("version").GetInt32(), registered.Json.GetProperty("registered_by").GetString(), registered.Json.GetProperty("note").GetString()));
        Assert.Equal((200, true, 1), (promoted.Status, promoted.Json.GetProperty("champion").GetBoolean(), promoted.Json.GetProperty("before").GetInt32()));
        Assert.Equal((20, 10), (answered.Json.GetProperty("value").GetDouble(), answeredThen.Json.GetProperty("value").GetDouble()));
        Assert.Equal(1, rolledBack.Json.GetProperty("version").GetInt32());
        Assert.Equal((200, 200, 2), (alias.Status, one.Status, one.Json.GetProperty("version").GetInt32()));
        Assert.Equal((200, 200), (dropped.Status, removed.Status));
        Assert.Equal(["remove", "unalias", "alias", "rollback", "promote", "register"], log.Json.GetProperty("log").EnumerateArray().Select(change => change.GetProperty("action").GetString()!));
        Assert.All(log.Json.GetProperty("log").EnumerateArray(), change => Assert.Equal("deploy", change.GetProperty("by").GetString()));
        Assert.Equal(["of May", "wins in May", "alarms"], log.Json.GetProperty("log").EnumerateArray().Where(change => change.TryGetProperty("reason", out _)).Select(change => change.GetProperty("reason").GetString()!).Reverse());
    }

    [Fact]
    public async Task Models_AnyKey_TellsVersionsAliasesAndEvidence()
    {
        var list = await SendAsync(HttpMethod.Get, "/registry/models", key: _read);
        var model = await SendAsync(HttpMethod.Get, Model, key: _read);
        var evidence = await SendAsync(HttpMethod.Get, $"{Model}/versions/1/evidence", key: _read);

        Assert.Equal(1, list.Json.GetProperty("models")[0].GetProperty("champion").GetInt32());
        Assert.Equal(["champion"], model.Json.GetProperty("versions")[0].GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()!));
        Assert.Equal(1, model.Json.GetProperty("aliases").GetProperty("champion").GetInt32());
        Assert.Equal((200, Packages.Number(1).EvidenceJson), (evidence.Status, evidence.Text));
    }

    [Theory]
    [InlineData(null, "The package carries no test about this model and evidence.")]
    [InlineData(false, "The test of today did not pass its gate.")]
    public async Task Promote_GateSaysNo_ChangesNothingUnlessForced(bool? passed, string said)
    {
        await RegisterAsync(TestRegistry.Tested(Packages.Number(2), passed));

        var refused = await SendAsync(HttpMethod.Post, $"{Model}/promote", """{"version": 2}""");
        var unexplained = await SendAsync(HttpMethod.Post, $"{Model}/promote", """{"version": 2, "force": true}""");
        var stays = _server.Models.All[0].Split.Champion;
        var forced = await SendAsync(HttpMethod.Post, $"{Model}/promote", """{"version": 2, "force": true, "reason": "the old one is gone"}""");

        Assert.Equal((409, "1"), (refused.Status, stays));
        Assert.StartsWith(said, refused.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal((409, "Force needs a reason, which the log keeps. Say why with --reason (PromoteOptions.Reason)."), (unexplained.Status, unexplained.Json.GetProperty("errors")[0].GetProperty("message").GetString()));
        Assert.Equal((200, true, "2"), (forced.Status, forced.Json.GetProperty("forced").GetBoolean(), _server.Models.All[0].Split.Champion));
    }

    [Theory]
    [InlineData("GET", "/registry/models/price", null, 404)]
    [InlineData("GET", "/registry/models/..%2Fx", null, 404)]
    [InlineData("GET", Model + "/versions/9", null, 404)]
    [InlineData("GET", Model + "/versions/0", null, 404)]
    [InlineData("GET", Model + "/versions/absent/evidence", null, 404)]
    [InlineData("GET", Model + "/log?limit=0", null, 400)]
    [InlineData("GET", "/registry/models/price/log", null, 404)]
    [InlineData("POST", Model + "/promote", "{}", 400)]
    [InlineData("POST", Model + "/promote", "[]", 400)]
    [InlineData("POST", Model + "/promote", "{", 400)]
    [InlineData("POST", Model + "/promote", """{"version": 9}""", 404)]
    [InlineData("POST", Model + "/promote", """{"version": true}""", 400)]
    [InlineData("POST", Model + "/promote", """{"version": 1, "force": 1}""", 400)]
    [InlineData("POST", Model + "/promote", """{"version": 1, "reason": 7}""", 400)]
    [InlineData("POST", Model + "/rollback", "{}", 409)]
    [InlineData("POST", "/registry/models/price/rollback", "{}", 404)]
    [InlineData("PUT", Model + "/aliases/champion", """{"version": 1}""", 409)]
    [InlineData("PUT", Model + "/aliases/7", """{"version": 1}""", 409)]
    [InlineData("PUT", Model + "/aliases/next", """{"version": 9}""", 404)]
    [InlineData("PUT", Model + "/aliases/next", "{}", 400)]
    [InlineData("DELETE", Model + "/aliases/absent", null, 409)]
    [InlineData("DELETE", Model + "/versions/1", null, 409)]
    [InlineData("POST", Model + "/versions", "{}", 415)]
    public async Task Call_Wrong_ChangesNothing(string method, string path, string? body, int status)
    {
        var reply = await SendAsync(new(method), path, body);

        Assert.Equal((status, "application/problem+json"), (reply.Status, reply.Type));
        Assert.NotEqual(0, reply.Json.GetProperty("errors").GetArrayLength());
        Assert.Equal(2, (await SendAsync(HttpMethod.Get, $"{Model}/log")).Json.GetProperty("log").GetArrayLength());
    }

    [Fact]
    public async Task Register_NoPackage_IsRefusedWithoutItsPlace()
    {
        var reply = await _server.SendAsync(HttpMethod.Post, $"{Model}/versions", "no package", "application/octet-stream", _manage);
        var unnamed = await _server.SendAsync(HttpMethod.Post, "/registry/models/.x/versions", Bytes(Packages.Number(3)), "application/octet-stream", _manage);

        Assert.Equal(400, reply.Status);
        Assert.DoesNotContain("sent.mw", reply.Text, StringComparison.Ordinal);
        Assert.Equal(409, unnamed.Status);
        Assert.StartsWith("'.x' cannot name a model.", unnamed.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_WithoutTheRole_IsRefused()
    {
        var promoted = await SendAsync(HttpMethod.Post, $"{Model}/promote", """{"version": 1}""", _read);

        Assert.Equal(403, promoted.Status);
    }

    [Fact]
    public async Task NoStore_EveryRouteSaysSo()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1));

        var reply = await server.GetAsync("/registry/models");

        Assert.Equal((409, "The server was started without a store."), (reply.Status, reply.Json.GetProperty("errors")[0].GetProperty("message").GetString()));
    }
}
