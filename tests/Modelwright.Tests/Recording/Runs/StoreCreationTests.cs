using System.Collections.Concurrent;
using Modelwright.Core.Errors;
using Modelwright.Recording.Stores;

namespace Modelwright.Tests.Recording.Runs;

/// <summary>A store that is read in the moment in which another program makes it.</summary>
public sealed class StoreCreationTests
{
    private const int Stores = 12;
    private const int Readers = 3;

    [Fact]
    public void Open_WhileAnotherMakesIt_WaitsUntilItIsThere()
    {
        var faults = new ConcurrentBag<string>();
        for (var store = 0; store < Stores; store++)
        {
            using var folder = new StoreFolder();
            using var start = new Barrier(Readers + 1);
            var readers = Enumerable.Range(0, Readers).Select(_ => new Thread(() =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                SpinWait.SpinUntil(() => File.Exists(folder.File), TimeSpan.FromSeconds(20));
                try
                {
                    folder.Store.List();
                }
                catch (ModelwrightException fault)
                {
                    faults.Add(fault.Message);
                }
            })).ToArray();
            Array.ForEach(readers, reader => reader.Start());
            start.SignalAndWait(TestContext.Current.CancellationToken);
            using var made = StoreFile.Open(folder.File, isNew: true);
            Array.ForEach(readers, reader => reader.Join());
        }

        Assert.Empty(faults);
    }
}
