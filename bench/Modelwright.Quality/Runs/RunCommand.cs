using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modelwright.Core.Errors;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Runs;

/// <summary>Trains on every set through the command line and scores its predictions of the test rows.</summary>
internal static class RunCommand
{
    private const string Ours = "modelwright";

    /// <summary>Runs all sets that have no result yet.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0, or 1 where a set ended in an error.</returns>
    public static int Run(Options options)
    {
        if (!File.Exists(options.Cli))
        {
            throw new OptionsException($"The command line '{options.Cli}' was not found. Build it, or name it with --cli.");
        }

        var failed = 0;
        foreach (var set in DataSet.Read(options.Data, options.Sets))
        {
            foreach (var repeat in options.Repeats)
            {
                failed += One(options, set, repeat) ? 0 : 1;
            }
        }

        return failed == 0 ? 0 : 1;
    }

    private static bool One(Options options, DataSet set, int repeat)
    {
        var path = ResultFile.At(options.Out, set.Name, Ours, options.Budget, repeat);
        if (!options.Fresh && ResultFile.Read(path) is not null)
        {
            return true;
        }

        var folder = Directory.CreateTempSubdirectory("modelwright-quality-");
        try
        {
            var testRows = set.TestRows(repeat);
            var testFile = Path.Combine(folder.FullName, "test.csv");
            var split = SplitSet.Read(set, testRows, testFile);
            var result = ResultFile.Start(Ours, set, split, options, repeat);
            var model = Train(options, set, testRows, folder.FullName, result);
            if (model is not null)
            {
                Predict(options, set, split, (model, testFile), result);
                KeptPackage.Keep(options, set, repeat, model);
            }

            ResultFile.Write(path, result);
            Console.WriteLine(Line(set, repeat, result));
            return !result.ContainsKey("error");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Train(Options options, DataSet set, int[] testRows, string folder, JsonObject result)
    {
        var rowsFile = Path.Combine(folder, "rows.json");
        File.WriteAllText(rowsFile, JsonSerializer.Serialize(testRows));
        var directory = Path.Combine(folder, "run");
        List<string> call =
        [
            "train", set.File, "--target", set.Target,
            "--task", set.Kind == "regression" ? "regression" : "classification", "--metric", set.Metric,
            "--budget", options.Budget, "--seed", options.Seed.ToString(CultureInfo.InvariantCulture),
            "--out", directory, "--test-rows", rowsFile, "--json",
        ];
        foreach (var column in set.Dropped)
        {
            call.AddRange(["--ignore", column]);
        }

        if (options.IntervalsBy is { } way && set.Kind == "regression")
        {
            call.AddRange(["--intervals-by", way]);
        }

        var process = TimedProcess.Run(options.Cli, call);
        result["fit_s"] = process.Seconds;
        result["rss_peak_mb"] = process.PeakMegabytes;
        result["exit_code"] = process.ExitCode;
        var model = Path.Combine(directory, "model.mw");
        if (process.ExitCode != 0 || !File.Exists(model))
        {
            result["error"] = $"train ended with {process.ExitCode}: {process.Errors.Trim()}";
            return null;
        }

        result["disk_mb"] = new FileInfo(model).Length / 1048576.0;
        result["reported"] = JsonNode.Parse(process.Output);
        Figure(result, set.Metric, "test", "reported_test");
        Figure(result, set.Metric, "nested_out_of_fold", "val");
        Figure(result, set.Metric, "sealed_holdout", "val");
        Figure(result, set.Metric, "out_of_fold", "val");
        return model;
    }

    // What the run itself says of the chosen metric; reports compare it with what the predictions file gives.
    private static void Figure(JsonObject result, string metric, string data, string name)
    {
        var figure = result["reported"]?["evidence"]?["figures"]?.AsArray()
            .FirstOrDefault(figure => (string?)figure?["metric"] == metric && (string?)figure?["data"] == data);
        if (figure is not null && !result.ContainsKey(name))
        {
            result[name] = new JsonObject { ["metric"] = metric, ["value"] = (double?)figure["value"], ["data"] = data };
        }
    }

    private static void Predict(Options options, DataSet set, SplitSet split, (string Model, string Rows) files, JsonObject result)
    {
        var predictions = files.Rows + ".predictions.csv";
        var process = TimedProcess.Run(options.Cli, ["predict", files.Model, files.Rows, "-o", predictions]);
        result["predict_s"] = process.Seconds;
        if (process.ExitCode != 0)
        {
            result["error"] = $"predict ended with {process.ExitCode}: {process.Errors.Trim()}";
            return;
        }

        result["scores"] = Scores.Of(Predictions.Read(set, predictions, split.Test), set);
        result["single_row"] = SingleRow.Measure(files.Model, files.Rows);
        result["many_rows"] = ManyRows.Measure(files.Model, files.Rows);
    }

    private static string Line(DataSet set, int repeat, JsonObject result) => result["error"] is { } error
        ? $"{set.Name} r{repeat}: {error}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{set.Name} r{repeat}: {set.Metric} {(double)result["scores"]![set.Metric]!:F5}, baseline {(double)result["baseline_scores"]![set.Metric]!:F5}, {(double)result["fit_s"]!:F1} s, {(double)result["rss_peak_mb"]!:F0} MB");
}
