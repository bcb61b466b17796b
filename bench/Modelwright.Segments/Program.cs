using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Segments;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    Measures the choice of segments on sets of known segments, and each method alone.

    FOLDER [PAGE] [NAMES]    FOLDER of CSV files with columns x1, x2, … and labels0, …, or "simulated" for drawn sets;
                             PAGE to write, - for none; NAMES with commas for some of the sets
    """;

if (args.Length is 0 or > 3)
{
    Console.WriteLine(Help);
    return 2;
}

try
{
    var results = new List<SetResult>();
    string[] names = args.Length > 2 ? args[2].Split(',') : [];
    var isSimulated = args[0] == "simulated";
    foreach (var set in isSimulated ? SimulatedSets.All(seed: 1, names) : await LabelledPoints.ReadAsync(args[0], names).ConfigureAwait(false))
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
        await File.WriteAllTextAsync(args[1], Page.Of(results, isSimulated ? "Sets were drawn (`SimulatedSets`, seed 1)." : await ManyRows.RunAsync().ConfigureAwait(false))).ConfigureAwait(false);
        Console.WriteLine($"written to {args[1]}");
    }

    return 0;
}
catch (ModelwrightException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
