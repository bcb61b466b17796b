using CsCheck;
using Modelwright.Runtime.Packaging;
using Modelwright.Server.Tests.Data;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Tests.Traffic;

public sealed class TrafficTests
{
    private const string Row = """{"age":50,"income":10}""";

    [Fact]
    public async Task Swap_UnderParallelRequests_FailsNone()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1));
        using var stop = new CancellationTokenSource();
        var values = new HashSet<double>();
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var seen = new List<(int Status, double Value, string Version)>();
            while (!stop.IsCancellationRequested)
            {
                var reply = await server.PostAsync("/predict", Row);
                seen.Add((reply.Status, reply.Json.GetProperty("value").GetDouble(), reply.Json.GetProperty("version").GetString()!));
            }

            return seen;
        })).ToArray();

        for (var version = 2; version <= 12; version++)
        {
            var loaded = await server.SendAsync(HttpMethod.Post, $"/manage/models/churn/versions?version={version}", Bytes(Packages.Number(version)), "application/octet-stream");
            Assert.Equal(201, loaded.Status);
            Assert.Equal(200, (await server.SendAsync(HttpMethod.Put, "/manage/models/churn/traffic", $$"""{"champion":"{{version}}"}""")).Status);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        var all = (await Task.WhenAll(callers)).SelectMany(seen => seen).ToArray();
        Assert.All(all, one => Assert.Equal((200, 10.0 * int.Parse(one.Version, System.Globalization.CultureInfo.InvariantCulture)), (one.Status, one.Value)));
        Assert.True(all.Select(one => one.Version).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Rollback_AfterASwap_AnswersAsBefore()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1));
        await server.SendAsync(HttpMethod.Post, "/manage/models/churn/versions", Bytes(Packages.Number(2)), "application/octet-stream");
        await server.SendAsync(HttpMethod.Put, "/manage/models/churn/traffic", """{"champion":"2"}""");
        Assert.Equal(20, (await server.PostAsync("/predict", Row)).Json.GetProperty("value").GetDouble());

        var reply = await server.PostAsync("/manage/models/churn/rollback", "{}");

        Assert.Equal("1", reply.Json.GetProperty("traffic").GetProperty("champion").GetString());
        Assert.Equal(10, (await server.PostAsync("/predict", Row)).Json.GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Challenger_ByShare_MeetsTheSameIdsAlways()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1));
        await server.SendAsync(HttpMethod.Post, "/manage/models/churn/versions", Bytes(Packages.Number(2)), "application/octet-stream");
        await server.SendAsync(HttpMethod.Put, "/manage/models/churn/traffic", """{"champion":"1","challenger":"2","share":0.5}""");
        async Task<string> Version(int id) => (await server.SendAsync(HttpMethod.Post, "/predict", Row, headers: ("X-Sticky-Key", $"customer-{id}"))).Json.GetProperty("version").GetString()!;

        var first = await Task.WhenAll(Enumerable.Range(0, 60).Select(Version));

        Assert.Equal(first, await Task.WhenAll(Enumerable.Range(0, 60).Select(Version)));
        Assert.Equal(["1", "2"], first.Distinct().Order());
    }

    [Fact]
    public void Place_OfManyIds_IsSpreadEvenly()
    {
        var shares = Enumerable.Range(0, 20_000).Select(id => ServedModel.Place($"customer-{id}")).ToArray();

        // Four standard errors of a share of 20,000.
        foreach (var share in new[] { 0.01, 0.1, 0.5, 0.9 })
        {
            Assert.Equal(share, shares.Count(place => place < share) / 20_000.0, 4 * Math.Sqrt(share * (1 - share) / 20_000));
        }
    }

    [Fact]
    public void Place_OfAnyId_IsAShare() => Gen.String.Sample(id => ServedModel.Place(id) is >= 0 and < 1);

    [Fact]
    public async Task Shadow_IsAskedBesideAndToldToTheLogAlone()
    {
        var log = new ListLog();
        await using var server = await TestServer.StartAsync(Packages.Number(1), options => options with { RequestLog = log });
        await server.SendAsync(HttpMethod.Post, "/manage/models/churn/versions", Bytes(Packages.Number(2)), "application/octet-stream");
        await server.SendAsync(HttpMethod.Put, "/manage/models/churn/traffic", """{"champion":"1","shadow":"2"}""");

        var reply = await server.SendAsync(HttpMethod.Post, "/predict", Row, headers: ("X-Request-Id", "a"));
        while (log.Requests.Count < 2)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal(10, reply.Json.GetProperty("value").GetDouble());
        Assert.Equal([("a", "1", false, 10.0), ("a", "2", true, 20.0)], log.Requests.Select(one => (one.Id, one.Version, one.IsShadow, one.Outputs[0])));
        Assert.Contains("modelwright_server_shadow_differing", (await server.GetAsync("/metrics")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"champion":"9"}""", 409)]
    [InlineData("""{"challenger":"1","share":2}""", 409)]
    [InlineData("""{"share":0.1}""", 409)]
    [InlineData("""{"share":"x"}""", 400)]
    [InlineData("""{"champion":7}""", 400)]
    [InlineData("[]", 400)]
    [InlineData("{", 400)]
    public async Task Traffic_Wrong_ChangesNothing(string body, int status)
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1));

        Assert.Equal(status, (await server.SendAsync(HttpMethod.Put, "/manage/models/churn/traffic", body)).Status);
        Assert.Equal(new TrafficSplit("1"), server.Models.All[0].Split);
    }

    [Theory]
    [InlineData("../secret.mw")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\\\secret.mw")]
    [InlineData("a/b.mw")]
    [InlineData(".hidden.mw")]
    [InlineData("absent.mw")]
    public async Task Load_NameThatLeavesTheFolder_IsRefused(string name)
    {
        await using var server = await TestServer.StartAsync(new() { ["churn"] = Packages.Number(1) }, (options, folder) =>
        {
            Directory.CreateDirectory(folder.At("models"));
            Packages.Number(2).Save(folder.At("secret.mw"));
            return options with { PackageFolder = folder.At("models") };
        });

        Assert.Equal(400, (await server.PostAsync("/manage/models/churn/versions", $$"""{"package":"{{name}}"}""")).Status);
        Packages.Number(2).Save(server.At("models/fine.mw"));
        Assert.Equal(201, (await server.PostAsync("/manage/models/churn/versions", """{"package":"fine.mw","version":"b"}""")).Status);
    }

    [Fact]
    public async Task Load_NoPackage_IsRefused()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1));

        Assert.Equal(400, (await server.SendAsync(HttpMethod.Post, "/manage/models/churn/versions", "PK no package", "application/octet-stream")).Status);
        Assert.Equal(409, (await server.SendAsync(HttpMethod.Post, "/manage/models/churn/versions?version=1", Bytes(Packages.Number(2)), "application/octet-stream")).Status);
        Assert.Equal(409, (await server.SendAsync(HttpMethod.Delete, "/manage/models/churn/versions/1", null)).Status);
        Assert.Equal(409, (await server.PostAsync("/manage/models/churn/rollback", "{}")).Status);
    }

    [Fact]
    public async Task File_Changed_AnswersByItself()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1));

        Packages.Number(3).Save(server.At("churn.mw"));
        while ((await server.PostAsync("/predict", Row)).Json.GetProperty("version").GetString() == "1")
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(30, (await server.PostAsync("/predict", Row)).Json.GetProperty("value").GetDouble());
        Assert.Equal(10, (await server.PostAsync("/models/churn/versions/1/predict", Row)).Json.GetProperty("value").GetDouble());
    }

    private static byte[] Bytes(Package package)
    {
        using var stream = new MemoryStream();
        package.Save(stream);
        return stream.ToArray();
    }
}
