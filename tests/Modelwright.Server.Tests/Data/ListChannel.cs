using System.Collections.Concurrent;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Monitoring.Alerts;

namespace Modelwright.Server.Tests.Data;

/// <summary>Keeps alerts in memory, or delivers none.</summary>
internal sealed class ListChannel(bool fails = false) : IAlertChannel
{
    public ConcurrentQueue<WindowReport> Reports { get; } = [];

    public Task SendAsync(WindowReport report, CancellationToken cancellation = default)
    {
        if (fails)
        {
            throw new OptionsException("The alert was not delivered to https://example.com.");
        }

        Reports.Enqueue(report);
        return Task.CompletedTask;
    }
}
