namespace Modelwright.Monitoring.Alerts;

/// <summary>Brings the report of a window to where somebody sees it.</summary>
public interface IAlertChannel
{
    /// <summary>Sends a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>Ends when it is delivered.</returns>
    /// <exception cref="Core.Errors.OptionsException">It could not be delivered; the text says why and what to do, and no secret.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    Task SendAsync(WindowReport report, CancellationToken cancellation = default);
}
