using System.Collections.Concurrent;
using Modelwright.Core.Data;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public sealed class ReadingProgressTests
{
    [Fact]
    public async Task Read_ManyRows_TellsEveryFullBlock()
    {
        using var file = TempFile.Named("many.csv");
        await File.WriteAllLinesAsync(file.Path, ["a,b", .. Enumerable.Range(0, 140_000).Select(row => $"{row},x")], TestContext.Current.CancellationToken);
        var told = new Listener();

        await Table.ReadAsync(file.Path, new() { Progress = told }, TestContext.Current.CancellationToken);

        Assert.Equal([65_536L, 131_072L], told.Rows);
    }

    private sealed class Listener : IProgress<long>
    {
        public ConcurrentQueue<long> Rows { get; } = new();

        public void Report(long value) => Rows.Enqueue(value);
    }
}
