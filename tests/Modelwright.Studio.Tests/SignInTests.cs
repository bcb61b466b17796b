using Modelwright.Server.Security;
using Modelwright.Studio.Tests.Data;

namespace Modelwright.Studio.Tests;

public sealed class SignInTests
{
    private static readonly string[] Managing = ["/studio/models/churn/champion", "/studio/models/churn/rollback", "/studio/train", "/studio/runs/1/load", "/studio/train/1/start", "/studio/train/1/stop", "/studio/train/1/remove", "/studio/train/1/load"];

    [Fact]
    public async Task Stranger_IsLedToTheForm_AndSeesNothingElse()
    {
        var (server, _) = await StartAsync(Role.Predict);
        await using var running = server;

        foreach (var path in new[] { "/", "/studio/models/churn", "/studio/models/churn/try", "/studio/traffic", "/studio/quality", "/studio/runs", "/studio/train" })
        {
            var reply = await server.GetAsync(path);
            Assert.Equal(302, reply.Status);
            Assert.Equal($"/studio/sign-in?next={Uri.EscapeDataString(path)}", reply.Location);
            Assert.Empty(reply.Html);
        }

        var form = await server.GetAsync("/studio/sign-in?next=%2Fstudio%2Fruns");
        Assert.Equal(200, form.Status);
        Assert.Contains("API key or token", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("churn", form.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await server.GetAsync("/studio/assets/studio.css")).Status);
    }

    [Fact]
    public async Task Key_OpensPages_ButNoRouteForPrograms()
    {
        var (server, key) = await StartAsync(Role.Predict);
        await using var running = server;

        var entered = await server.PostAsync("/studio/sign-in", "/studio/sign-in", ("key", key), ("next", "/studio/runs"));

        Assert.Equal(303, entered.Status);
        Assert.Equal("/studio/runs", entered.Location);
        var cookie = entered.Headers["Set-Cookie"];
        Assert.Contains("modelwright_session=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=28800", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(key, cookie, StringComparison.Ordinal);
        Assert.Equal(200, (await server.GetAsync("/")).Status);
        Assert.Equal(401, (await server.GetAsync("/models")).Status);
        Assert.Equal(401, (await server.GetAsync("/metrics")).Status);
    }

    [Theory]
    [InlineData("mw_guessed")]
    [InlineData("")]
    [InlineData("a.b.c")]
    public async Task AnotherKey_IsRefused(string key)
    {
        var (server, _) = await StartAsync(Role.Predict);
        await using var running = server;

        var reply = await server.PostAsync("/studio/sign-in", "/studio/sign-in", ("key", key));

        Assert.Equal(401, reply.Status);
        Assert.Contains("This key is not known, or it has run out. Look for a slip of the pen, or ask whoever runs the server for one.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await server.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Next_LeadsNowhereElse(string next)
    {
        var (server, key) = await StartAsync(Role.Predict);
        await using var running = server;

        Assert.Equal("/", (await server.PostAsync("/studio/sign-in", "/studio/sign-in", ("key", key), ("next", next))).Location);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        var (server, key) = await StartAsync(Role.Predict);
        await using var running = server;
        await server.PostAsync("/studio/sign-in", "/studio/sign-in", ("key", key));

        var left = await server.PostAsync("/", "/studio/sign-out");

        Assert.Equal("/studio/sign-in", left.Location);
        Assert.Equal(302, (await server.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Predicting_DoesNotManage()
    {
        var (server, key) = await StartAsync(Role.Predict);
        await using var running = server;
        await server.PostAsync("/studio/sign-in", "/studio/sign-in", ("key", key));

        foreach (var path in Managing)
        {
            var reply = await server.PostAsync("/studio/models/churn/try", path);
            Assert.Equal(403, reply.Status);
            Assert.Equal("text/html", reply.Type);
            Assert.Contains("It needs the role 'manage'.", reply.Text, StringComparison.Ordinal);
        }

        Assert.Contains("needs a key with the role 'manage'", (await server.GetAsync("/studio/train")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rollback", (await server.GetAsync("/studio/models/churn")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managing_DoesNotPredict()
    {
        var (server, key) = await StartAsync(Role.Manage);
        await using var running = server;
        await server.PostAsync("/studio/sign-in", "/studio/sign-in", ("key", key));

        Assert.Equal(403, (await server.GetAsync("/studio/models/churn/try")).Status);
        Assert.DoesNotContain("Try it", (await server.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_WithoutTheTokenOfTheirPage_DoNothing()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());

        var forged = await server.SendAsync("/studio/models/churn/try", ("column_0", "50"), ("version", "1"));
        Assert.Equal(400, forged.Status);
        Assert.Contains("The form is out of date", forged.Text, StringComparison.Ordinal);

        await server.GetAsync("/studio/models/churn/try");
        Assert.Equal(400, (await server.SendAsync("/studio/models/churn/try", ("form_token", "guessed"), ("version", "1"))).Status);
        foreach (var path in Managing)
        {
            Assert.InRange((await server.SendAsync(path, ("form_token", "guessed"))).Status, 400, 415);
        }
    }

    [Fact]
    public async Task OtherSites_AskNothingByABrowser()
    {
        await using var server = await StudioServer.StartAsync(Packages.Churn());
        using var fromElsewhere = new HttpRequestMessage(HttpMethod.Get, "/");
        fromElsewhere.Headers.Add("Origin", "https://elsewhere.example");
        using var byAnotherName = new HttpRequestMessage(HttpMethod.Get, "/");
        byAnotherName.Headers.Host = "elsewhere.example";

        foreach (var request in new[] { fromElsewhere, byAnotherName })
        {
            var reply = await server.SendAsync(request);
            Assert.Equal(403, reply.Status);
            Assert.Contains("The request comes from elsewhere.", reply.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("churn", reply.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<(StudioServer Server, string Key)> StartAsync(Role roles)
    {
        var key = "";
        var server = await StudioServer.StartAsync(Packages.Churn(), (options, folder) =>
        {
            key = ApiKeyFile.Add(folder.At("keys.json"), "eva", roles);
            return options with { KeyFile = folder.At("keys.json"), Pages = new() { Learners = SampleStudio.Learners() } };
        });
        return (server, key);
    }
}
