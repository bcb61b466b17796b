using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Monitoring.Alerts;

namespace Modelwright.Server.Watching;

/// <summary>How the log of requests is watched while a server runs. It needs a log that can be read back (<see cref="Requests.IRequestLog.Log"/>).</summary>
public sealed record MonitoringOptions
{
    /// <summary>The most rows of a window that is cut by rows: one block of the log.</summary>
    public const int MostWindowRows = 65_536;

    private const int FewestWindowRows = 30;

    /// <summary>By served name: honest rows that training did not see, as whatever a source reads, or a file that <see cref="MonitorReference.Save"/> wrote. A model without one is held against the statistics in its package.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new Dictionary<string, string>();

    /// <summary>Rows of a window, 30 to <see cref="MostWindowRows"/>. Default: 1,000. Without a use where <see cref="WindowTime"/> is set.</summary>
    public int WindowRows { get; init; } = 1000;

    /// <summary>The length of a window, one second or more; null cuts by rows.</summary>
    public TimeSpan? WindowTime { get; init; }

    /// <summary>How often the log is looked at, above 0 and at most one day. Default: 10 seconds.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after its end a window is judged again when labels of its rows come. Default: 7 days.</summary>
    public TimeSpan LabelTime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Windows that the history of a model keeps, 4 or more; the oldest go. Default: 500.</summary>
    public int KeptWindows { get; init; } = 500;

    /// <summary>Where histories are kept, a file a model; null means the folder 'monitor' in that of the log.</summary>
    public string? Folder { get; init; }

    /// <summary>Who is told of windows with an alarm, beside the log of the server.</summary>
    public IReadOnlyList<IAlertChannel> Alerts { get; init; } = [];

    /// <summary>How windows are judged.</summary>
    public MonitorOptions Judging { get; init; } = new();

    /// <summary>All that is wrong, a sentence each.</summary>
    internal IEnumerable<string> Faults()
    {
        if (WindowRows is < FewestWindowRows or > MostWindowRows)
        {
            yield return FormattableString.Invariant($"MonitoringOptions.WindowRows must be {FewestWindowRows} to {MostWindowRows}. Got {WindowRows}. Leave it out for 1,000.");
        }

        if (WindowTime < TimeSpan.FromSeconds(1))
        {
            yield return FormattableString.Invariant($"MonitoringOptions.WindowTime must be one second or more. Got {WindowTime:c}. Leave it out to cut by rows.");
        }

        if (Every <= TimeSpan.Zero || Every > TimeSpan.FromDays(1) || LabelTime < TimeSpan.Zero)
        {
            yield return FormattableString.Invariant($"MonitoringOptions.Every must be above 0 and at most one day, and LabelTime 0 or more. Got {Every:c} and {LabelTime:c}. Leave them out for 10 seconds and 7 days.");
        }

        if (KeptWindows < 4)
        {
            yield return FormattableString.Invariant($"MonitoringOptions.KeptWindows must be 4 or more, as a trend needs so many. Got {KeptWindows}. Leave it out for 500.");
        }

        if (JudgingFault() is { } fault)
        {
            yield return fault;
        }
    }

    private string? JudgingFault()
    {
        try
        {
            Judging.Validate();
            return null;
        }
        catch (OptionsException fault)
        {
            return fault.Message;
        }
    }
}
