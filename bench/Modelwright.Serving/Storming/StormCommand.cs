using System.Text;
using System.Text.Json.Nodes;
using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Server.Security;
using Modelwright.Serving.Starting;

namespace Modelwright.Serving.Storming;

/// <summary>Requests that are wrong in every way: the server must neither fail nor end, touch nothing outside its folders, and answer nobody who may not ask.</summary>
internal static class StormCommand
{
    private const int UsualRequests = 100_000;
    private const int UsualConnections = 32;

    public static async Task<int> RunAsync(string package, RowsFile rows, Choices choices)
    {
        using var folder = new WorkFolder();
        var (count, connections, tally) = (choices.Requests > 0 ? choices.Requests : UsualRequests, choices.Connections > 0 ? choices.Connections : UsualConnections, new StormTally());
        var (setup, keys) = Prepare(folder, package);
        var before = Outside(folder);
        var result = new JsonObject { ["requests"] = count, ["seed"] = choices.Seed, ["slow"] = choices.Slow };
        await using (var server = await RunningServer.StartAsync(setup, folder.At("work")))
        {
            var requests = new StormRequests(server.Address, rows, await File.ReadAllBytesAsync(folder.At("model.mw")));
            var (first, memory) = (await AnswerAsync(server, rows), server.Memory());
            var storm = new Storm(requests, tally, choices);
            await Task.WhenAll(storm.RunAsync(count, connections), SlowCallers.RunAsync(server.Address, rows, choices.Slow, tally));
            if (server.HasEnded || await AnswerAsync(server, rows) != first)
            {
                tally.Fault(server.HasEnded ? "The server has ended." : "The server answers otherwise than before.");
            }

            result["memory_mb"] = new JsonArray(memory.Own, server.HasEnded ? 0 : server.Memory().Own);
        }

        foreach (var path in Outside(folder).Except(before))
        {
            tally.Fault($"A file outside the folders of the server was made or changed: {path}");
        }

        await using (var server = await RunningServer.StartAsync(setup with { Keys = folder.At("keys.json") }, folder.At("work")))
        {
            result["access"] = await new AccessCheck(server, keys, tally).RunAsync();
        }

        (result["kinds"], result["faults"]) = (tally.Write(), tally.Faults);
        Results.Write(choices.Out, "storm", result);
        Console.WriteLine(tally.Faults == 0 ? "No request did harm." : $"{tally.Faults} faults.");
        return tally.Faults == 0 ? 0 : 1;
    }

    private static (ServerSetup Setup, Dictionary<Role, string> Keys) Prepare(WorkFolder folder, string package)
    {
        folder.Made("work");
        folder.Made("packages");
        File.Copy(package, folder.At("model.mw"));
        var store = Path.Combine(folder.Made("store"), "runs.db");
        new ModelRegistry(new RunStore(store)).Register(ServerSetup.Model, folder.At("model.mw"));
        var keys = ((Role[])[Role.Predict, Role.Label, Role.Manage]).ToDictionary(role => role, role => ApiKeyFile.Add(folder.At("keys.json"), $"{role}", role));
        return (new() { Package = folder.At("model.mw"), Log = folder.At("log"), Store = store, Packages = folder.At("packages"), Pages = true, IsTight = true }, keys);
    }

    // The log and the store are written by design; in the store nothing but its own files may appear.
    private static HashSet<string> Outside(WorkFolder folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories).Where(path => !IsOurs(Path.GetRelativePath(folder.Path, path))).Select(path => $"{path} {(File.Exists(path) ? new FileInfo(path).Length : 0)}")];

    private static bool IsOurs(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        return parts switch
        {
            ["log"] or ["store"] or ["store", "models"] => true,
            ["log", var file] => file.EndsWith(".log", StringComparison.Ordinal) || file.Contains("lock", StringComparison.Ordinal),
            ["store", var file] => file.StartsWith("runs.db", StringComparison.Ordinal),
            ["store", "models", { Length: 2 } start] => start.All(char.IsAsciiHexDigitLower),
            ["store", "models", { Length: 2 } start, { Length: 67 } file] => file.StartsWith(start, StringComparison.Ordinal) && file[..64].All(char.IsAsciiHexDigitLower) && file.EndsWith(".mw", StringComparison.Ordinal),
            _ => false,
        };
    }

    private static async Task<string> AnswerAsync(RunningServer server, RowsFile rows)
    {
        using var connection = new Connection(server.Address);
        var status = await connection.AskAsync(Connection.Post(server.Address, "/models/model/versions/1/predict", Encoding.UTF8.GetBytes(rows.Body(0)), "Content-Type: application/json\r\nX-Request-Id: same\r\n"), TimeSpan.FromSeconds(20));
        return $"{status} {(status == 200 ? Encoding.UTF8.GetString(Http.Body(connection.Answer)) : "")}";
    }
}
