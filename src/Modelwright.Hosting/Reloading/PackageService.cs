using Microsoft.Extensions.Hosting;

namespace Modelwright.Hosting.Reloading;

/// <summary>Runs the watch of one package with the app: loads it before any other service starts, then looks at the file time and again.</summary>
/// <param name="watch">What loads and looks.</param>
/// <param name="options">Whether to look, and how often.</param>
/// <param name="clock">Says when to look.</param>
internal sealed class PackageService(PackageWatch watch, ModelwrightOptions options, TimeProvider clock) : BackgroundService, IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        watch.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Reload)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.ReloadDelay, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            watch.Look();
        }
    }
}
