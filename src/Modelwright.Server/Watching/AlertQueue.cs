using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Monitoring.Alerts;
using Modelwright.Server.Measuring;

namespace Modelwright.Server.Watching;

/// <summary>Sends alerts one after the other, so that a receiver that is slow keeps no window from being judged. What is not delivered is logged and counted.</summary>
internal sealed class AlertQueue(ServerOptions options, WatchMeasures measures, ILogger<AlertQueue> logger) : BackgroundService
{
    private const int MostWaiting = 1_000;

    private readonly Channel<(string Model, WindowReport Report)> _waiting = Channel.CreateBounded<(string, WindowReport)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    internal void Add(string model, WindowReport report)
    {
        if (options.Monitoring!.Alerts.Count > 0 && !_waiting.Writer.TryWrite((model, report)))
        {
            measures.NotDelivered(model);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (model, report) in _waiting.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            foreach (var channel in options.Monitoring!.Alerts)
            {
                await SendAsync(channel, model, report, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAsync(IAlertChannel channel, string model, WindowReport report, CancellationToken cancellation)
    {
#pragma warning disable CA1031 // channels are others' code, and one that fails must not end the server
        try
        {
            await channel.SendAsync(report, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            measures.NotDelivered(model);
            ServerLog.AlertFailed(logger, model, fault is ModelwrightException ? fault.Message : fault.GetType().Name);
        }
#pragma warning restore CA1031
    }
}
