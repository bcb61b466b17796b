using System.Globalization;
using System.Text;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Monitoring;
using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Studio.Histories;

namespace Modelwright.Studio.Tests.Data;

/// <summary>All that pages can show: a recorded run, its package served and registered, windows over time, learners.</summary>
internal sealed class SampleStudio : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private StudioServer? _server;

    public StudioServer Server => _server!;

    public string RunId { get; private set; } = "";

    public string Folder => _folder.Path;

    public static async Task<SampleStudio> StartAsync(Func<StudioOptions, StudioOptions>? change = null)
    {
        var studio = new SampleStudio();
        var store = new RunStore(studio._folder.At("runs.db"));
        var run = await new Training(Rows(300), "churned") { Learners = Learners(), Trials = 3, Threads = 2, Record = new(store) { Folder = studio._folder.At("run") } }.RunAsync();
        run.Save(studio._folder.At("run"));
        studio.RunId = run.RunId!;
        var registry = new ModelRegistry(store);
        registry.Register("churn", studio._folder.At("run/model.mw"));
        registry.Promote("churn@1", new() { Force = true, Reason = "the first" });
        var history = await HistoryAsync(run.Package);
        var pages = new StudioOptions { Runs = store, Registry = registry, Histories = new Histories(history), Learners = Learners(), RunFolder = studio._folder.At("trained"), Threads = 2 };
        studio._server = await StudioServer.StartAsync(run.Package, change?.Invoke(pages) ?? pages);
        return studio;
    }

    /// <summary>A file of rows as a person would send it.</summary>
    public static string Csv(int rows)
    {
        var text = new StringBuilder("age,plan,since,churned\n");
        var random = new Random(7);
        for (var row = 0; row < rows; row++)
        {
            var age = random.Next(18, 80);
            text.Append(CultureInfo.InvariantCulture, $"{age},{(random.Next(2) == 0 ? "basic" : "gold")},2025-0{random.Next(1, 9)}-1{random.Next(0, 9)},{(age + random.Next(-12, 12) > 45 ? "yes" : "no")}\n");
        }

        return text.ToString();
    }

    public static LearnerCatalog Learners() => new LearnerCatalog().AddBuiltIn();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static Table Rows(int rows, int older = 0)
    {
        var random = new Random(11 + older);
        double[] ages = [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(18, 80) + older)];
        return new(
        [
            new NumberColumn("age", ages),
            CategoryColumn.FromTexts("plan", [.. ages.Select(_ => random.Next(2) == 0 ? "basic" : "gold")]),
            CategoryColumn.FromTexts("churned", [.. ages.Select(age => age - older + random.Next(-12, 12) > 45 ? "yes" : "no")]),
        ]);
    }

    private static Task<MonitorHistory> HistoryAsync(Modelwright.Runtime.Packaging.Package package) => Task.Run(() =>
    {
        var monitor = new ModelMonitor(package, MonitorReference.Learn(package, Rows(600)));
        return MonitorHistory.Of([.. Enumerable.Range(0, 5).Select(place => monitor.Judge(Rows(300, place * 4), $"day {place + 1}"))]);
    });

    private sealed class Histories(MonitorHistory history) : IMonitorHistories
    {
        public IReadOnlyList<string> Models => ["churn"];

        public MonitorHistory? Of(string model) => model == "churn" ? history : null;
    }
}
