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
    private const string Compiled = "csharp_compiled";

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

        return results.Exists(result => Formats.Append(Compiled).Any(format => result[format]!.AsObject().ContainsKey("error")) || ExportsPage.Different(result) > 0) ? 1 : 0;
    }

    private static JsonObject One(Options options, DataSet set, int repeat, string model)
    {
        var path = ResultFile.At(options.Out, set.Name, "exports", options.Budget, repeat);
        var known = options.Fresh ? null : ResultFile.Read(path);
        if (known?[Compiled] is not null)
        {
            return known;
        }

        var folder = Directory.CreateTempSubdirectory("modelwright-exports-");
        try
        {
            var (_, test) = LabelledFiles.Write(set, set.TestRows(repeat), folder.FullName);
            var result = known ?? Exported(options, set, repeat, (model, test, folder.FullName));
            result[Compiled] = CompiledAnswers.Of(model, test, folder.FullName);
            ResultFile.Write(path, result);
            Console.WriteLine($"{set.Name}: {string.Join("; ", Formats.Select(format => $"{format} {ExportsPage.Cell(result[format]!.AsObject())}"))}; compiled {ExportsPage.CompiledCell(result)}");
            return result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject Exported(Options options, DataSet set, int repeat, (string Model, string Test, string Folder) paths)
    {
        var result = new JsonObject { ["data"] = set.Name, ["repeat"] = repeat };
        foreach (var format in Formats)
        {
            var process = TimedProcess.Run(options.Cli, ["export", paths.Model, "--to", format, "--data", paths.Test, "-o", Path.Combine(paths.Folder, format), "--json"]);
            var answer = process.ExitCode is 0 or 1 ? JsonNode.Parse(process.Output)!.AsObject() : new JsonObject { ["error"] = process.Errors.Trim() };
            answer["seconds"] = process.Seconds;
            result[format] = answer;
        }

        return result;
    }

    /// <summary>The formats, in their order.</summary>
    public static IReadOnlyList<string> All => Formats;

    /// <summary>A number as short as it can be.</summary>
    public static string Short(double number) => number.ToString(number == 0 ? "F0" : "0.0e0", CultureInfo.InvariantCulture);
}
