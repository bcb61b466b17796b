using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Quality.Runs;
using Modelwright.Quality.Sets;
using Modelwright.Quality.Stressing;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Quality.Monitoring;

/// <summary>Judges honest and shifted windows with the packages that a run kept, each drawn from its own test rows, and counts alarms.</summary>
internal static class MonitorCommand
{
    private const string Name = "monitor";

    /// <summary>Judges every package that was kept, and writes the page where one is named.</summary>
    /// <param name="options">The call; '--most' is the number of honest windows of each size.</param>
    /// <returns>0.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        var folder = options.Keep ?? throw new OptionsException("Option '--keep' is needed. Name the folder that 'run --keep' wrote after it.");
        var results = new List<JsonObject>();
        foreach (var set in DataSet.Read(options.Data, options.Sets))
        {
            foreach (var repeat in options.Repeats.Where(repeat => File.Exists(KeptPackage.At(folder, options, set, repeat))))
            {
                results.Add(await OneAsync(options, set, repeat, KeptPackage.At(folder, options, set, repeat)).ConfigureAwait(false));
            }
        }

        if (options.Page is { } page)
        {
            await File.WriteAllTextAsync(page, MonitorMeasuredPage.Of(options, results)).ConfigureAwait(false);
        }

        return 0;
    }

    private static async Task<JsonObject> OneAsync(Options options, DataSet set, int repeat, string model)
    {
        var path = ResultFile.At(options.Out, set.Name, Name, options.Budget, repeat);
        if (!options.Fresh && ResultFile.Read(path) is { } known)
        {
            return known;
        }

        var folder = Directory.CreateTempSubdirectory("modelwright-monitor-");
        try
        {
            var (_, test) = LabelledFiles.Write(set, set.TestRows(repeat), folder.FullName);
            var package = Package.Load(model);
            var rows = (await SourceTable.ReadAsync(test, ReadOptions.For(package.Model.Schema, new()), CancellationToken.None).ConfigureAwait(false)).Table;
            var result = Judge(options, package, rows);
            (result["data"], result["repeat"], result["kind"]) = (set.Name, repeat, set.Kind);
            ResultFile.Write(path, result);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Name}: honest {result["honest"]!.ToJsonString()} shifts {result["covariate"]!.ToJsonString()} labels {result["labels"]!.ToJsonString()}"));
            return result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Half of the test rows are the reference, windows are drawn from the other half alone.
    private static JsonObject Judge(Options options, Package package, Table rows)
    {
        var draws = new WindowDraws(rows, options.Seed);
        var reference = MonitorReference.Learn(package, draws.Reference);

        // A window that is drawn with replacement repeats rows, which is no fault of the data here.
        var monitor = new ModelMonitor(package, reference, new() { LooksForSlices = false, CountsRepeats = false });
        var experiments = new WindowExperiments(package, monitor, reference, draws);
        return new()
        {
            ["reference_rows"] = reference.Rows,
            ["honest"] = new JsonArray([.. ((int[])[500, 50_000]).Select(size => (JsonNode)experiments.Honest(size, options.Most))]),
            ["covariate"] = experiments.Covariate(),
            ["labels"] = experiments.Labels(),
        };
    }
}
