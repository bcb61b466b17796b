using Microsoft.Extensions.Logging;
using Modelwright.Monitoring;
using Modelwright.Server.Measuring;

namespace Modelwright.Server.Watching;

/// <summary>Tells what was found: to metrics, to the log of the server, and to the alerts.</summary>
internal sealed class WatchVoice(WatchMeasures measures, AlertQueue alerts, ILogger<WatchVoice> logger)
{
    /// <summary>A window was judged for the first time.</summary>
    internal void Judged(string model, WindowReport report, WindowFinding[] alarms)
    {
        measures.Judged(model);
        Tell(model, report, alarms);
    }

    /// <summary>A window was judged again with more labels.</summary>
    internal void JudgedAgain(string model, WindowReport report, WindowFinding[] alarms) => Tell(model, report, alarms);

    /// <summary>Something could not be done.</summary>
    internal void Faulted(string model, string fault)
    {
        measures.Failed(model);
        ServerLog.WatchFailed(logger, model, fault);
    }

    private void Tell(string model, WindowReport report, WindowFinding[] alarms)
    {
        measures.Show(model, report);
        foreach (var alarm in alarms)
        {
            measures.Alarmed(model, alarm.Kind);
            ServerLog.Alarm(logger, model, report.Name, alarm.Kind, alarm.Text);
        }

        if (alarms.Length > 0)
        {
            alerts.Add(model, report);
        }
    }
}
