using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Modelwright.Serving.Pages;

/// <summary>The page about what serving was measured to do, from the results that are there.</summary>
internal static class ServingPage
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Of(IReadOnlyDictionary<string, JsonObject> results)
    {
        var page = new StringBuilder("""
            # Serving, measured
            Written by `bench/Modelwright.Serving`, which starts the server as a process of its own and asks it from another on the same machine over loopback. Shares and counts carry over to other machines; figures in
            seconds are those of that run.

            """);
        Load(page, results.GetValueOrDefault("load"), results.GetValueOrDefault("load-no-log"));
        Storm(page, results.GetValueOrDefault("storm"));
        Kills(page, results.GetValueOrDefault("kills"));
        Protocol(page, results.GetValueOrDefault("protocol"));
        return page.ToString();
    }

    private static void Load(StringBuilder page, JsonObject? load, JsonObject? without)
    {
        if (load is null)
        {
            return;
        }

        page.Append(Invariant, $"""

            ## Load
            One row a request of `{load["package"]}` ({load["row_bytes"]} bytes of JSON), {load["connections"]} connections that each wait for their answer, {load["processors"]} processors for both processes. Every request is in the log before its answer leaves. The empty
            endpoint belongs to the same server, reads the same body and answers `{"{}"}`; both take turns, and the middle round counts. At half load requests are due at even times, and their time counts from when they were due, also where an
            earlier one held them up.

            | | requests a second in that run | p50, ms | p99, ms | p99.9, ms | server's processor time, µs | failed |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        Row(page, "empty endpoint", load["empty"]!);
        Row(page, "one row, logged", load["one"]!);
        Row(page, "one row, logged, at half of that", load["half"]!);
        Row(page, $"one row, logged, over {load["swaps"]} swaps", load["over_swaps"]!);
        page.Append(Invariant, $"\nOne-row requests, logged, are {Percent(load["share"]!)} of what the empty endpoint does. The model alone, filled and asked on one thread without a server, takes {(double)load["model_us"]!:0.0} µs of that row in that run, so the share is one of this model.");
        if (without is not null)
        {
            page.Append(Invariant, $" Without the log they are {Percent(without["share"]!)}, in a run of its own.");
        }

        if (load["pages"] is { } pages)
        {
            page.Append(Invariant, $" With the pages on, which count traffic for people, a server answers {Percent(pages["share"]!)} of what one without them does.");
        }

        page.Append(Invariant, $" {Swapped(load)}\n");
        if (load["logged"] is { } logged)
        {
            page.Append(Invariant, $"\nAfterwards the log was read: {(long)logged["answered"]!:N0} requests were answered with 200, and {(long)logged["rows"]!:N0} rows are in it.\n");
        }
    }

    private static string Swapped(JsonObject load)
    {
        var (over, memory) = (load["over_swaps"]!, load["memory_mb"]!.AsArray());
        return string.Create(Invariant, $"{(long)over["requests"]! + (long)over["failed"]!:N0} requests across {load["swaps"]} hot swaps: {over["failed"]} failed. Memory before them and after each tenth, in MB: in use on the heap after a collection {string.Join(", ", load["heap_mb"]!.AsArray().Select(one => one!.ToString()))}; resident and of the process alone {string.Join(", ", memory.Select(one => one![0]))}. The first swaps fill the versions that are held; from tenths 3 to 5 to the last three the heap in use grew by {(double)load["heap_growth_bytes"]!:0.0} bytes a request, {((bool)load["heap_is_flat"]! ? "less" : "more")} than the smallest object has (24).");
    }

    private static void Row(StringBuilder page, string name, JsonNode load) =>
        page.Append(Invariant, $"| {name} | {(double)load["per_second"]!:N0} | {(double)load["p50_ms"]!:0.00} | {(double)load["p99_ms"]!:0.00} | {(double)load["p999_ms"]!:0.00} | {(double)load["server_us"]!:0.0} | {load["failed"]} |\n");

    private static void Storm(StringBuilder page, JsonObject? storm)
    {
        if (storm is null)
        {
            return;
        }

        var access = storm["access"]!;
        page.Append(Invariant, $"""

            ## Wrong requests
            {(int)storm["requests"]!:N0} requests by chance (seed {storm["seed"]}) to a server with a log, a store, a folder of packages and pages, beside {storm["slow"]} connections that send a byte a second or stop. A fault is: a status of 500 or above (but 505, which is right
            for another version of HTTP), no answer where there must be one, a right row that is not answered, a server that has ended or answers otherwise than before, a file outside its folders that was made or changed, text of a system file in an answer. Faults: {storm["faults"]}.

            | kind | answers |
            | --- | --- |

            """);
        foreach (var (kind, counts) in storm["kinds"]!.AsObject())
        {
            page.Append(Invariant, $"| {kind} | {string.Join(", ", counts!.AsObject().Select(pair => string.Create(Invariant, $"{pair.Key}: {(int)pair.Value!:N0}")))} |\n");
        }

        page.Append(Invariant, $"\nDots are taken out of an address before a route is looked for, as HTTP has it, so what is left may be another route of the server. 'Keys' are a second server with keys and pages: {access["routes"]} routes, each asked without a key, with wrong ones and with keys of too small a role; {(int)access["refused"]!:N0} requests were refused (302 leads to the form to sign in).\n");
    }

    private static void Kills(StringBuilder page, JsonObject? kills)
    {
        if (kills is null)
        {
            return;
        }

        var rounds = kills["rounds"]!.AsArray();
        long Sum(string name) => rounds.Sum(round => (long)round![name]!);
        page.Append(Invariant, $"""

            ## Kills
            A server with a log and a registry is asked, labelled and promoted over {kills["connections"]} and two more connections, and killed (SIGKILL) at a moment by chance (seed {kills["seed"]}); then all that it ever acknowledged is looked for, the registry is opened,
            and the server is started again on the same files. A promotion counts as kept where its version, or the one under way at the kill, is champion and answers.

            {rounds.Count} kills: {Sum("requests"):N0} requests, {Sum("labels"):N0} labels and {Sum("promotions"):N0} promotions were acknowledged. Lost: {kills["lost"]}.

            """);
    }

    private static void Protocol(StringBuilder page, JsonObject? protocol)
    {
        if (protocol is null)
        {
            return;
        }

        page.Append(Invariant, $"""

            ## A client of others
            `bench/protocol-client` lets `openapi-client-axios` make a client from the specification that the Open Inference Protocol publishes, calls every operation in it with and without a version, checks answers against its schemas with `ajv`, and holds labels
            and probabilities against those of the library, to the bit. Two things of the document are mended first: it writes `$` before the names in its paths, and it says in words alone that the version may be left out.

            {protocol["operations"]!.AsObject().Count} operations; {protocol["rows"]} rows in {protocol["requests"]} requests; {protocol["values"]} values as the library has them; faults: {protocol["faults"]!.AsArray().Count}.

            `/metrics` was read by `parse-prometheus-text-format`: {protocol["metrics"]!["families"]} families with {protocol["metrics"]!["samples"]} metrics, and the counts of requests and rows are those that were asked.

            | operation | asked | statuses | answers checked against a schema |
            | --- | ---: | --- | ---: |

            """);
        foreach (var (_, operation) in protocol["operations"]!.AsObject())
        {
            page.Append(Invariant, $"| `{operation!["path"]}` | {operation["asked"]} | {string.Join(", ", operation["statuses"]!.AsObject().Select(pair => $"{pair.Key}: {pair.Value}"))} | {operation["checked"]} |\n");
        }
    }

    private static string Percent(JsonNode share) => ((double)share).ToString("P1", Invariant).Replace(" ", "", StringComparison.Ordinal);
}
