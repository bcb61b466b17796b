using System.Text;
using System.Text.Json.Nodes;
using Modelwright.Monitoring.Requests;
using Modelwright.Serving.Starting;

namespace Modelwright.Serving.Loading;

/// <summary>One-row requests beside an empty endpoint of the same server, at half load, and over swaps of the model.</summary>
internal sealed class LoadCommand(string package, byte[] row, Choices choices)
{
    private const int UsualSeconds = 10;
    private const int UsualConnections = 32;
    private const int UsualRequests = 1_000_000;

    // The smallest object that a request could leave behind.
    private const double SmallestObjectBytes = 24;

    // From the middle of the early tenths that are looked at to that of the last ones.
    private const double TenthsBetween = 0.5;

    private readonly double _seconds = choices.Seconds > 0 ? choices.Seconds : UsualSeconds;
    private readonly int _connections = choices.Connections > 0 ? choices.Connections : UsualConnections;
    private readonly int _requests = choices.Requests > 0 ? choices.Requests : UsualRequests;
    private long _answered;
    private long _failed;

    public static async Task<int> RunAsync(string package, RowsFile rows, Choices choices)
    {
        using var folder = new WorkFolder();
        var command = new LoadCommand(Path.GetFullPath(package), Encoding.UTF8.GetBytes(rows.Body(0)), choices);
        var model = Math.Round(ModelCost.Of(package, rows), 2);
        Console.WriteLine(FormattableString.Invariant($"the model alone   {model:0.0} us a row"));
        var result = await command.MeasureAsync(folder);
        result["model_us"] = model;
        Results.Write(choices.Out, choices.Logs ? "load" : "load-no-log", result);
        var isWhole = result["logged"] is not JsonObject logged || (long)logged["rows"]! >= (long)logged["answered"]!;
        Console.WriteLine(isWhole && command._failed == 0 ? "No request failed." : "Requests failed, or are not in the log.");
        return isWhole && command._failed == 0 ? 0 : 1;
    }

    private async Task<JsonObject> MeasureAsync(WorkFolder folder)
    {
        var setup = new ServerSetup { Package = package, Log = choices.Logs ? folder.At("log") : null };
        var result = new JsonObject { ["package"] = Path.GetFileName(package), ["logs"] = choices.Logs, ["processors"] = Environment.ProcessorCount, ["connections"] = _connections, ["row_bytes"] = row.Length };
        await using (var server = await RunningServer.StartAsync(setup))
        {
            var rate = await RatesAsync(server, result);
            var half = await AskAsync(server, "half load", new() { Connections = _connections, Seconds = _seconds, PerSecond = rate / 2 });
            result["half"] = half.Write();
            await SwapAsync(server, result);
        }

        if (choices.Logs)
        {
            result["logged"] = new JsonObject { ["answered"] = _answered, ["rows"] = RequestLog.ReadBlocks(folder.At("log"), ServerSetup.Model).Sum(table => (long)table.RowCount) };
            Console.WriteLine($"logged            {result["logged"]!.ToJsonString()}");
        }

        if (choices.Pages)
        {
            await PagesAsync(setup with { Log = choices.Logs ? folder.At("log-plain") : null }, setup with { Pages = true, Log = choices.Logs ? folder.At("log-pages") : null }, result);
        }

        return result;
    }

    // Both take turns, so that what the machine does beside meets both alike.
    private async Task<double> RatesAsync(RunningServer server, JsonObject result)
    {
        var empty = Connection.Post(server.Address, "/empty", row);
        await AskAsync(server, "warm", Plan(choices.Warm));
        await Load.RunAsync(server, empty, Plan(choices.Warm));
        var (plain, rows) = (new List<Load>(), new List<Load>());
        for (var round = 0; round < choices.Rounds; round++)
        {
            plain.Add(await Load.RunAsync(server, empty, Plan(_seconds)));
            Console.WriteLine($"empty endpoint    {plain[^1]}");
            _failed += plain[^1].Failed;
            rows.Add(await AskAsync(server, "one row", Plan(_seconds)));
        }

        var (middle, rate) = (Middle(plain), Middle(rows));
        (result["empty"], result["one"], result["share"]) = (middle.Write(), rate.Write(), Math.Round(rate.PerSecond / middle.PerSecond, 4));
        Console.WriteLine(FormattableString.Invariant($"share of empty    {rate.PerSecond / middle.PerSecond:P1}"));
        return rate.PerSecond;
    }

    private async Task SwapAsync(RunningServer server, JsonObject result)
    {
        var plan = new LoadPlan { Connections = _connections, Requests = _requests };
        var swaps = new Swaps(server, package, plan, choices.Swaps);
        var swapping = Task.WhenAll(swaps.RunAsync(), swaps.LookAsync());
        var over = await AskAsync(server, $"over {choices.Swaps} swaps", plan);
        await swapping;

        // The first swaps fill the versions that are held beside the one that answers, so growth is told from the third tenth on.
        var bytes = (swaps.Heap[^3..].Average() - swaps.Heap[3..6].Average()) / (TenthsBetween * _requests);
        (result["over_swaps"], result["swaps"]) = (over.Write(), choices.Swaps);
        result["memory_mb"] = new JsonArray([.. swaps.Memory.Select(one => (JsonNode)new JsonArray(one.Own, one.Whole))]);
        result["heap_mb"] = new JsonArray([.. swaps.Heap.Select(one => (JsonNode)Math.Round(one / (double)(1 << 20), 2))]);
        (result["heap_growth_bytes"], result["heap_is_flat"]) = (Math.Round(bytes, 2), bytes < SmallestObjectBytes);
        Console.WriteLine($"memory, MB        {string.Join(" ", swaps.Memory.Select(one => one.Own))} of its own; {string.Join(" ", swaps.Memory.Select(one => one.Whole))} with mapped files");
        Console.WriteLine($"heap in use, MB   {string.Join(" ", swaps.Heap.Select(one => FormattableString.Invariant($"{one / (double)(1 << 20):0.00}")))}");
        Console.WriteLine(FormattableString.Invariant($"growth            {bytes:0.0} bytes a request from tenths 3 to 5 to the last three: {(bytes < SmallestObjectBytes ? "flat" : "not flat")}"));
    }

    private async Task PagesAsync(ServerSetup plain, ServerSetup pages, JsonObject result)
    {
        await using var without = await RunningServer.StartAsync(plain);
        await using var with = await RunningServer.StartAsync(pages);
        var (one, other) = (new List<Load>(), new List<Load>());
        await AskAsync(without, "warm", Plan(choices.Warm));
        await AskAsync(with, "warm", Plan(choices.Warm));
        for (var round = 0; round < choices.Rounds; round++)
        {
            one.Add(await AskAsync(without, "without pages", Plan(_seconds)));
            other.Add(await AskAsync(with, "with pages", Plan(_seconds)));
        }

        var share = Middle(other).PerSecond / Middle(one).PerSecond;
        result["pages"] = new JsonObject { ["without"] = Middle(one).Write(), ["with"] = Middle(other).Write(), ["share"] = Math.Round(share, 4) };
        Console.WriteLine(FormattableString.Invariant($"share with pages  {share:P1}"));
    }

    private LoadPlan Plan(double seconds) => new() { Connections = _connections, Seconds = seconds };

    private async Task<Load> AskAsync(RunningServer server, string what, LoadPlan plan)
    {
        var load = await Load.RunAsync(server, Connection.Post(server.Address, "/predict", row), plan);
        Console.WriteLine($"{what,-18}{load}");
        (_answered, _failed) = (_answered + load.Requests, _failed + load.Failed);
        return load;
    }

    private static Load Middle(List<Load> rounds) => rounds.OrderBy(load => load.PerSecond).ElementAt(rounds.Count / 2);
}
