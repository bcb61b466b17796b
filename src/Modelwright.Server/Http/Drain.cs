using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modelwright.Server.Measuring;

namespace Modelwright.Server.Http;

/// <summary>Turns the server to 'not ready' before it stops, and gives whoever sends requests the time to see that.</summary>
internal sealed class Drain(ServerOptions options, ILogger<Drain> logger) : IHostedLifecycleService
{
    private volatile bool _isReady;

    internal bool IsReady => _isReady;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _isReady = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isReady = false;
        ServerLog.Draining(logger);
        if (options.DrainDelay > TimeSpan.Zero)
        {
            await Task.Delay(options.DrainDelay, options.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
