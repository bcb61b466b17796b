using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Quality.Runs;

namespace Modelwright.Scale;

/// <summary>Makes the rows, runs every verb on them, and writes the table.</summary>
internal static class ScaleRun
{
    private const int TreesOfPackage = 200;

    /// <summary>Runs all of it.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0, or 1 where a run failed.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        Directory.CreateDirectory(options.Folder);
        var cli = Path.Combine(AppContext.BaseDirectory, "..", "..", "Modelwright.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Modelwright.Cli.dll");
        var file = Path.Combine(options.Folder, $"{options.Rows}x{options.Columns}.s{options.Seed}.csv");
        if (!File.Exists(file))
        {
            Rows.Write(file + ".part", options.Rows, options.Columns, options.Seed);
            File.Move(file + ".part", file);
        }

        var duck = DuckReading.Seconds(file, Environment.ProcessorCount);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Rows:N0} rows x {options.Columns} columns, {new FileInfo(file).Length / 1e6:N0} MB; DuckDB reads it in {duck:0.00} s."));
        Console.WriteLine("verb         seconds   times DuckDB   peak MB");
        var isDone = Tell("inspect", TimedProcess.Run(cli, ["inspect", file, "--target", "left", "--json"]), duck);
        if (!options.Trains || !isDone)
        {
            return isDone ? 0 : 1;
        }

        var folder = Path.Combine(options.Folder, "run");
        string[] memory = options.Memory is { } bytes ? ["--memory", bytes] : [];
        if (!Tell("train", TimedProcess.Run(cli, ["train", file, "--target", "left", "--budget", options.Budget, "--out", folder, "--json", .. memory]), duck))
        {
            return 1;
        }

        var report = Path.Combine(folder, "report.html");
        var opening = await ReportOpening.SecondsAsync(report).ConfigureAwait(false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The report has {new FileInfo(report).Length / 1e3:N0} kB{(opening is { } seconds ? $" and opens in {seconds:0.00} s" : "; there is no browser to open it with")}."));
        return Predicts(options, cli, file, duck) ? 0 : 1;
    }

    // The package that is measured has a known size, whatever the search liked best: one boosting member of so many trees.
    private static bool Predicts(Options options, string cli, string file, double duck)
    {
        var some = Path.Combine(options.Folder, "some.csv");
        File.WriteAllLines(some, File.ReadLines(file).Take(50_001));
        var first = Path.Combine(options.Folder, "first");
        var run = TimedProcess.Run(cli, ["train", some, "--target", "left", "--learners", "lightgbm", "--trials", "1", "--out", first, "--json"]);
        var plan = JsonNode.Parse(File.ReadAllText(Path.Combine(first, "plan.json")))!;
        var member = plan["decision"]!["members"]!.AsArray().First(one => one!["learner"]!.GetValue<string>() == "lightgbm")!;
        foreach (var setting in member["parameters"]!.AsArray())
        {
            setting!["rounds"] = TreesOfPackage.ToString(CultureInfo.InvariantCulture);
        }

        member["weight"] = 1.0;
        plan["decision"]!["fit"] = "whole";
        plan["decision"]!["members"] = new JsonArray(member.DeepClone());
        var path = Path.Combine(options.Folder, "plan.json");
        File.WriteAllText(path, plan.ToJsonString());
        var package = Path.Combine(options.Folder, "package");
        run = TimedProcess.Run(cli, ["train", some, "--plan", path, "--out", package, "--json"]);
        return run.ExitCode == 0
            ? Tell("predict", TimedProcess.Run(cli, ["predict", Path.Combine(package, "model.mw"), file, "-o", Path.Combine(options.Folder, "scored.parquet"), "--json"]), duck)
            : Tell("(package)", run, duck);
    }

    private static bool Tell(string verb, TimedProcess run, double duck)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verb,-10} {run.Seconds,9:0.00}   {run.Seconds / duck,12:0.0}   {run.PeakMegabytes,7:0}"));
        if (run.ExitCode != 0)
        {
            Console.Error.WriteLine(run.Errors);
        }

        return run.ExitCode == 0;
    }
}
