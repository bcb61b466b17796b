namespace Modelwright.Server.Retraining;

/// <summary>The training again of one model: at most one at a time. Safe from any thread.</summary>
public sealed class RetrainingJob
{
    private const int MostRecords = 100;

    private readonly Lock _change = new();
    private CancellationTokenSource? _stop;
    private volatile TrainingProgress? _progress;
    private volatile RetrainingRecord[] _records = [];

    internal RetrainingJob(string name, string registeredName) => (Name, RegisteredName) = (name, registeredName);

    /// <summary>The name that the model is served under.</summary>
    public string Name { get; }

    /// <summary>Its name in the registry.</summary>
    public string RegisteredName { get; }

    /// <summary>Whether a training is under way.</summary>
    public bool IsRunning
    {
        get
        {
            lock (_change)
            {
                return _stop is not null;
            }
        }
    }

    /// <summary>Where the training under way stands; null where none is, or it has not begun to count.</summary>
    public TrainingProgress? Progress => _progress;

    /// <summary>Why the training under way was begun; of the last one where none is.</summary>
    public string? Reason { get; private set; }

    /// <summary>How the last hundred ended, the newest first.</summary>
    public IReadOnlyList<RetrainingRecord> Records => _records;

    /// <summary>Asks the training under way to end.</summary>
    /// <returns>Whether one was.</returns>
    public bool Cancel()
    {
        lock (_change)
        {
            _stop?.Cancel();
            return _stop is not null;
        }
    }

    /// <summary>Begins, where none is under way.</summary>
    internal bool TryBegin(string reason, CancellationToken stopping, out CancellationToken stop)
    {
        lock (_change)
        {
            if (_stop is not null)
            {
                stop = default;
                return false;
            }

            Reason = reason;
            _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            stop = _stop.Token;
            return true;
        }
    }

    internal void Report(TrainingProgress progress) => _progress = progress;

    /// <summary>Ends what <see cref="TryBegin"/> began.</summary>
    internal void End()
    {
        lock (_change)
        {
            _progress = null;
            _stop?.Dispose();
            _stop = null;
        }
    }

    internal void Add(RetrainingRecord record)
    {
        lock (_change)
        {
            _records = [record, .. _records.Take(MostRecords - 1)];
        }
    }
}
