using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Profile;
using Modelwright.Studio.Http;

namespace Modelwright.Studio.Trainings;

/// <summary>Takes files, reads what is in them, and trains on them one at a time in the order in which they were asked for. Safe from any thread.</summary>
internal sealed class TrainingDesk(StudioOptions options, ILogger<TrainingDesk> logger) : IAsyncDisposable
{
    private const int MostKept = 20;
    private static readonly TimeSpan LongestUnstarted = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly List<TrainingEntry> _entries = [];
    private readonly Queue<TrainingEntry> _waiting = [];
    private readonly Lazy<string> _root = new(() => Directory.CreateTempSubdirectory("modelwright-studio-").FullName);
    private Task _work = Task.CompletedTask;
    private int _arriving;
    private bool _isClosed;

    /// <summary>All files and trainings, the newest first.</summary>
    internal IReadOnlyList<TrainingView> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Select(View).Reverse()];
            }
        }
    }

    /// <summary>One of them; null where there is none of that id.</summary>
    internal TrainingView? Find(string id)
    {
        lock (_lock)
        {
            return _entries.Find(entry => entry.View.Id == id) is { } found ? View(found) : null;
        }
    }

    /// <summary>Takes a file and looks what is in it.</summary>
    /// <exception cref="PageFault">There is no room, or the file is not taken.</exception>
    /// <exception cref="DataException">The file cannot be read.</exception>
    internal async Task<TrainingView> ReceiveAsync(string name, Stream content, CancellationToken cancellation)
    {
        TakePlace();
        UploadedFile? file = null;
        try
        {
            file = await UploadedFile.ReceiveAsync(name, content, _root.Value, options.UploadBytes, cancellation).ConfigureAwait(false);
            await _reading.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                var profile = await UploadReading.ProfileAsync(file, options, cancellation).ConfigureAwait(false);
                var view = Add(file, profile);
                file = null;
                return view;
            }
            finally
            {
                _reading.Release();
            }
        }
        finally
        {
            file?.Dispose();
            Interlocked.Decrement(ref _arriving);
        }
    }

    /// <summary>Puts a file that was read into the queue.</summary>
    /// <exception cref="PageFault">It is not there, or was started already.</exception>
    internal void Start(string id, TrainingOrder order)
    {
        lock (_lock)
        {
            var entry = Entry(id);
            if (entry.View.Phase != TrainingPhase.Read || _isClosed)
            {
                throw new PageFault(409, "It was started already", "A file is trained on once. Send it again for another training.");
            }

            entry.Change(view => view with { Order = order, Phase = TrainingPhase.Waiting });
            _waiting.Enqueue(entry);
            if (_work.IsCompleted)
            {
                _work = Task.Run(WorkAsync);
            }
        }
    }

    /// <summary>Asks a training to stop: it keeps the best so far, or leaves the queue.</summary>
    /// <exception cref="PageFault">It is not there, or neither waits nor trains.</exception>
    internal void Stop(string id)
    {
        lock (_lock)
        {
            var entry = Entry(id);
            if (entry.View.Phase is not (TrainingPhase.Waiting or TrainingPhase.Running))
            {
                throw new PageFault(409, "It does not train", "Only a training that waits or runs can be stopped.");
            }

            entry.Stop();
        }
    }

    /// <summary>Takes a file or a training that is over off the desk. What it left in the folder of runs stays.</summary>
    /// <exception cref="PageFault">It is not there, or is not over.</exception>
    internal void Remove(string id)
    {
        lock (_lock)
        {
            var entry = Entry(id);
            if (entry.View.Phase is TrainingPhase.Waiting or TrainingPhase.Running)
            {
                throw new PageFault(409, "It still trains", "Stop it first; what it has found until then is kept.");
            }

            _entries.Remove(entry);
            entry.Dispose();
        }
    }

    /// <summary>Stops all, and removes files that were sent.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _isClosed = true;
            _entries.ForEach(entry => entry.Stop());
        }

        await _work.ConfigureAwait(false);
        _entries.ForEach(entry => entry.Dispose());
        _reading.Dispose();
        if (_root.IsValueCreated)
        {
            Directory.Delete(_root.Value, recursive: true);
        }
    }

    private void TakePlace()
    {
        lock (_lock)
        {
            foreach (var old in _entries.Where(entry => entry.View.Phase == TrainingPhase.Read && options.Time.GetUtcNow() - entry.View.SentAt > LongestUnstarted).ToArray())
            {
                _entries.Remove(old);
                old.Dispose();
            }

            if (_entries.Count(entry => !entry.View.IsOver) + _arriving >= options.MostTrainings)
            {
                throw new PageFault(503, "There is no room for another file", FormattableString.Invariant($"At most {options.MostTrainings} files are held at one time. Wait until a training ends, or remove a file that nobody started."));
            }

            Interlocked.Increment(ref _arriving);
        }
    }

    private TrainingView Add(UploadedFile file, DataProfile profile)
    {
        var view = new TrainingView(Guid.NewGuid().ToString("N"), file.Name, file.Bytes, options.Time.GetUtcNow(), profile, TrainingPhase.Read);
        lock (_lock)
        {
            _entries.Add(new(file, view));
            foreach (var old in _entries.Where(one => one.View.IsOver).SkipLast(MostKept).ToArray())
            {
                _entries.Remove(old);
                old.Dispose();
            }
        }

        return view;
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            TrainingEntry? next;
            lock (_lock)
            {
                if (!_waiting.TryDequeue(out next))
                {
                    _work = Task.CompletedTask;
                    return;
                }
            }

            await new TrainingWork(options, _root.Value, logger).RunAsync(next).ConfigureAwait(false);
        }
    }

    private TrainingEntry Entry(string id)
    {
        var entry = _entries.Find(one => one.View.Id == id);
        if (entry is null)
        {
            PageFault.Absent("The file or training is not here any more. It may have been removed, or the server was started anew.");
        }

        return entry;
    }

    private TrainingView View(TrainingEntry entry) => entry.View.Phase != TrainingPhase.Waiting
        ? entry.View
        : entry.View with { Before = _waiting.TakeWhile(one => one != entry).Count() + _entries.Count(one => one.View.Phase == TrainingPhase.Running) };
}
