using Quartz;

namespace Modelwright.Server.Retraining;

/// <summary>Says to the service that the clock of the schedule struck.</summary>
internal sealed class ScheduleStrike(RetrainingService service) : IJob
{
    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        service.Strike();
        return ValueTask.CompletedTask;
    }
}
