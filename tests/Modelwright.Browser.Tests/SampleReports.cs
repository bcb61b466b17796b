using System.Collections.Concurrent;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Profile;
using Modelwright.Profile.Depth;
using Modelwright.Reports.Content;
using Modelwright.Reports.Pages;
using Modelwright.Reports.Profiles;
using Modelwright.Reports.Testing;
using Modelwright.Sources;

namespace Modelwright.Browser.Tests;

/// <summary>Reports of real runs: two classes, many classes with hostile names, numbers, and a test.</summary>
internal static class SampleReports
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Pages = new(StringComparer.Ordinal);
    private static readonly Lazy<Task<TrainingRun>> Two = new(() => SampleAsync("breast-cancer/breast_cancer.csv", "diagnosis"));
    private static readonly Lazy<Task<TrainingRun>> Numbers = new(() => SampleAsync("diabetes/diabetes.csv", "progression"));
    private static readonly Lazy<Task<TrainingRun>> Hostile = new(HostileAsync);

    /// <summary>Names of the reports.</summary>
    public static readonly string[] Names = ["classes", "numbers", "hostile", "profile", "tested"];

    private static Task<TrainingRun> Get(string name) => name switch
    {
        "classes" => Two.Value,
        "numbers" => Numbers.Value,
        _ => Hostile.Value,
    };

    /// <summary>The page of a report, written once.</summary>
    public static Task<string> Page(string name) => Pages.GetOrAdd(name, key => new(async () => ReportPage.Write(await Report(key)))).Value;

    private static async Task<ReportDocument> Report(string name) => name switch
    {
        "profile" => await ProfileAsync(),
        "tested" => TestedReport.Of(StressTest.Of((await Hostile.Value).Package, HostileTable(), cancellation: TestContext.Current.CancellationToken), "<b>model</b>.mw"),
        _ => (await Get(name)).Report,
    };

    private static async Task<ReportDocument> ProfileAsync()
    {
        var path = Path.Combine(Repository.Root, "samples", "loans", "loans.csv");
        var cancellation = TestContext.Current.CancellationToken;
        var table = await Table.ReadAsync(path, cancellation: cancellation);
        var source = new SourceReport { Path = path, Source = "csv", Fingerprint = "", Bytes = 0, RowsRead = table.RowCount };
        var profile = Profiler.Inspect(table, new() { Target = "defaulted" }, cancellation);
        var depth = DepthProfiler.Inspect(table, profile, cancellation);
        return ProfileReport.Of(profile.With(depth.Findings), depth, source);
    }

    private static async Task<TrainingRun> SampleAsync(string file, string target)
    {
        var table = await Table.ReadAsync(Path.Combine(Repository.Root, "samples", file), cancellation: TestContext.Current.CancellationToken);
        return await Told(new Training(table, target) { Learners = Learners() }).RunAsync();
    }

    // Names that break out of markup wherever one is not shown as text, and a class whose name turns the direction of the line.
    private static Task<TrainingRun> HostileAsync() => Told(new Training(HostileTable(), "what | is `it`") { Learners = Learners() }).RunAsync();

    private static Table HostileTable()
    {
        const int Rows = 600;
        string[] classes = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "&amp;", "\u202Eesrever", "two\nlines", new('w', 300)];
        var random = new Random(5);
        int[] codes = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(classes.Length))];
        double[] near = [.. codes.Select(code => code + random.NextDouble())];
        double[] noise = [.. codes.Select(_ => random.NextDouble() < 0.1 ? double.NaN : random.NextDouble())];
        return new(
        [
            new NumberColumn("</style><script>alert(3)</script>", near),
            new NumberColumn(new string('n', 400), noise),
            CategoryColumn.FromTexts("what | is `it`", [.. codes.Select(code => classes[code])]),
        ]);
    }

    private static Training Told(Training training) => training with { Trials = 3, Threads = 2 };

    private static LearnerCatalog Learners() => new LearnerCatalog().AddBuiltIn();
}
