using System.Globalization;
using Modelwright.Startup;
using Modelwright.Startup.Runtime;

// 'runtime PACKAGE...' publishes and starts an app that does nothing but predict. Without a word this compares the start of the command line with that of an empty program, in turns and in the same run, so that whatever
// else the machine does falls on both. Exit code 1 where a limit is not kept.
const int Runs = 25;
const double MostForHelp = 2.2;
const double MostForPredict = 4;

var bin = Path.GetFullPath(Path.Combine(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), "..", ".."));
var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
var empty = Path.Combine(bin, "Modelwright.Startup.Empty", configuration, "Modelwright.Startup.Empty");
var cli = Path.Combine(bin, "Modelwright.Cli", configuration, "Modelwright.Cli");
var sample = Path.GetFullPath(Path.Combine(bin, "..", "..", "samples", "breast-cancer", "breast_cancer.csv"));
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["runtime", .. var rest])
{
    return RuntimeCommand.Run(Path.GetFullPath(Path.Combine(bin, "..", "..", "bench", "Modelwright.Startup.App")), rest);
}

var folder = Directory.CreateTempSubdirectory("modelwright-startup-").FullName;
try
{
    var row = Path.Combine(folder, "one.csv");
    File.WriteAllLines(row, File.ReadLines(sample).Take(2));
    new Call("train", cli, ["train", sample, "--target", "diagnosis", "--trials", "6", "--no-store", "--out", folder]).Time();
    Call[] calls =
    [
        new("empty program", empty, []),
        new("--help", cli, ["--help"]) { Limit = MostForHelp },
        new("predict, one row", cli, ["predict", Path.Combine(folder, "model.mw"), row, "-o", Path.Combine(folder, "out.csv")]) { Limit = MostForPredict },
    ];
    for (var run = 0; run < Runs; run++)
    {
        foreach (var call in calls)
        {
            call.Time();
        }
    }

    Console.WriteLine("call                 median ms   times the empty program   limit");
    foreach (var call in calls)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{call.Name,-20} {call.Median,9:0.0}   {call.Median / calls[0].Median,23:0.00}   {call.Limit,5}"));
    }

    return Array.Exists(calls, call => call.Median / calls[0].Median > call.Limit) ? 1 : 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
