using Microsoft.Extensions.DependencyInjection;
using Modelwright.Monitoring.Requests;
using Modelwright.Registry;
using Modelwright.Runtime.Packaging;
using Modelwright.Server.Requests;
using Modelwright.Server.Retraining;

namespace Modelwright.Server.Tests.Data;

/// <summary>A server that serves 'churn' of a registry, keeps a log, and trains again; restarted as often as a test likes.</summary>
internal sealed class RetrainingServer : IDisposable
{
    private readonly TempFolder _folder = new();

    public RetrainingServer() => Registry = new(_folder);

    public TestRegistry Registry { get; }

    public string DecisionPath => At("log/retraining/churn.jsonl");

    public string At(string name) => _folder.At(name);

    /// <summary>Registers a package and makes it champion.</summary>
    public ModelVersion Promote(Package package, string by = "ann")
    {
        var version = Registry.Add(package);
        Registry.Models.Promote($"churn@{version.Version}", new() { By = by });
        return version;
    }

    public async Task<TestServer> StartAsync(Func<RetrainingOptions, RetrainingOptions>? change = null, Func<ServerOptions, ServerOptions>? more = null)
    {
        if (!File.Exists(At("runs.db")))
        {
            Promote(await NoisyRows.Model);
        }

        var told = new RetrainingOptions
        {
            Learners = NoisyRows.Learners,
            Policy = new() { FewestLabelled = int.MaxValue },
            Gate = new([new() { Figure = "lead", AtLeast = 0, NeedsProof = true }]),
            Every = TimeSpan.FromMilliseconds(20),
            Threads = 1,
        };
        var log = RequestLog.Open(At("log"), new() { SegmentBytes = 1 << 20 });
        return await TestServer.StartAsync([], (options, _) =>
        {
            var all = options with
            {
                Packages = new Dictionary<string, string>(),
                Registry = new() { Store = Registry.Store, Models = new Dictionary<string, string> { ["churn"] = "churn@champion" }, Poll = TimeSpan.FromMilliseconds(20) },
                RequestLog = new MappedRequestLog(log),
                Retraining = change?.Invoke(told) ?? told,
            };
            return more?.Invoke(all) ?? all;
        });
    }

    /// <summary>Stops a server and lets go of its log.</summary>
    public static async Task StopAsync(TestServer server)
    {
        await server.App.StopAsync(TestContext.Current.CancellationToken);
        ((IDisposable)server.App.Services.GetRequiredService<ServerOptions>().RequestLog).Dispose();
    }

    public static RetrainingJob Job(TestServer server) => server.App.Services.GetRequiredService<RetrainingJobs>().TryGet("churn", out var job) ? job : throw new InvalidOperationException("There is no job.");

    /// <summary>Waits for the record of a training.</summary>
    public static async Task<RetrainingRecord> RecordAsync(TestServer server, int count = 1)
    {
        await Wait.UntilAsync(() => Job(server).Records.Count >= count && !Job(server).IsRunning);
        return Job(server).Records[0];
    }

    public void Dispose() => _folder.Dispose();
}
