namespace Modelwright.Sources.Duck;

/// <summary>Runs a query so that its caller is free again soon after it asked for that.</summary>
internal static class LongQuery
{
    // What runs ends at an interrupt; but while DuckDB plans a statement it looks for none, and that may take hours.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs it on another thread, which is left behind where it does not end in time; it ends with the plan, and nobody waits for it.</summary>
    /// <param name="read">The query; asks DuckDB to end when the token does.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    internal static async Task<SourceTable> RunAsync(Func<SourceTable> read, CancellationToken cancellation)
    {
        var work = Task.Run(read, cancellation);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellation.Register(() => asked.TrySetResult()).ConfigureAwait(false))
        {
            await Task.WhenAny(work, asked.Task).ConfigureAwait(false);
        }

        try
        {
            return work.IsCompleted ? await work.ConfigureAwait(false) : await work.WaitAsync(Patience, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            throw new OperationCanceledException(cancellation);
        }
    }
}
