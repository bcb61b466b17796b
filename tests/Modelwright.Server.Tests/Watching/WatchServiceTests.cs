using Microsoft.Extensions.DependencyInjection;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Monitoring.Requests;
using Modelwright.Runtime.Packaging;
using Modelwright.Server.Requests;
using Modelwright.Server.Tests.Data;
using Modelwright.Server.Traffic;
using Modelwright.Server.Watching;

namespace Modelwright.Server.Tests.Watching;

/// <summary>A server that is asked and told labels sees by itself what becomes of its model.</summary>
public sealed class WatchServiceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task<TestServer> StartAsync(Func<MonitoringOptions, MonitoringOptions>? change = null, RequestLogOptions? log = null, Package? package = null)
    {
        var reference = _folder.At("reference.csv");
        if (!File.Exists(reference))
        {
            await File.WriteAllTextAsync(reference, NoisyRows.Csv(NoisyRows.Of(3000, 2)), TestContext.Current.CancellationToken);
        }

        var told = new MonitoringOptions { References = new Dictionary<string, string> { ["churn"] = reference }, WindowRows = 300, Every = TimeSpan.FromMilliseconds(20) };
        var kept = RequestLog.Open(_folder.At("log"), log ?? new() { SegmentBytes = 1 << 20 });
        try
        {
            return await TestServer.StartAsync(package ?? await NoisyRows.Model, options => options with { RequestLog = new MappedRequestLog(kept), Monitoring = change?.Invoke(told) ?? told });
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }

    private static MonitoredModel Of(TestServer server) => server.App.Services.GetRequiredService<MonitoredModels>().TryGet("churn", out var model) ? model : throw new InvalidOperationException("It was not looked at.");

    private static async Task<IReadOnlyList<WindowReport>> WindowsAsync(TestServer server, int count)
    {
        var models = server.App.Services.GetRequiredService<MonitoredModels>();
        await Wait.UntilAsync(() => models.TryGet("churn", out var model) && model.History.Windows.Count >= count);
        return Of(server).History.Windows;
    }

    private static void Close(TestServer server) => ((IDisposable)server.App.Services.GetRequiredService<ServerOptions>().RequestLog).Dispose();

    [Fact]
    public async Task Rows_HonestThenBroken_RaiseOneAlarmWhereItIsDue()
    {
        var channel = new ListChannel();
        await using var server = await StartAsync(told => told with { Alerts = [new ListChannel(fails: true), channel] });
        var broken = NoisyRows.Of(300, 4);
        await NoisyRows.AskAsync(server, "honest", NoisyRows.Of(300, 3));
        await NoisyRows.AskAsync(server, "broken", broken.With(CategoryColumn.FromTexts("plan", [.. Enumerable.Repeat("gone", 300)])));
        await NoisyRows.AskAsync(server, "rest", NoisyRows.Of(100, 5));

        var windows = await WindowsAsync(server, 2);
        await Wait.UntilAsync(() => !channel.Reports.IsEmpty);
        var reply = await server.GetAsync("/models/churn/monitor");
        var metrics = (await server.GetAsync("/metrics")).Text;

        Assert.Equal([false, true], windows.Select(window => window.HasAlarm));
        Assert.Equal((300, 300), (windows[0].Rows, windows[1].Rows));
        Assert.Contains(windows[1].Findings, finding => finding is { Kind: "unseen_level", Column: "plan", IsAlarm: true });
        Assert.True(windows[0].From <= windows[0].To && windows[0].To < windows[1].From);
        Assert.Equal(windows[1].Name, Assert.Single(channel.Reports).Name);
        Assert.Contains(server.Log.Lines, line => line.StartsWith($"Warning: Model 'churn', window '{windows[1].Name}': ALARM unseen_level: ", StringComparison.Ordinal));
        Assert.Contains("Warning: An alert of model 'churn' was not delivered: The alert was not delivered to https://example.com.", server.Log.Lines);
        Assert.Equal((200, true, 2), (reply.Status, reply.Json.GetProperty("alarm").GetBoolean(), reply.Json.GetProperty("windows").GetArrayLength()));
        Assert.Equal((3000, false), (reply.Json.GetProperty("reference").GetProperty("rows").GetInt32(), reply.Json.GetProperty("reference").GetProperty("from_package").GetBoolean()));
        Assert.Equal(1, (await server.GetAsync("/models/churn/monitor?windows=1")).Json.GetProperty("windows").GetArrayLength());
        Assert.Contains("modelwright_server_monitor_alarms_total{", metrics, StringComparison.Ordinal);
        Assert.Contains("modelwright_server_monitor_performance{", metrics, StringComparison.Ordinal);
        Assert.Equal(server.Models.All[0].Versions[0].ModelId, Of(server).ModelId);
    }

    [Fact]
    public async Task Labels_ThatComeLater_BringRealisedPerformance()
    {
        var channel = new ListChannel();
        await using var server = await StartAsync(told => told with { Alerts = [channel] });
        var rows = NoisyRows.Of(300, 3, isTurned: true);
        await NoisyRows.AskAsync(server, "turned", rows);
        await NoisyRows.AskAsync(server, "rest", NoisyRows.Of(10, 5));
        var before = (await WindowsAsync(server, 1))[0];

        await NoisyRows.LabelAsync(server, "turned", rows);
        await Wait.UntilAsync(() => Of(server).History.Windows[0].LabelledRows == 300);
        await Wait.UntilAsync(() => !channel.Reports.IsEmpty);

        var after = Of(server).History.Windows[0];
        Assert.Equal((0, false), (before.LabelledRows, before.HasAlarm));
        Assert.Equal((before.Name, before.From), (after.Name, after.From));
        Assert.Contains(after.Findings, finding => finding is { Kind: "realised_performance", IsAlarm: true });
        Assert.Single(channel.Reports);
    }

    [Fact]
    public async Task Restart_GoesOnWhereItStopped()
    {
        await using (var server = await StartAsync())
        {
            await NoisyRows.AskAsync(server, "first", NoisyRows.Of(450, 3));
            await WindowsAsync(server, 1);
            await server.App.StopAsync(TestContext.Current.CancellationToken);
            Close(server);
        }

        await using var again = await StartAsync();
        await NoisyRows.AskAsync(again, "second", NoisyRows.Of(200, 4));
        var windows = await WindowsAsync(again, 2);

        Assert.Equal([300, 300], windows.Select(window => window.Rows));
        Assert.True(windows[0].To < windows[1].From);
        Assert.True(File.Exists(_folder.At("log/monitor/churn.json")));
        Close(again);
    }

    [Fact]
    public async Task History_Damaged_IsPutAside()
    {
        Directory.CreateDirectory(_folder.At("log/monitor"));
        await File.WriteAllTextAsync(_folder.At("log/monitor/churn.json"), "{", TestContext.Current.CancellationToken);

        await using var server = await StartAsync();
        await NoisyRows.AskAsync(server, "first", NoisyRows.Of(310, 3));
        await WindowsAsync(server, 1);

        Assert.True(File.Exists(_folder.At("log/monitor/churn.json.damaged")));
        Assert.Contains(server.Log.Lines, line => line.Contains("this is not a history", StringComparison.Ordinal));
        Close(server);
    }

    [Fact]
    public async Task Swap_TheNewVersionIsWatchedFromItsFirstRow()
    {
        await using var server = await StartAsync();
        var other = await NoisyRows.TrainAsync(NoisyRows.Of(900, 7));
        await NoisyRows.AskAsync(server, "old", NoisyRows.Of(350, 3));
        await WindowsAsync(server, 1);

        server.Models.All[0].Take(new ModelVersion("2", new(other), DateTimeOffset.UnixEpoch));
        await NoisyRows.AskAsync(server, "new", NoisyRows.Of(310, 4));
        var windows = await WindowsAsync(server, 2);

        Assert.Equal(other.ModelId, windows[1].ModelId);
        Assert.NotEqual(windows[0].ModelId, windows[1].ModelId);
        Assert.Equal(300, windows[1].Rows);
        Close(server);
    }

    [Fact]
    public async Task Column_NotKeptByTheLog_IsTold()
    {
        await using var server = await StartAsync(log: new() { SegmentBytes = 1 << 20, Dropped = ["age"] });
        await Wait.UntilAsync(() => server.App.Services.GetRequiredService<MonitoredModels>().TryGet("churn", out var model) && model.Fault is not null);

        var reply = await server.GetAsync("/models/churn/monitor");

        Assert.Equal("The log of requests does not keep 'age' of model 'churn' as it came, so its rows cannot be judged. Keep what the model reads, or do not watch it.", reply.Json.GetProperty("fault").GetString());
        Assert.Single(server.Log.Lines, line => line.StartsWith("Warning: Model 'churn' could not be watched: ", StringComparison.Ordinal));
        Close(server);
    }

    [Fact]
    public async Task Route_NotWatched_SaysSo()
    {
        await using var server = await TestServer.StartAsync(Packages.Number(1));

        Assert.Equal((409, "The server was started without monitoring."), ((await server.GetAsync("/models/churn/monitor")).Status, (await server.GetAsync("/models/churn/monitor")).Json.GetProperty("errors")[0].GetProperty("message").GetString()));
        Assert.Equal(404, (await server.GetAsync("/models/absent/monitor")).Status);
        Assert.Empty(server.App.Services.GetRequiredService<MonitoredModels>().All);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task Route_WrongCount_IsRefused(string count)
    {
        await using var server = await StartAsync();

        Assert.Equal(400, (await server.GetAsync($"/models/churn/monitor?windows={count}")).Status);
        Close(server);
    }

    [Fact]
    public void Build_WrongMonitoring_TellsAll()
    {
        var fault = Assert.Throws<OptionsException>(() => ModelServer.Build(new()
        {
            Packages = new Dictionary<string, string> { ["churn"] = "churn.mw" },
            Monitoring = new() { References = new Dictionary<string, string> { ["price"] = "x.csv" }, WindowRows = 5, WindowTime = TimeSpan.Zero, Every = TimeSpan.Zero, KeptWindows = 1, Judging = new() { Threads = 0 } },
        }));

        Assert.Equal(
            """
            ServerOptions.Monitoring needs a log of requests that can be read back. Give one (--log).
            MonitoringOptions.References names 'price', and no model is served under that name. Name one of: 'churn'.
            MonitoringOptions.WindowRows must be 30 to 65536. Got 5. Leave it out for 1,000.
            MonitoringOptions.WindowTime must be one second or more. Got 00:00:00. Leave it out to cut by rows.
            MonitoringOptions.Every must be above 0 and at most one day, and LabelTime 0 or more. Got 00:00:00 and 7.00:00:00. Leave them out for 10 seconds and 7 days.
            MonitoringOptions.KeptWindows must be 4 or more, as a trend needs so many. Got 1. Leave it out for 500.
            Threads must be 1 or more. Got 0. 1 is the default.
            """,
            fault.Message);
    }
}
