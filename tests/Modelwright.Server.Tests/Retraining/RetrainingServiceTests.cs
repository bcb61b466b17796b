using Microsoft.Extensions.DependencyInjection;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Registry;
using Modelwright.Server.Retraining;
using Modelwright.Server.Tests.Data;
using Modelwright.Stress.Gates;

namespace Modelwright.Server.Tests.Retraining;

/// <summary>A stale champion is replaced through the gate, and by no other way.</summary>
public sealed class RetrainingServiceTests : IDisposable
{
    private const string Path = "/manage/models/churn/retrain";

    private readonly RetrainingServer _host = new();

    public void Dispose() => _host.Dispose();

    private static async Task TeachAsync(TestServer server, string id, Table rows)
    {
        await NoisyRows.AskAsync(server, id, rows);
        await NoisyRows.LabelAsync(server, id, rows);
    }

    [Fact]
    public async Task Post_StaleChampion_IsReplacedAndEverythingIsRecorded()
    {
        await using var server = await _host.StartAsync();
        await TeachAsync(server, "turned", NoisyRows.Of(800, 3, isTurned: true));

        var begun = await server.PostAsync(Path, """{"reason": "the world has turned"}""");
        var record = await RetrainingServer.RecordAsync(server);
        var shown = await server.GetAsync(Path);
        var change = _host.Registry.Models.Log("churn").First(one => one.Action == ModelAction.Promote);

        Assert.Equal((202, true), (begun.Status, begun.Json.GetProperty("running").GetBoolean()));
        Assert.True(record.Outcome == "promoted", record.Said);
        Assert.Equal(("anybody", "the world has turned", 1, 2), (record.By, record.Reason, record.Champion, record.Version));
        Assert.Equal((2, "2"), (_host.Registry.Models.Resolve("churn@champion").Version, server.Models.All[0].Split.Champion));
        Assert.Equal(("retraining", false, 1, 2), (change.By, change.Forced, change.From, change.To));
        Assert.StartsWith("the world has turned On 160 rows the challenger's ", change.Reason, StringComparison.Ordinal);
        Assert.StartsWith("The test of ", change.Gate, StringComparison.Ordinal);
        Assert.False(_host.Registry.Models.Get("churn").Aliases.ContainsKey("challenger"));
        Assert.Equal((false, "promoted", 640), (shown.Json.GetProperty("running").GetBoolean(), shown.Json.GetProperty("records")[0].GetProperty("outcome").GetString(), shown.Json.GetProperty("records")[0].GetProperty("decision").GetProperty("training_rows").GetInt32()));
        Assert.Single(await File.ReadAllLinesAsync(_host.DecisionPath, TestContext.Current.CancellationToken));
        Assert.Contains("modelwright_server_retrainings_total{", (await server.GetAsync("/metrics")).Text, StringComparison.Ordinal);
        await RetrainingServer.StopAsync(server);
    }

    [Fact]
    public async Task Post_NothingHasChanged_TheChampionStays()
    {
        await using (var server = await _host.StartAsync())
        {
            await TeachAsync(server, "same", NoisyRows.Of(500, 11));
            await server.PostAsync(Path, "");

            var record = await RetrainingServer.RecordAsync(server);
            Assert.Equal(("kept", "'anybody' asked for it."), (record.Outcome, record.Reason));
            Assert.EndsWith("The champion stays.", record.Said, StringComparison.Ordinal);
            Assert.Single(_host.Registry.Models.Get("churn").Versions);
            await RetrainingServer.StopAsync(server);
        }

        await using var again = await _host.StartAsync();
        Assert.Equal("kept", Assert.Single(RetrainingServer.Job(again).Records).Outcome);
        await RetrainingServer.StopAsync(again);
    }

    [Fact]
    public async Task Post_GateOfTheRegistrySaysNo_ItStandsAsChallenger()
    {
        await using var server = await _host.StartAsync(more: options => options with { Registry = options.Registry! with { Gate = new Gate([new() { Figure = "score", AtLeast = 1.5 }]) } });
        await TeachAsync(server, "turned", NoisyRows.Of(800, 3, isTurned: true));
        await server.PostAsync(Path, "");

        var record = await RetrainingServer.RecordAsync(server);

        Assert.Equal("refused", record.Outcome);
        Assert.Contains("But the gate of the registry says no: Not kept: 'score' is ", record.Said, StringComparison.Ordinal);
        Assert.EndsWith("It stands as challenger, version 2.", record.Said, StringComparison.Ordinal);
        Assert.Equal((1, 2), (_host.Registry.Models.Resolve("churn@champion").Version, _host.Registry.Models.Resolve("churn@challenger").Version));
        Assert.Equal("1", server.Models.All[0].Split.Champion);
        await RetrainingServer.StopAsync(server);
    }

    [Fact]
    public async Task Delete_ALongSearch_IsCancelledAndNothingIsPromoted()
    {
        await using var server = await _host.StartAsync(told => told with { Search = true, Budget = TimeSpan.FromMinutes(30) });
        await TeachAsync(server, "turned", NoisyRows.Of(800, 3, isTurned: true));

        var idle = await server.SendAsync(HttpMethod.Delete, Path, null);
        await server.PostAsync(Path, "");
        await Wait.UntilAsync(() => RetrainingServer.Job(server).Progress is { Stage: not "rows" });
        var second = await server.PostAsync(Path, "");
        var running = await server.GetAsync(Path);
        var cancelled = await server.SendAsync(HttpMethod.Delete, Path, null);
        var record = await RetrainingServer.RecordAsync(server);

        Assert.Equal((409, "Model 'churn' is not being trained."), (idle.Status, idle.Json.GetProperty("errors")[0].GetProperty("message").GetString()));
        Assert.Equal((409, "Model 'churn' is being trained already. Wait for it, or cancel it."), (second.Status, second.Json.GetProperty("errors")[0].GetProperty("message").GetString()));
        Assert.True(running.Json.GetProperty("progress").GetProperty("message").GetString()!.Length > 0);
        Assert.Equal((202, "cancelled", "It was cancelled. The champion stays."), (cancelled.Status, record.Outcome, record.Said));
        Assert.Single(_host.Registry.Models.Get("churn").Versions);
        await RetrainingServer.StopAsync(server);
    }

    [Fact]
    public async Task Stop_UnderTraining_CancelsAndKeepsTheRecord()
    {
        await using var server = await _host.StartAsync(told => told with { Search = true, Budget = TimeSpan.FromMinutes(30) });
        await TeachAsync(server, "turned", NoisyRows.Of(800, 3, isTurned: true));
        await server.PostAsync(Path, "");
        await Wait.UntilAsync(() => RetrainingServer.Job(server).Progress is { Stage: not "rows" });

        await RetrainingServer.StopAsync(server);

        Assert.Equal("cancelled", Assert.Single(RetrainingServer.Job(server).Records).Outcome);
        Assert.Contains("\"outcome\":\"cancelled\"", await File.ReadAllTextAsync(_host.DecisionPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("The server does not run. Start it first.", Assert.Throws<OptionsException>(() => server.App.Services.GetRequiredService<RetrainingJobs>().Start("churn", "ann")).Message);
    }

    [Fact]
    public async Task Policy_LabelsThatCome_StartItByThemselves()
    {
        await using var server = await _host.StartAsync(told => told with { Policy = new() { EveryLabelled = 600, FewestLabelled = 300 } });
        await TeachAsync(server, "turned", NoisyRows.Of(700, 3, isTurned: true));

        var record = await RetrainingServer.RecordAsync(server);

        Assert.Equal(("promoted", "700 rows have new labels.", "retraining"), (record.Outcome, record.Reason, record.By));
        await RetrainingServer.StopAsync(server);
    }

    [Fact]
    public async Task Policy_AlarmOfQuality_StartsIt()
    {
        await File.WriteAllTextAsync(_host.At("reference.csv"), NoisyRows.Csv(NoisyRows.Of(3000, 2)), TestContext.Current.CancellationToken);
        await using var server = await _host.StartAsync(
            told => told with { Policy = new() { FewestLabelled = 600 } },
            options => options with { Monitoring = new() { WindowRows = 500, Every = TimeSpan.FromMilliseconds(20), References = new Dictionary<string, string> { ["churn"] = _host.At("reference.csv") } } });
        await TeachAsync(server, "turned", NoisyRows.Of(700, 3, isTurned: true));

        var record = await RetrainingServer.RecordAsync(server);

        Assert.Equal(("promoted", "The quality of the model raised an alarm."), (record.Outcome, record.Reason));
        await RetrainingServer.StopAsync(server);
    }

    [Fact]
    public async Task Schedule_Strikes_AndTheSourceOfRowsIsRead()
    {
        await File.WriteAllTextAsync(_host.At("rows.csv"), NoisyRows.Csv(NoisyRows.Of(800, 3, isTurned: true)), TestContext.Current.CancellationToken);
        await using var server = await _host.StartAsync(told => told with
        {
            Policy = new() { Schedule = "* * * * * ?", FewestLabelled = 1, Cooldown = TimeSpan.FromDays(1) },
            Data = new Dictionary<string, string> { ["churn"] = _host.At("rows.csv") },
        });
        await TeachAsync(server, "one", NoisyRows.Of(1, 9, isTurned: true));

        var record = await RetrainingServer.RecordAsync(server);

        Assert.Equal(("promoted", "It is time by the schedule '* * * * * ?'."), (record.Outcome, record.Reason));
        await RetrainingServer.StopAsync(server);
    }

    [Fact]
    public async Task Promotion_ThatDidHarm_IsTakenBack()
    {
        _host.Promote(await NoisyRows.Model);
        _host.Promote(await NoisyRows.TrainAsync(NoisyRows.Of(900, 5, isTurned: true)), by: "retraining");
        await using var server = await _host.StartAsync(told => told with { Policy = new() { FewestLabelled = int.MaxValue, ShadowRows = 400 } });
        Assert.Equal("2", server.Models.All[0].Split.Champion);
        await TeachAsync(server, "honest", NoisyRows.Of(300, 3));

        var record = await RetrainingServer.RecordAsync(server);
        await Wait.UntilAsync(() => server.Models.All[0].Split.Champion == "1");

        Assert.Equal(("rolled_back", 2, 1), (record.Outcome, record.Champion, record.Version));
        var change = _host.Registry.Models.Log("churn")[0];
        Assert.Equal((ModelAction.Rollback, "retraining", record.Said), (change.Action, change.By, change.Reason));
        await RetrainingServer.StopAsync(server);
    }

    [Fact]
    public async Task Promotion_ThatIsRight_Stays()
    {
        _host.Promote(await NoisyRows.TrainAsync(NoisyRows.Of(900, 5, isTurned: true)));
        _host.Promote(await NoisyRows.Model, by: "retraining");
        await using var server = await _host.StartAsync(told => told with { Policy = new() { FewestLabelled = int.MaxValue, ShadowRows = 200 } });
        await TeachAsync(server, "honest", NoisyRows.Of(300, 3));
        await server.PostAsync(Path, "");

        Assert.Equal("kept", (await RetrainingServer.RecordAsync(server)).Outcome);
        Assert.Equal(2, _host.Registry.Models.Resolve("churn@champion").Version);
        await RetrainingServer.StopAsync(server);
    }

    [Fact]
    public async Task Post_NoLabels_IsARecordThatSaysSo()
    {
        await using var server = await _host.StartAsync();
        await server.PostAsync(Path, "");

        var record = await RetrainingServer.RecordAsync(server);

        Assert.Equal(("failed", "There are no labelled rows of model 'churn'. Hand in labels of its requests, or name a source of rows."), (record.Outcome, record.Said));
        await RetrainingServer.StopAsync(server);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"reason": 7}""")]
    public async Task Post_WrongBody_BeginsNothing(string body)
    {
        await using var server = await _host.StartAsync();

        Assert.Equal(400, (await server.PostAsync(Path, body)).Status);
        Assert.False(RetrainingServer.Job(server).IsRunning);
        await RetrainingServer.StopAsync(server);
    }

    [Fact]
    public async Task Routes_NotTrainedAgain_SaySo()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1));

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
        {
            var reply = await server.SendAsync(method, Path, null);
            Assert.Equal((409, "The server was started without retraining."), (reply.Status, reply.Json.GetProperty("errors")[0].GetProperty("message").GetString()));
        }
    }

    [Fact]
    public void Build_WrongRetraining_TellsAll()
    {
        var fault = Assert.Throws<OptionsException>(() => ModelServer.Build(new()
        {
            Packages = new Dictionary<string, string> { ["churn"] = "churn.mw" },
            Retraining = new() { Learners = NoisyRows.Learners, Recent = 1, Policy = new() { Schedule = "at three", FewestLabelled = 0 } },
        }));

        Assert.Equal(
            """
            ServerOptions.Retraining needs a model of the registry that is served by an alias, as promotion goes through the gate there alone. Serve one as churn@champion.
            ServerOptions.Retraining needs labelled rows: a log of requests that can be read back (--log), or RetrainingOptions.Data.
            The schedule 'at three' is no cron expression. Write seconds, minutes, hours, day of the month, month and day of the week, such as '0 0 3 * * ?' for every night at three.
            RetrainingOptions.Recent must be above 0 and below 1, MostRows and Threads 1 or more, Every above 0 and at most one day. Got 1, 200000, 1 and 00:01:00. Leave out what need not be told.
            FewestLabelled and EveryLabelled must be 1 or more and ShadowRows 0 or more. Got 0,  and 1000. Leave out what is not wanted.
            """.Replace("200000, 1 and", FormattableString.Invariant($"200000, {Math.Max(1, Environment.ProcessorCount / 2)} and"), StringComparison.Ordinal),
            fault.Message);
    }
}
