using System.Globalization;
using Modelwright.Kills;

// Kills 'train' at random moments (SIGKILL), lets it go on with --resume, and looks whether the model is the one of a run
// that nobody killed, whether 'reproduce' agrees, and whether anything broken was left. Exit code 1 where something was not so.
const string Help = """
    Modelwright.Kills [--moments 10] [--seed 1] [--trials 9 | --budget 20s] [FILE:TARGET …]

    Without files: the samples. With --budget the models differ, so only that the run goes on to a sound package is looked at.
    """;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--help"])
{
    Console.WriteLine(Help);
    return 0;
}

var bin = Path.GetFullPath(Path.Combine(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), "..", ".."));
var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
var samples = Path.GetFullPath(Path.Combine(bin, "..", "..", "samples"));
var (moments, seed, limit, sets) = (10, 1, new[] { "--trials", "9" }, new List<string>());
for (var place = 0; place < args.Length; place++)
{
    switch (args[place])
    {
        case "--moments":
            moments = int.Parse(args[++place], CultureInfo.InvariantCulture);
            break;
        case "--seed":
            seed = int.Parse(args[++place], CultureInfo.InvariantCulture);
            break;
        case "--trials" or "--budget":
            limit = [args[place], args[++place]];
            break;
        default:
            sets.Add(args[place]);
            break;
    }
}

if (sets.Count == 0)
{
    sets.AddRange([$"{samples}/breast-cancer/breast_cancer.csv:diagnosis", $"{samples}/diabetes/diabetes.csv:progression", $"{samples}/loans/loans.csv:defaulted"]);
}

var cli = Path.Combine(bin, "Modelwright.Cli", configuration, "Modelwright.Cli");
var faults = 0;
Console.WriteLine("set                      killed at   trials kept   resumed in   faults");
foreach (var set in sets)
{
    var colon = set.LastIndexOf(':');
    using var killing = new KillRun(cli, Path.GetFullPath(set[..colon]), set[(colon + 1)..], limit, new Random(seed));
    for (var moment = 0; moment < moments; moment++)
    {
        var outcome = killing.Kill(moment);
        faults += outcome.Faults.Count;
        Console.WriteLine($"{Path.GetFileName(set[..colon]),-24} {outcome.KilledAfter,7:0.00} s   {outcome.Kept,11}   {outcome.ResumedIn,8:0.00} s   {(outcome.Faults.Count == 0 ? "none" : string.Join("; ", outcome.Faults))}");
    }
}

Console.WriteLine(faults == 0 ? "Every run went on, and nothing broken was left." : $"{faults} faults.");
return faults == 0 ? 0 : 1;
