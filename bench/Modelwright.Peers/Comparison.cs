using System.Text.Json;
using Modelwright.Core.Learning;
using Modelwright.Quality.Scoring;
using Modelwright.Quality.Sets;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Peers;

/// <summary>Trains both models on the same rows and asks them the same rows, in turns.</summary>
internal static class Comparison
{
    private const string Set = "adult";
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Measures, prints the figures, and writes the page where one is named.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0.</returns>
    internal static async Task<int> RunAsync(Options options)
    {
        var rows = await PeerRows.ReadAsync(DataSet.Read(options.Data, [Set])[0], options.Rows).ConfigureAwait(false);
        var folder = Directory.CreateTempSubdirectory("modelwright-peers-");
        try
        {
            var run = await TrainedModel.TrainAsync(rows, options).ConfigureAwait(false);
            var path = Path.Combine(folder.FullName, "model.mw");
            run.Package.Save(path);
            var figures = Measure(run, path, rows, options);
            Console.WriteLine(JsonSerializer.Serialize(figures, Layout));
            if (options.Page is { } page)
            {
                await File.WriteAllTextAsync(page, Page.Of(figures)).ConfigureAwait(false);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Figures Measure(TrainingRun run, string path, PeerRows rows, Options options)
    {
        var positive = ((IPredictsClasses)run.Package.Model.Form).Classes[1];
        var typed = new TypedProgram(path, rows.Test);
        using var row = new PredictionRowModel(Package.Load(path), rows.Test);
        var engine = new EngineModel(rows, options, positive);
        Func<double>[] ways = [typed.Ready, typed.MadeAnew, row.All, engine.All];
        var sum = 0.0;
        var seconds = Interleaved.Seconds(options.Rounds, Array.ConvertAll(ways, way => (Action)(() => sum += way())));
        var bytes = Array.ConvertAll(ways, way => Allocated(way, rows.Test.RowCount));
        return new()
        {
            Trees = options.Trees,
            Leaves = options.Leaves,
            Rows = rows.Test.RowCount,
            TrainingRows = rows.Training.RowCount,
            AllLeaves = ((IReadable)run.Package.Model.Form).Parts.Count,
            PeerTrees = engine.Trees,
            Accuracy = Accuracy(typed.Probabilities(), rows, positive),
            PeerAccuracy = Accuracy(engine.Probabilities(), rows, positive),
            Ways = [.. Names.Select((name, way) => new Way(name, seconds[way] * 1e6 / rows.Test.RowCount, bytes[way]))],
            Sum = sum,
        };
    }

    private static readonly string[] Names = ["typed model, row ready", "typed model, row made anew", "`BeginRow`", "ML.NET `PredictionEngine`"];

    // Warm already, so what is left is what each row takes; the least of some rounds, as what the platform compiles meanwhile is no row's.
    private static double Allocated(Func<double> way, int rows)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            way();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (double)least / rows;
    }

    private static double Accuracy(double[] probabilities, PeerRows rows, string positive) =>
        probabilities.Index().Count(answer => answer.Item >= 0.5 == (rows.Test[rows.Target].Format(answer.Index) == positive)) / (double)rows.Test.RowCount;
}
