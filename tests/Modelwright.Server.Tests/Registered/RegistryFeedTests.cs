using Modelwright.Core.Errors;
using Modelwright.Server.Registered;
using Modelwright.Server.Tests.Data;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Tests.Registered;

/// <summary>What the registry says is served, and a change there becomes a change here.</summary>
public sealed class RegistryFeedTests
{
    private const string Row = """{"age":50,"income":10}""";

    private static async Task<(TestServer Server, TestRegistry Registry)> StartAsync(Func<RegistryOptions, RegistryOptions>? change = null, int versions = 2)
    {
        TestRegistry? registry = null;
        var server = await TestServer.StartAsync([], (options, folder) =>
        {
            registry = new(folder);
            for (var factor = 1; factor <= versions; factor++)
            {
                registry.Add(Packages.Number(factor));
            }

            registry.Promote("churn@1");
            var told = new RegistryOptions { Store = registry.Store, Models = new Dictionary<string, string> { ["churn"] = "churn@champion" }, Poll = TimeSpan.FromMilliseconds(20) };
            return options with { Packages = new Dictionary<string, string>(), Registry = change?.Invoke(told) ?? told };
        });
        return (server, registry!);
    }

    private static async Task<double> AskAsync(TestServer server) => (await server.PostAsync("/predict", Row)).Json.GetProperty("value").GetDouble();

    [Fact]
    public async Task Promotion_UnderParallelRequests_SwapsAndFailsNone()
    {
        var (server, registry) = await StartAsync();
        await using var disposed = server;
        using var stop = new CancellationTokenSource();
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

        foreach (var version in new[] { 2, 1, 2 })
        {
            registry.Promote($"churn@{version}");
            await Wait.UntilAsync(() => server.Models.All[0].Split.Champion == $"{version}");
        }

        registry.Models.Rollback("churn");
        await Wait.UntilAsync(() => server.Models.All[0].Split.Champion == "1");
        await stop.CancelAsync();

        var all = (await Task.WhenAll(callers)).SelectMany(seen => seen).ToArray();
        Assert.All(all, one => Assert.Equal((200, 10.0 * int.Parse(one.Version, System.Globalization.CultureInfo.InvariantCulture)), (one.Status, one.Value)));
        Assert.Equal(["1", "2"], all.Select(one => one.Version).Distinct().Order());
        Assert.Equal(["1", "2"], server.Models.All[0].Versions.Select(version => version.Version));
        Assert.Contains("modelwright_server_registry_swaps", (await server.GetAsync("/metrics")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_NotThereForATime_LeavesWhatIsServedAndIsTold()
    {
        var (server, registry) = await StartAsync();
        await using var disposed = server;
        var store = server.At("runs.db");

        File.Move(store, $"{store}.away");
        await Wait.UntilAsync(() => server.Log.Lines.Any(line => line.StartsWith("Warning: Model 'churn' cannot be taken from the registry, and what is served goes on: ", StringComparison.Ordinal)));
        var (whileAway, routes) = (await AskAsync(server), await server.GetAsync("/registry/models"));
        File.Move($"{store}.away", store);
        registry.Promote("churn@2");
        await Wait.UntilAsync(() => server.Models.All[0].Split.Champion == "2");

        Assert.Equal(10, whileAway);
        Assert.Equal((503, "application/problem+json"), (routes.Status, routes.Type));
        Assert.DoesNotContain("runs.db", routes.Text, StringComparison.Ordinal);
        Assert.Equal(20, await AskAsync(server));
        Assert.Contains("Information: Model 'churn' can be taken from the registry again", server.Log.Lines);
        Assert.Single(server.Log.Lines, line => line.StartsWith("Warning: Model 'churn' cannot be taken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Package_OtherBytesThanRegistered_IsNotServed()
    {
        var (server, registry) = await StartAsync();
        await using var disposed = server;
        var sha256 = registry.Models.Resolve("churn@2").Sha256;
        Packages.Number(9).Save(Path.Combine(server.At("models"), sha256[..2], $"{sha256}.mw"));

        registry.Models.SetAlias("churn@2", "next");
        Assert.Throws<ArtifactException>(() => registry.Promote("churn@2"));
        var fault = await Assert.ThrowsAsync<ArtifactException>(() => TestServer.StartAsync([], (options, _) => options with
        {
            Packages = new Dictionary<string, string>(),
            Registry = new() { Store = registry.Store, Models = new Dictionary<string, string> { ["churn"] = "churn@next" } },
        }));

        Assert.StartsWith("churn@2: its package is not the one that was registered", fault.Message, StringComparison.Ordinal);
        Assert.Equal(10, await AskAsync(server));
    }

    [Fact]
    public async Task Number_IsServedWhateverIsPromoted()
    {
        var (server, registry) = await StartAsync(told => told with { Models = new Dictionary<string, string> { ["pinned"] = "churn@1", ["newest"] = "churn" } });
        await using var disposed = server;

        registry.Promote("churn@2");
        await Wait.UntilAsync(() => server.Models.All.Single(model => model.Name == "newest").Split.Champion == "2");

        Assert.Equal("1", server.Models.All.Single(model => model.Name == "pinned").Split.Champion);
    }

    [Fact]
    public async Task Challenger_ByAlias_AnswersItsShareUntilItIsPromoted()
    {
        var (server, registry) = await StartAsync(told => told with { ChallengerShare = 0.25 }, versions: 3);
        await using var disposed = server;
        Assert.Equal(new TrafficSplit("1"), server.Models.All[0].Split);

        registry.Models.SetAlias("churn@2", "challenger");
        await Wait.UntilAsync(() => server.Models.All[0].Split == new TrafficSplit("1") { Challenger = "2", ChallengerShare = 0.25 });
        registry.Promote("churn@2");
        await Wait.UntilAsync(() => server.Models.All[0].Split == new TrafficSplit("2"));
        registry.Models.SetAlias("churn@3", "challenger");
        await Wait.UntilAsync(() => server.Models.All[0].Split == new TrafficSplit("2") { Challenger = "3", ChallengerShare = 0.25 });
        registry.Models.RemoveAlias("churn", "challenger");
        await Wait.UntilAsync(() => server.Models.All[0].Split == new TrafficSplit("2"));
    }

    [Fact]
    public async Task Challenger_AsShadow_IsAskedBeside()
    {
        var (server, registry) = await StartAsync(told => told with { ShadowsChallenger = true });
        await using var disposed = server;

        registry.Models.SetAlias("churn@2", "challenger");
        await Wait.UntilAsync(() => server.Models.All[0].Split == new TrafficSplit("1") { Shadow = "2" });
        var answered = await AskAsync(server);
        string metrics;
        do
        {
            metrics = (await server.GetAsync("/metrics")).Text;
        }
        while (!metrics.Contains("modelwright_server_shadow_rows_total{", StringComparison.Ordinal));

        Assert.Equal(10, answered);
        Assert.Contains("modelwright_model_version=\"2\"", metrics.Split('\n').Single(line => line.StartsWith("modelwright_server_shadow_differing_total{", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumberTakenByAManager_IsServedUnderAnotherName()
    {
        var (server, registry) = await StartAsync();
        await using var disposed = server;
        using var bytes = new MemoryStream();
        Packages.Number(7).Save(bytes);
        await server.SendAsync(HttpMethod.Post, "/manage/models/churn/versions?version=2", bytes.ToArray(), "application/octet-stream");

        registry.Promote("churn@2");
        await Wait.UntilAsync(() => server.Models.All[0].Split.Champion == "registry-2");

        Assert.Equal(20, await AskAsync(server));
    }

    [Fact]
    public async Task Start_NothingRegistered_SaysSo()
    {
        using var folder = new TempFolder();
        var registry = new TestRegistry(folder);
        registry.Add(Packages.Number(1));

        var fault = await Assert.ThrowsAsync<OptionsException>(() => TestServer.StartAsync([], (options, _) => options with
        {
            Packages = new Dictionary<string, string>(),
            Registry = new() { Store = registry.Store, Models = new Dictionary<string, string> { ["price"] = "price@champion" } },
        }));

        Assert.Equal("No model 'price' is registered. 'modelwright models' lists those there are.", fault.Message);
    }

    [Fact]
    public void Build_WrongRegistry_TellsAll()
    {
        var fault = Assert.Throws<OptionsException>(() => ModelServer.Build(new()
        {
            Packages = new Dictionary<string, string> { ["churn"] = "churn.mw" },
            Registry = new() { Store = new("runs.db"), Models = new Dictionary<string, string> { ["churn"] = "churn", ["../x"] = "x" }, Poll = TimeSpan.Zero, ChallengerShare = 2 },
        }));

        Assert.Equal(
            """
            A package and a model of the registry would both be served as 'churn'. Give one another name.
            A model cannot be named '../x'. Use letters, digits, '-', '_' and '.', at most 100 and no '.' first; it stands in addresses.
            RegistryOptions.Poll must be above 0 and at most one day. Got 00:00:00. Leave it out for 5 seconds.
            RegistryOptions.ChallengerShare must be 0 to 1. Got 2. Give 0.1 for one request in ten.
            """,
            fault.Message);
    }
}
