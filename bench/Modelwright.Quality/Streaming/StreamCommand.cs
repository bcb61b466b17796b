using System.Diagnostics;
using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.LightGbm;
using Modelwright.Retraining;
using Modelwright.Sources;

namespace Modelwright.Quality.Streaming;

/// <summary>Lets the retraining loop run over the electricity-price stream, from the first window to the last, beside the first model frozen and the last label repeated.</summary>
internal static class StreamCommand
{
    private const string Set = "electricity_stream";
    private const string Target = "class";
    private const int Day = 48;
    private const int Start = 30 * Day;
    private const int Week = 7 * Day;
    private const int ChosenOn = 16_000;
    private const double Margin = 0.02;
    private const int Threads = 2;
    private const string HalfHour = "half_hour";
    private static readonly string[] Candidates = ["linear", "lightgbm"];

    /// <summary>Runs, and writes the page where one is named.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0 where both aims are kept, else 1.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        var path = Path.Combine(options.Data, "stream", Set + ".csv.gz");
        var rows = WithTime((await Table.ReadAsync(path).ConfigureAwait(false)).Without(["date"]));
        var courses = new List<StreamCourse>();
        foreach (var hasLabel in (bool[])[false, true])
        {
            courses.Add(await CourseAsync(hasLabel ? WithLabel(rows) : rows, hasLabel, options.Seed).ConfigureAwait(false));
        }

        if (options.Page is { } page)
        {
            await File.WriteAllTextAsync(page, StreamPage.Of(courses)).ConfigureAwait(false);
        }

        return courses.TrueForAll(course => course.IsReached) ? 0 : 1;
    }

    private static async Task<StreamCourse> CourseAsync(Table rows, bool hasLabel, int seed)
    {
        var clock = Stopwatch.StartNew();
        var learners = new LearnerCatalog().AddBuiltIn().AddLightGbm();
        var first = await new Training(rows.Take([.. Enumerable.Range(0, Start)]), Target)
        {
            Learners = learners,
            Only = Candidates,
            Roles = new Dictionary<string, ColumnRole> { [HalfHour] = ColumnRole.Time },
            Trials = Candidates.Length + 1,
            Metric = "accuracy",
            Threads = Threads,
            Seed = seed,
        }.RunAsync().ConfigureAwait(false);
        var loop = new RetrainingLoop(first.Package, rows)
        {
            Learners = learners,
            Start = Start,
            Window = Week,
            JudgedRows = Week / 2,
            Histories = [30 * Day],
            Margin = Margin,
            Policy = new() { EveryLabelled = Week, ShadowRows = Week },
            Threads = Threads,
            Seed = seed,
        };
        var (_, decisions, score, frozen) = await loop.RunAsync(new Voice()).ConfigureAwait(false);
        var seconds = clock.Elapsed.TotalSeconds;
        return new(hasLabel, Chosen(first), loop.Windows.Count, decisions, [new(Start, rows.RowCount - Start, score, frozen, Repeated(rows, Start)), Later(loop.Windows, rows)], seconds);
    }

    private static string Chosen(TrainingRun run) => string.Join(", ", run.Evidence.Leaderboard.Where(entry => entry.Weight > 0).Select(entry => entry.Learner).Distinct());

    // The order in time, so that the first rows are validated as they are used: on what comes after.
    private static Table WithTime(Table rows) => rows.With(new NumberColumn(HalfHour, [.. Enumerable.Range(0, rows.RowCount).Select(row => (double)row)]));

    // The label of the row before: what is known half an hour later.
    private static Table WithLabel(Table rows)
    {
        var labels = rows[Target];
        return rows.With(CategoryColumn.FromTexts("label_before", [null, .. Enumerable.Range(0, rows.RowCount - 1).Select(labels.Format)]));
    }

    // The rows that had no part in choosing windows and history.
    private static StreamScores Later(IReadOnlyList<RetrainedWindow> windows, Table rows)
    {
        RetrainedWindow[] later = [.. windows.Where(window => window.From >= ChosenOn)];
        var (start, count) = (later[0].From, later.Sum(window => window.Rows));
        return new(start, count, later.Sum(window => window.Score * window.Rows) / count, later.Sum(window => window.FrozenScore * window.Rows) / count, Repeated(rows, start));
    }

    private static double Repeated(Table rows, int start)
    {
        var labels = rows[Target];
        return Enumerable.Range(start, rows.RowCount - start).Average(row => labels.Format(row) == labels.Format(row - 1) ? 1.0 : 0);
    }

    private sealed class Voice : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Share:P0} {value.Message}"));
    }
}
