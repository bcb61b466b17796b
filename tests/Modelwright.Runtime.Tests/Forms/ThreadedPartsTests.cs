using System.Collections.Concurrent;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Forms;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class ThreadedPartsTests
{
    [Fact]
    public void Do_OneThread_InTheirOrderOnTheThreadThatAsks()
    {
        var done = new List<(int Part, int Thread)>();

        ThreadedParts.Do(20, threads: 1, part => done.Add((part, Environment.CurrentManagedThreadId)), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 20).Select(part => (part, Environment.CurrentManagedThreadId)), done);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(1000, 4)]
    public void Do_SeveralThreads_EachPartOnce(int count, int threads)
    {
        var done = new ConcurrentBag<int>();

        ThreadedParts.Do(count, threads, done.Add, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, count), done.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Do_AFault_ComesOutAsItIs(int threads)
    {
        var fault = Assert.Throws<DataException>(() => ThreadedParts.Do(8, threads, part => throw new DataException("It was this."), TestContext.Current.CancellationToken));

        Assert.Equal("It was this.", fault.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Do_AskedToEnd_Ends(int threads)
    {
        using var stop = new CancellationTokenSource();
        var done = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => ThreadedParts.Do(
            1000,
            threads,
            _ =>
            {
                Interlocked.Increment(ref done);
                stop.Cancel();
            },
            stop.Token));

        Assert.InRange(done, 1, 999);
    }
}
