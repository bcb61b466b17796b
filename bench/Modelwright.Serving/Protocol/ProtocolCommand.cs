using System.Diagnostics;
using System.Text.Json.Nodes;
using Modelwright.Runtime.Prediction;
using Modelwright.Serving.Starting;

namespace Modelwright.Serving.Protocol;

/// <summary>Asks a server by a client that others made from the published specification of the Open Inference Protocol, and holds its answers against those of the library.</summary>
internal static class ProtocolCommand
{
    private const string Version = "1";
    private const int MostShown = 20;

    public static async Task<int> RunAsync(string package, RowsFile rows, string specification, Choices choices)
    {
        using var folder = new WorkFolder();
        using var predictor = Predictor.Load(package);
        var made = new TensorRequests(predictor, rows.Table);
        var whole = made.Whole(choices.Rows);
        var requests = made.Of(whole);
        await File.WriteAllTextAsync(folder.At("requests.json"), new JsonArray([.. requests.Select(request => (JsonNode)request.Body)]).ToJsonString());
        JsonObject said;
        await using (var server = await RunningServer.StartAsync(new() { Package = Path.GetFullPath(package) }))
        {
            said = await AskAsync([ClientOf(), Path.GetFullPath(specification), server.Address.ToString().TrimEnd('/'), ServerSetup.Model, Version, folder.At("requests.json")]);
        }

        var comparison = new AnswerComparison(predictor.Predict(rows.Table.Take(whole)));
        foreach (var (place, answer) in said["answers"]!.AsArray().Index())
        {
            // Each request was asked of the version and of the model.
            var (group, body) = requests[place / 2];
            comparison.Compare(body, answer!.AsObject(), [.. group.Select(row => Array.IndexOf(whole, row))]);
        }

        string[] faults = [.. said["faults"]!.AsArray().Select(fault => (string)fault!), .. comparison.Faults];
        Array.ForEach(faults[..Math.Min(MostShown, faults.Length)], fault => Console.WriteLine($"FAULT  {fault}"));
        Console.WriteLine($"{said["operations"]!.AsObject().Count} operations, {comparison.Rows} rows answered in {said["answers"]!.AsArray().Count} requests, {comparison.Values} values as the library has them, {faults.Length} faults");
        Results.Write(choices.Out, "protocol", new()
        {
            ["rows"] = comparison.Rows,
            ["requests"] = said["answers"]!.AsArray().Count,
            ["values"] = comparison.Values,
            ["operations"] = said["operations"]!.DeepClone(),
            ["metrics"] = said["metrics"]!.DeepClone(),
            ["faults"] = new JsonArray([.. faults.Select(fault => (JsonNode)fault)]),
        });
        return faults.Length == 0 ? 0 : 1;
    }

    private static async Task<JsonObject> AskAsync(string[] call)
    {
        using var process = Process.Start(new ProcessStartInfo("node", call) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonNode.Parse(output)!.AsObject() : throw new InvalidOperationException("The client did not run; its error output says why. Was 'npm ci' called in bench/protocol-client?");
    }

    // The client is a script beside this project, with packages of its own.
    private static string ClientOf()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "bench", "protocol-client", "client.mjs");
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException("bench/protocol-client/client.mjs is not there. Start this program inside the repository.");
    }
}
