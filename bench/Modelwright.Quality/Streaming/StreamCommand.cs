using System.Diagnostics;
using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.LightGbm;
using Modelwright.Sources;

namespace Modelwright.Quality.Streaming;

/// <summary>Lets the retraining loop run over the electricity-price stream, from the first window to the last, beside the first model frozen and the last label repeated.</summary>
internal static class StreamCommand
{
    private const string Set = "electricity_stream";
    private const string Target = "class";
    private const int Day = 48;
    private const int Start = 30 * Day;
    private const double Margin = 0.02;
    private const int Threads = 2;

    /// <summary>Runs, and writes the page where one is named.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0 where both aims are kept, else 1.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        var path = Path.Combine(options.Data, "stream", Set + ".csv.gz");
        var rows = (await Table.ReadAsync(path).ConfigureAwait(false)).Without(["date"]);
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
        var first = await new Training(rows.Take([.. Enumerable.Range(0, Start)]), Target) { Learners = learners, Only = ["lightgbm"], Trials = 1, Metric = "accuracy", Threads = Threads, Seed = seed }.RunAsync().ConfigureAwait(false);
        var loop = new RetrainingLoop(first.Package, rows)
        {
            Learners = learners,
            Start = Start,
            Window = 14 * Day,
            JudgedRows = 7 * Day,
            Histories = [60 * Day],
            Margin = Margin,
            Policy = new() { EveryLabelled = 14 * Day, ShadowRows = 14 * Day },
            Threads = Threads,
            Seed = seed,
        };
        var (_, decisions, score, frozen) = await loop.RunAsync(new Voice()).ConfigureAwait(false);
        return new(hasLabel, rows.RowCount - Start, loop.Windows.Count, decisions, score, frozen, Repeated(rows), clock.Elapsed.TotalSeconds);
    }

    // The label of the row before: what is known half an hour later.
    private static Table WithLabel(Table rows)
    {
        var labels = rows[Target];
        return rows.With(CategoryColumn.FromTexts("label_before", [null, .. Enumerable.Range(0, rows.RowCount - 1).Select(labels.Format)]));
    }

    private static double Repeated(Table rows)
    {
        var labels = rows[Target];
        return Enumerable.Range(Start, rows.RowCount - Start).Average(row => labels.Format(row) == labels.Format(row - 1) ? 1.0 : 0);
    }

    private sealed class Voice : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Share:P0} {value.Message}"));
    }
}
