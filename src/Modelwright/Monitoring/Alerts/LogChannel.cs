using System.Globalization;

namespace Modelwright.Monitoring.Alerts;

/// <summary>Writes alarms as lines.</summary>
internal sealed class LogChannel(TextWriter output, TimeProvider time) : IAlertChannel
{
    /// <inheritdoc/>
    public async Task SendAsync(WindowReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var head = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} model {report.ModelId[..Math.Min(12, report.ModelId.Length)]} window '{report.Name}'");
        string[] alarms = [.. report.Findings.Where(finding => finding.IsAlarm).Select(finding => $"{head} ALARM {finding.Kind}: {finding.Text}")];
        foreach (var line in alarms.Length > 0 ? alarms : [$"{head} no alarm"])
        {
            // What data say must not begin a line of its own.
            await output.WriteLineAsync(string.Concat(line.Select(letter => char.IsControl(letter) ? ' ' : letter)).AsMemory(), cancellation).ConfigureAwait(false);
        }

        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
