using System.Diagnostics;
using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Segments;
using Modelwright.Tasks.Clustering;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    Measures the choice of segments on sets of known segments, and each method alone.

    FOLDER [PAGE] [NAMES]    FOLDER of CSV files with columns x1, x2, … and labels0, …; PAGE to write, - for none;
                             NAMES with commas for some of the sets
    """;

if (args.Length is 0 or > 3)
{
    Console.WriteLine(Help);
    return 2;
}

try
{
    var results = new List<SetResult>();
    foreach (var set in await LabelledPoints.ReadAsync(args[0], args.Length > 2 ? args[2].Split(',') : []).ConfigureAwait(false))
    {
        var result = SetRun.Of(set, seed: 0);
        results.Add(result);
        Console.WriteLine($"{result.Set}: given {string.Join(" or ", result.Known)} {result.Default:0.000} by {string.Join("; ", result.Chosen)}; found {result.Found} by {result.FoundBy} {result.FoundRand:0.000}; {result.Seconds:0.0} s");
        Console.WriteLine($"    {string.Join(", ", result.Singles.Select(single => $"{single.Key} {single.Value:0.000}"))}");
        Console.WriteLine($"    {result.Reason}");
    }

    Console.WriteLine(Page.Summary(results));
    if (args.Length > 1 && args[1] != "-")
    {
        await File.WriteAllTextAsync(args[1], Page.Of(results, Large())).ConfigureAwait(false);
        Console.WriteLine($"written to {args[1]}");
    }

    return 0;
}
catch (ModelwrightException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

static string Large()
{
    const int Rows = 100_000;
    var random = new Random(1);
    var columns = Enumerable.Range(0, 20).Select(column => Enumerable.Range(0, Rows).Select(row => (6 * ((row >> (column % 3)) & 1)) + random.NextDouble() + random.NextDouble() + random.NextDouble()).ToArray()).ToArray();
    var points = LabelledPoints.Scaled(columns);
    var watch = Stopwatch.StartNew();
    var choice = SegmentChooser.Choose(new(points, CatalogMethods.Of(points), new FitContext { Threads = 2, Deadline = Stopwatch.GetTimestamp() + (20 * Stopwatch.Frequency) }));
    return $"100,000 generated rows of 20 columns with 8 segments: {choice.Clusters} found in {watch.Elapsed.TotalSeconds:0.0} s on {choice.Rows} rows drawn, with a deadline of 20 s{(choice.IsComplete ? "" : " that cut the trials short")}.";
}
