namespace Modelwright.Studio.Trainings;

/// <summary>A file on the desk with all that belongs to it. Changed only under the lock of the desk, but for its view, which is replaced whole.</summary>
internal sealed class TrainingEntry(UploadedFile file, TrainingView view) : IProgress<TrainingProgress>, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _change = new();
    private volatile TrainingView _view = view;

    internal UploadedFile File { get; } = file;

    internal TrainingView View => _view;

    internal CancellationToken Stopping => _stop.Token;

    /// <inheritdoc/>
    public void Report(TrainingProgress value) => Change(view => view with { Progress = value });

    internal void Change(Func<TrainingView, TrainingView> change)
    {
        lock (_change)
        {
            _view = change(_view);
        }
    }

    internal void Stop()
    {
        Change(view => view with { IsStopping = true });
        _stop.Cancel();
    }

    public void Dispose()
    {
        _stop.Dispose();
        File.Dispose();
    }
}
