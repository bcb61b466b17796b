using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Core.Errors;
using Modelwright.Quality.Runs;
using Modelwright.Quality.Sets;
using Modelwright.Quality.Stressing;

namespace Modelwright.Quality.Exporting;

/// <summary>Exports the packages that a run kept in every format, each proven on its own test rows, and writes how near the answers were and what could not be said.</summary>
internal static class ExportsCommand
{
    private static readonly string[] Formats = ["csharp", "onnx", "sql"];

    /// <summary>Exports every package that was kept, and writes the page where one is named.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0, or 1 where an export was refused for its answers.</returns>
    public static int Run(Options options)
    {
        var folder = options.Keep ?? throw new OptionsException("Option '--keep' is needed. Name the folder that 'run --keep' wrote after it.");
        var results = new List<JsonObject>();
        foreach (var set in DataSet.Read(options.Data, options.Sets))
        {
            foreach (var repeat in options.Repeats.Where(repeat => File.Exists(KeptPackage.At(folder, options, set, repeat))))
            {
                results.Add(One(options, set, repeat, KeptPackage.At(folder, options, set, repeat)));
            }
        }

        if (options.Page is { } page)
        {
            File.WriteAllText(page, ExportsPage.Of(results));
        }

        return results.Exists(result => Formats.Any(format => result[format]!.AsObject().ContainsKey("error"))) ? 1 : 0;
    }

    private static JsonObject One(Options options, DataSet set, int repeat, string model)
    {
        var path = ResultFile.At(options.Out, set.Name, "exports", options.Budget, repeat);
        if (!options.Fresh && ResultFile.Read(path) is { } known)
        {
            return known;
        }

        var folder = Directory.CreateTempSubdirectory("modelwright-exports-");
        try
        {
            var (_, test) = LabelledFiles.Write(set, set.TestRows(repeat), folder.FullName);
            var result = new JsonObject { ["data"] = set.Name, ["repeat"] = repeat };
            foreach (var format in Formats)
            {
                var process = TimedProcess.Run(options.Cli, ["export", model, "--to", format, "--data", test, "-o", Path.Combine(folder.FullName, format), "--json"]);
                var answer = process.ExitCode is 0 or 1 ? JsonNode.Parse(process.Output)!.AsObject() : new JsonObject { ["error"] = process.Errors.Trim() };
                answer["seconds"] = process.Seconds;
                result[format] = answer;
            }

            ResultFile.Write(path, result);
            Console.WriteLine($"{set.Name}: {string.Join("; ", Formats.Select(format => $"{format} {ExportsPage.Cell(result[format]!.AsObject())}"))}");
            return result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The formats, in their order.</summary>
    public static IReadOnlyList<string> All => Formats;

    /// <summary>A number as short as it can be.</summary>
    public static string Short(double number) => number.ToString(number == 0 ? "F0" : "0.0e0", CultureInfo.InvariantCulture);
}
