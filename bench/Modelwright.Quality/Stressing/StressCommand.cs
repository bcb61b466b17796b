using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Core.Errors;
using Modelwright.Quality.Runs;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Stressing;

/// <summary>Puts the packages that a run kept to the test, each on its own test rows, and writes what that took and what was flagged.</summary>
internal static class StressCommand
{
    private const string Name = "stress";

    /// <summary>Tests every package that was kept, and writes the page where one is named.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0, or 1 where a test ended in an error.</returns>
    public static int Run(Options options)
    {
        var folder = options.Keep ?? throw new OptionsException("Option '--keep' is needed. Name the folder that 'run --keep' wrote after it.");
        var failed = 0;
        var results = new List<JsonObject>();
        foreach (var set in DataSet.Read(options.Data, options.Sets))
        {
            foreach (var repeat in options.Repeats.Where(repeat => File.Exists(KeptPackage.At(folder, options, set, repeat))))
            {
                var result = One(options, set, repeat, KeptPackage.At(folder, options, set, repeat));
                failed += result.ContainsKey("error") ? 1 : 0;
                results.Add(result);
            }
        }

        if (options.Page is { } page)
        {
            File.WriteAllText(page, StressPage.Of(options, results));
        }

        return failed == 0 ? 0 : 1;
    }

    private static JsonObject One(Options options, DataSet set, int repeat, string model)
    {
        var path = ResultFile.At(options.Out, set.Name, Name, options.Budget, repeat);
        if (!options.Fresh && ResultFile.Read(path) is { } known)
        {
            return known;
        }

        var folder = Directory.CreateTempSubdirectory("modelwright-stress-");
        try
        {
            var (training, test) = LabelledFiles.Write(set, set.TestRows(repeat), folder.FullName);
            var process = TimedProcess.Run(options.Cli, ["test", model, "--data", test, "--training", training, "--json", "--seed", options.Seed.ToString(CultureInfo.InvariantCulture)]);
            var result = new JsonObject { ["data"] = set.Name, ["repeat"] = repeat, ["seconds"] = process.Seconds, ["rss_peak_mb"] = process.PeakMegabytes, ["exit_code"] = process.ExitCode };
            if (process.ExitCode is 0 or 1)
            {
                result["report"] = JsonNode.Parse(process.Output);
            }
            else
            {
                result["error"] = $"test ended with {process.ExitCode}: {process.Errors.Trim()}";
            }

            ResultFile.Write(path, result);
            Console.WriteLine(Line(result));
            return result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Line(JsonObject result) => result["error"] is { } error
        ? $"{result["data"]}: {error}"
        : string.Create(CultureInfo.InvariantCulture, $"{result["data"]}: {(double)result["seconds"]!:F1} s, {(double)result["rss_peak_mb"]!:F0} MB, not kept: {string.Join(", ", StressPage.Flagged(result))}");
}
