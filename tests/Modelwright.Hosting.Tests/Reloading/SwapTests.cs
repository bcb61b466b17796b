using System.Collections.Concurrent;
using Modelwright.Hosting.Tests.Data;

namespace Modelwright.Hosting.Tests.Reloading;

public sealed class SwapTests
{
    private const int Swaps = 60;
    private const int Rows = 64;

    private sealed record Row(int Age, int Income);

    [Fact]
    public async Task Look_WhileManyAsk_EveryCallIsAnsweredByOneModel()
    {
        using var watched = new WatchedModel();
        Packages.Number(1).Write(watched.Path, 0);
        watched.Watch.Start();
        Row[] rows = [.. Enumerable.Repeat(new Row(30, 1), Rows)];
        using var end = new CancellationTokenSource();
        var seen = new ConcurrentDictionary<double, int>();
        var calls = 0;
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                var factor = Assert.Single(watched.Model.PredictAll(rows).Outputs.Distinct());
                seen.AddOrUpdate(factor, 1, (_, count) => count + 1);
                Interlocked.Increment(ref calls);
            }
        })).ToArray();

        for (var swap = 1; swap < Swaps; swap++)
        {
            // Each model must be asked before the next one comes, or the test would swap before anybody has asked.
            var before = Volatile.Read(ref calls);
            Packages.Number(1 + (swap % 7)).Write(watched.Path, swap);
            watched.LookTwice();
            SpinWait.SpinUntil(() => Volatile.Read(ref calls) >= before + 8 || asking.Any(task => task.IsCompleted));
        }

        await end.CancelAsync();
        await Task.WhenAll(asking);

        Assert.Equal(Swaps - 1, watched.Measured.Sum("modelwright.reloads"));
        Assert.Equal(Enumerable.Range(1, 7).Select(factor => (double)factor), seen.Keys.Order());
        Assert.Equal(0, watched.Measured.Sum("modelwright.predictions.failed"));
        Assert.Equal((long)calls * Rows, watched.Measured.Sum("modelwright.predictions.rows"));
    }
}
