using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Monitoring.Requests;
using Modelwright.Server.Measuring;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Watching;

/// <summary>Looks at the log of each served model time and again, off the way of requests. What is wrong with one model keeps no other from being looked at.</summary>
internal sealed class WatchService(ServerOptions options, ServedModels models, MonitoredModels monitored, WatchVoice voice, ILogger<WatchService> logger) : BackgroundService
{
    private readonly MonitoringOptions _told = options.Monitoring!;
    private readonly RequestLog _log = options.RequestLog.Log!;
    private readonly Dictionary<string, ModelWatch> _watches = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_told.Every, options.Time);
        do
        {
            foreach (var model in models.All)
            {
                await LookAsync(model, stoppingToken).ConfigureAwait(false);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task LookAsync(ServedModel model, CancellationToken cancellation)
    {
        var shown = monitored.Of(model.Name);
        if (!_watches.TryGetValue(model.Name, out var watch))
        {
            _watches[model.Name] = watch = new(model, shown, _log, _told, voice, options.Time);
        }

#pragma warning disable CA1031 // whatever is wrong with one model, the others are looked at, and it is told
        try
        {
            await Task.Run(() => watch.LookAsync(cancellation), cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Tell(shown, fault);
        }
#pragma warning restore CA1031
    }

    // What stays wrong is told once.
    private void Tell(MonitoredModel shown, Exception fault)
    {
        var text = fault is ModelwrightException ? fault.Message : $"It failed by a fault of the server ({fault.GetType().Name}). The log of the server says why.";
        if (shown.Fault != text)
        {
            voice.Faulted(shown.Name, text);
            if (fault is not ModelwrightException)
            {
                ServerLog.WatchBroken(logger, shown.Name, fault);
            }
        }

        shown.View = shown.View with { LookedAt = options.Time.GetUtcNow(), Fault = text };
    }
}
