using System.Diagnostics;

namespace Modelwright.Serving;

/// <summary>What one kind of request came to.</summary>
/// <param name="Requests">Answered with 200.</param>
/// <param name="Failed">Answered otherwise, or not.</param>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="Half">Milliseconds in which half were answered.</param>
/// <param name="Most">Milliseconds in which 99 of 100 were.</param>
internal sealed record Load(int Requests, int Failed, double PerSecond, double Half, double Most)
{
    /// <summary>Asks over several connections at once.</summary>
    /// <param name="server">Where.</param>
    /// <param name="path">What.</param>
    /// <param name="body">The row.</param>
    /// <param name="choices">How long.</param>
    /// <param name="perSecond">Requests a second, shared by all connections; 0 for as many as go.</param>
    public static async Task<Load> RunAsync(Uri server, string path, string body, Choices choices, double perSecond = 0)
    {
        var start = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, choices.Connections).Select(_ => Task.Run(async () =>
        {
            var (times, failed, sent) = (new List<double>(), 0, 0);
            using var connection = new Connection(server, path, body);
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < choices.Seconds)
            {
                if (perSecond > 0 && sent++ * choices.Connections / perSecond is var due && due - Stopwatch.GetElapsedTime(start).TotalSeconds is var wait and > 0)
                {
                    await Task.Delay(TimeSpan.FromSeconds(wait));
                }

                var begin = Stopwatch.GetTimestamp();
                failed += await connection.AskAsync() == 200 ? 0 : 1;
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            return (Times: times, Failed: failed);
        })));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] sorted = [.. each.SelectMany(one => one.Times).Order()];
        var wrong = each.Sum(one => one.Failed);
        return new(sorted.Length - wrong, wrong, sorted.Length / seconds, sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);
    }

    public override string ToString() => FormattableString.Invariant($"{PerSecond,10:0} requests/s, p50 {Half:0.00} ms, p99 {Most:0.00} ms, {Failed} failed of {Requests + Failed}");
}
