using Modelwright.LightGbm.Interop;

namespace Modelwright.LightGbm.Tests.Interop;

[Collection(CountedHandles.Name)]
public sealed class ThreadGateTests
{
    [Fact]
    public async Task Enter_OtherNumber_WaitsUntilAllHaveLeft()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var first = ThreadGate.Enter(2, cancellation);
        var second = ThreadGate.Enter(2, cancellation);
        var other = Task.Run(() => ThreadGate.Enter(3, cancellation), cancellation);
        first.Dispose();
        first.Dispose();
        await Task.Delay(50, cancellation);
        Assert.False(other.IsCompleted);
        second.Dispose();
        using var entered = await other;
        Assert.Equal(3, entered.Threads);
    }

    [Fact]
    public async Task Enter_CancelledWhileWaiting_LetsTheNextIn()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var source = new CancellationTokenSource();
        using (ThreadGate.Enter(2, cancellation))
        {
            var waiting = Task.Run(() => ThreadGate.Enter(3, source.Token), cancellation);
            await Task.Delay(20, cancellation);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        using var next = ThreadGate.Enter(4, cancellation);
        Assert.Equal(4, next.Threads);
    }
}
