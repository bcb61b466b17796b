namespace Modelwright.Sources.Databases;

/// <summary>
/// Calls a query off when its reader asks for it, again and again until the query has ended: a call that comes before the
/// server or the library has begun with the query would be lost.
/// </summary>
internal sealed class QueryStop : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly Action _cancel;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _registration;
    private bool _hasEnded;

    /// <summary>Begins to listen.</summary>
    /// <param name="cancel">Calls the query off; may be called from any thread until this is disposed of.</param>
    /// <param name="cancellation">Asks for it.</param>
    internal QueryStop(Action cancel, CancellationToken cancellation)
    {
        _cancel = cancel;
        _timer = new(_ => Cancel());
        _registration = cancellation.Register(() => _timer.Change(TimeSpan.Zero, Again));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
        lock (_lock)
        {
            _hasEnded = true;
        }
    }

    // After the end there may be no query left to call off.
    private void Cancel()
    {
        lock (_lock)
        {
            if (!_hasEnded)
            {
                _cancel();
            }
        }
    }
}
