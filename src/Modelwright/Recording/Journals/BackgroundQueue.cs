using System.Collections.Concurrent;

namespace Modelwright.Recording.Journals;

/// <summary>Does work one after the other on a thread of its own, so that whoever hands it over does not wait. Bounded.</summary>
internal sealed class BackgroundQueue : IDisposable
{
    private readonly BlockingCollection<Action> _work;
    private readonly Thread _thread;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">Pieces of work that may wait.</param>
    public BackgroundQueue(string name, int most)
    {
        _work = new(most);
        _thread = new(Loop) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>Hands work over; the work handles its own faults.</summary>
    /// <returns>False where too much waits already, or the queue is closed.</returns>
    public bool TryAdd(Action work) => !_work.IsAddingCompleted && _work.TryAdd(work);

    /// <summary>Takes no more work and waits for what was handed over.</summary>
    /// <returns>Whether all of it was done in time.</returns>
    public bool Close(TimeSpan most)
    {
        _work.CompleteAdding();
        return _thread.Join(most);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Close(TimeSpan.Zero))
        {
            _work.Dispose();
        }
    }

    private void Loop()
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work();
        }
    }
}
