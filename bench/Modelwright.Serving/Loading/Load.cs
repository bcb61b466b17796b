using System.Diagnostics;
using System.Text.Json.Nodes;
using Modelwright.Serving.Starting;

namespace Modelwright.Serving.Loading;

/// <summary>What one kind of request came to.</summary>
/// <param name="Requests">Answered with 200.</param>
/// <param name="Failed">Answered otherwise, or not.</param>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="Half">Milliseconds in which half were answered.</param>
/// <param name="Most">Milliseconds in which 99 of 100 were.</param>
/// <param name="Nearly">Milliseconds in which 999 of 1,000 were.</param>
/// <param name="Cost">Microseconds of processor time that the server took for one; it hardly depends on what else the machine does.</param>
internal sealed record Load(int Requests, int Failed, double PerSecond, double Half, double Most, double Nearly, double Cost)
{
    /// <summary>Asks over several connections at once, the same bytes again and again.</summary>
    public static async Task<Load> RunAsync(RunningServer server, byte[] request, LoadPlan plan)
    {
        // Connections stand and the litter of earlier rounds is gone before the first request is due.
        Connection[] connections = [.. Enumerable.Range(0, plan.Connections).Select(_ => new Connection(server.Address))];
        GC.Collect();
        var (start, worked) = (Stopwatch.GetTimestamp(), server.Worked);
        var each = await Task.WhenAll(connections.Select((connection, number) => Task.Run(() => AskAsync(connection, server.Address, request, plan, (start, number)))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] sorted = [.. each.SelectMany(one => one.Times).Order()];
        var wrong = each.Sum(one => one.Failed);
        double At(double share) => sorted.Length == 0 ? double.NaN : sorted[(int)(sorted.Length * share)];
        return new(sorted.Length - wrong, wrong, sorted.Length / seconds, At(0.5), At(0.99), At(0.999), (server.Worked - worked).TotalMicroseconds / Math.Max(1, sorted.Length));
    }

    public JsonObject Write() => new() { ["requests"] = Requests, ["failed"] = Failed, ["per_second"] = Math.Round(PerSecond), ["p50_ms"] = Math.Round(Half, 3), ["p99_ms"] = Math.Round(Most, 3), ["p999_ms"] = Math.Round(Nearly, 3), ["server_us"] = Math.Round(Cost, 2) };

    public override string ToString() => FormattableString.Invariant($"{PerSecond,10:0} requests/s, p50 {Half:0.00} ms, p99 {Most:0.00} ms, p99.9 {Nearly:0.00} ms, {Cost:0.0} us of the server, {Failed} failed of {Requests + Failed}");

    private static async Task<(List<double> Times, int Failed)> AskAsync(Connection connection, Uri server, byte[] request, LoadPlan plan, (long At, int Number) start)
    {
        var (times, failed, due) = (new List<double>(), 0, start.At);
        var apart = plan.PerSecond > 0 ? Stopwatch.Frequency * plan.Connections / plan.PerSecond : 0;
        try
        {
            for (var sent = 0; plan.TakesOne(Stopwatch.GetElapsedTime(start.At).TotalSeconds); sent++)
            {
                if (apart > 0)
                {
                    due = start.At + (long)(apart * (sent + ((double)start.Number / plan.Connections)));
                    await WaitAsync(due);
                }

                // Where a request is due, its time counts from then, also if an earlier one held it up: that is what a caller waits.
                var begin = apart > 0 ? Math.Min(due, Stopwatch.GetTimestamp()) : Stopwatch.GetTimestamp();
                failed += await connection.AskAsync(request) == 200 ? 0 : 1;
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                if (!connection.IsOpen)
                {
                    connection.Dispose();
                    connection = new(server);
                }
            }
        }
        finally
        {
            connection.Dispose();
        }

        return (times, failed);
    }

    // A delay is cut to whole milliseconds, so the request may leave up to one before it is due; it never counts as faster for it.
    private static async Task WaitAsync(long due)
    {
        if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { TotalMilliseconds: >= 1 } wait)
        {
            await Task.Delay(wait);
        }
    }
}
