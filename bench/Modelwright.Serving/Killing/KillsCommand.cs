using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modelwright.Monitoring.Requests;
using Modelwright.Runtime.Prediction;
using Modelwright.Serving.Starting;

namespace Modelwright.Serving.Killing;

/// <summary>Kills a server under load, again and again on one log and one store: what it acknowledged must be there, and what was promoted last must answer.</summary>
internal sealed class KillsCommand(WorkFolder folder, KillStore store, byte[] row, Choices choices, IReadOnlyList<string> labels)
{
    private const int UsualSeconds = 5;
    private const int UsualConnections = 8;
    private const int MostShown = 5;

    // Small, so that kills also meet a segment that is full and the next one that is begun.
    private const int SegmentBytes = 1 << 18;

    private readonly KillMemory _memory = new() { Promoted = 1, Asked = 1 };
    private readonly Random _random = new(choices.Seed);
    private readonly double _seconds = choices.Seconds > 0 ? choices.Seconds : UsualSeconds;

    public static async Task<int> RunAsync(string package, RowsFile rows, Choices choices)
    {
        using var folder = new WorkFolder();
        using var predictor = Predictor.Load(package);
        var command = new KillsCommand(folder, new(folder, package), Encoding.UTF8.GetBytes(rows.Body(0)), choices, predictor.Classes is [_, ..] classes ? classes : [.. Enumerable.Range(0, 100).Select(number => $"{number}.5")]);
        var rounds = new List<KillRound>();
        for (var kill = 0; kill < choices.Kills; kill++)
        {
            var round = await command.KillAsync();
            rounds.Add(round);
            Console.WriteLine($"killed after {round.After:0.00} s   requests {round.Requests,8}   labels {round.Labels,8}   promotions {round.Promotions,4}   {(round.Lost.Count == 0 ? "nothing lost" : string.Join("; ", round.Lost))}");
        }

        var serves = await command.ServesAsync();
        var lost = rounds.Sum(round => round.Lost.Count) + (serves is null ? 0 : 1);
        Results.Write(choices.Out, "kills", new() { ["seed"] = choices.Seed, ["connections"] = choices.Connections > 0 ? choices.Connections : UsualConnections, ["rounds"] = new JsonArray([.. rounds.Select(round => (JsonNode)round.Write())]), ["last"] = serves, ["lost"] = lost });
        Console.WriteLine(lost == 0 ? "Nothing that was acknowledged was lost." : $"{lost} losses. {serves}");
        return lost == 0 ? 0 : 1;
    }

    private async Task<KillRound> KillAsync()
    {
        var before = (Requests: _memory.RequestCount, Labels: _memory.Labels.Count, _memory.Promotions);
        var lost = new List<string>();
        double after;
        await using (var server = await StartAsync())
        {
            if (await FaultAsync(server) is { } fault)
            {
                lost.Add(fault);
            }

            var callers = new KillCallers(server.Address, row, _memory, KillStore.Versions, _random.Next()) { Truth = Truth };
            var clock = Stopwatch.StartNew();
            var calling = callers.RunAsync(choices.Connections > 0 ? choices.Connections : UsualConnections);
            await Task.WhenAny(calling, Task.Delay(TimeSpan.FromSeconds(0.2 + (_random.NextDouble() * _seconds))));
            after = clock.Elapsed.TotalSeconds;
            server.Kill();
            await calling;
        }

        lost.AddRange(_memory.Refused);
        _memory.Refused.Clear();
        lost.AddRange(Logged().Take(MostShown));
        lost.AddRange(store.Faults(_memory));
        return new(after, _memory.RequestCount - before.Requests, _memory.Labels.Count - before.Labels, _memory.Promotions - before.Promotions, lost);
    }

    /// <summary>Starts once more; null where the last promotion answers.</summary>
    private async Task<string?> ServesAsync()
    {
        await using var server = await StartAsync();
        return await FaultAsync(server);
    }

    private Task<RunningServer> StartAsync() => RunningServer.StartAsync(new() { Store = store.Path, ServesChampion = true, Log = folder.At("log"), SegmentBytes = SegmentBytes });

    private async Task<string?> FaultAsync(RunningServer server)
    {
        using var connection = new Connection(server.Address);
        var status = await connection.AskAsync(Connection.Post(server.Address, "/predict", row));
        if (status != 200)
        {
            return $"the server that was started again answers with {status}";
        }

        using var answer = JsonDocument.Parse(Http.Body(connection.Answer).ToArray());
        var version = answer.RootElement.GetProperty("version").GetString();
        return version == $"{_memory.Promoted}" || version == $"{_memory.Asked}" ? null : $"version {version} answers, where {_memory.Promoted} was acknowledged last and {_memory.Asked} was under way";
    }

    // All that was ever acknowledged is looked for after each kill.
    private IEnumerable<string> Logged()
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        var notes = new List<string>();
        foreach (var table in RequestLog.ReadBlocks(folder.At("log"), ServerSetup.Model, notes: notes))
        {
            var (ids, truths) = (table["@id"], table["@label"]);
            for (var place = 0; place < table.RowCount; place++)
            {
                found[ids.Format(place)!] = truths.Format(place);
            }
        }

        foreach (var note in notes)
        {
            Console.WriteLine($"note of the log: {note}");
        }

        return [
            .. _memory.Requests(0).Where(id => !found.ContainsKey(id)).Select(id => $"request {id} is not in the log"),
            .. _memory.Labels.Where(label => !found.TryGetValue(label.Key, out var truth) || truth != label.Value).Select(label => $"the label of {label.Key} is not {label.Value}"),
        ];
    }

    private string Truth(string id) => labels[int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) % labels.Count];
}
