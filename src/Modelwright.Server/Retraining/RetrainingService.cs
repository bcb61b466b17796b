using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;
using Modelwright.Server.Measuring;
using Modelwright.Server.Registered;
using Modelwright.Server.Traffic;
using Modelwright.Server.Watching;

namespace Modelwright.Server.Retraining;

/// <summary>Asks the policy of each model time and again, runs its job where it says so, and goes back where a promotion did harm. Stopping the server cancels jobs and waits for them.</summary>
internal sealed class RetrainingService(ServerOptions options, ServedModels models, MonitoredModels monitored, RetrainingJobs jobs, RetrainingWork work, PromotionWatch watch, RegistryFeed feed, ServerMeasures measures, ILogger<RetrainingService> logger) : BackgroundService
{
    private readonly RetrainingOptions _told = options.Retraining!;
    private readonly ConcurrentDictionary<string, RetrainingNeed> _needs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var job in jobs.All)
        {
            foreach (var record in FileOf(job)?.Read() ?? [])
            {
                job.Add(record);
            }

            _needs[job.Name] = new(job.Records.FirstOrDefault(record => record.Outcome != "rolled_back")?.Ended, 0);
        }

        jobs.Runner = Start;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        jobs.Runner = null;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }

    /// <summary>The clock of the schedule struck.</summary>
    internal void Strike()
    {
        foreach (var need in _needs.Values)
        {
            need.IsScheduled = true;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Run(() => CountLabels(stoppingToken), stoppingToken).ConfigureAwait(false);
        using var timer = new PeriodicTimer(_told.Every, options.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            foreach (var job in jobs.All.Where(job => !job.IsRunning))
            {
                await LookAsync(job, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    // What came before the server started; a long log takes its time, so nothing waits for it.
    private void CountLabels(CancellationToken cancellation)
    {
        foreach (var job in jobs.All)
        {
            var need = _needs[job.Name];
            models.TryGet(job.Name, out var model);
            var labels = model?.Labels ?? 0;
#pragma warning disable CA1031 // a log that cannot be read keeps no model from being trained when somebody asks
            try
            {
                var counted = new RetrainingNeed(need.LastTrained, work.RowsOf(job).LabelledSince(need.LastTrained, cancellation)) { LabelsBefore = labels, IsScheduled = need.IsScheduled };
                _needs.TryUpdate(job.Name, counted, need);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Tell(job, fault);
            }
#pragma warning restore CA1031
        }
    }

    private async Task LookAsync(RetrainingJob job, CancellationToken cancellation)
    {
#pragma warning disable CA1031 // whatever is wrong with one model, the others are looked at, and it is told
        try
        {
            if (await Task.Run(() => watch.Look(job, cancellation), cancellation).ConfigureAwait(false) is { } back)
            {
                Keep(job, back);
                await feed.LookAsync(cancellation).ConfigureAwait(false);
            }
            else if (Asked(job) is { } reason)
            {
                Start(job, reason, RetrainingWork.Who);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Tell(job, fault);
        }
#pragma warning restore CA1031
    }

    private string? Asked(RetrainingJob job)
    {
        if (!models.TryGet(job.Name, out var model))
        {
            return null;
        }

        var need = _needs[job.Name];
        var alarms = Alarms(job.Name, model, need.LastTrained);
        var (isAsked, reason) = _told.Policy.Decide(need.State(model.Labels, alarms, options.RequestLog.Log is null ? _told.Policy.FewestLabelled : null), options.Time.GetUtcNow());
        return isAsked ? reason : null;
    }

    // The newest window counts, where it is of the version that serves and no training has answered it.
    private WindowFinding[] Alarms(string name, ServedModel model, DateTimeOffset? lastTrained) =>
        monitored.TryGet(name, out var watched) && watched.History.Windows is [.., var newest] && newest.ModelId == model.State.Champion.ModelId && (lastTrained is null || newest.To > lastTrained)
            ? [.. newest.Findings.Where(finding => finding.IsAlarm)]
            : [];

    private void Start(RetrainingJob job, string reason, string by)
    {
        if (!job.TryBegin(reason, _stopping.Token, out var stop))
        {
            throw new OptionsException($"Model '{job.Name}' is being trained already. Wait for it, or cancel it.");
        }

        ServerLog.RetrainingBegun(logger, job.Name, by, reason);
        _running[job.Name] = Task.Run(() => RunAsync(job, reason, by, stop), CancellationToken.None);
    }

    private async Task RunAsync(RetrainingJob job, string reason, string by, CancellationToken stop)
    {
        var started = options.Time.GetUtcNow();
        using var activity = Traces.Begin("modelwright.retrain", job.Name);
        models.TryGet(job.Name, out var model);
        _needs[job.Name] = new(started, 0) { LabelsBefore = model?.Labels ?? 0 };
        RetrainingRecord Ended(string outcome, string said) => new() { Started = started, Ended = options.Time.GetUtcNow(), Reason = reason, By = by, Outcome = outcome, Said = said };
#pragma warning disable CA1031 // a training that fails is a record, and never the end of the server
        try
        {
            Keep(job, await work.RunAsync(job, reason, by, stop).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Keep(job, Ended("cancelled", "It was cancelled. The champion stays."));
        }
        catch (ModelwrightException fault)
        {
            Keep(job, Ended("failed", fault.Message));
        }
        catch (Exception fault)
        {
            ServerLog.RetrainingBroken(logger, job.Name, fault);
            Keep(job, Ended("failed", $"It failed by a fault of the server ({fault.GetType().Name}). The log of the server says why."));
        }
        finally
        {
            job.End();
        }
#pragma warning restore CA1031
    }

    private void Keep(RetrainingJob job, RetrainingRecord record)
    {
        job.Add(record);
        measures.Retrained(job.Name, record.Outcome);
        ServerLog.RetrainingEnded(logger, job.Name, record.Outcome, record.Said);
        try
        {
            FileOf(job)?.Add(record);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            ServerLog.RetrainingNotKept(logger, job.Name, fault.Message);
        }
    }

    private void Tell(RetrainingJob job, Exception fault)
    {
        if (_needs[job.Name].IsNewFault(fault.Message))
        {
            ServerLog.RetrainingBroken(logger, job.Name, fault);
        }
    }

    private RetrainingFile? FileOf(RetrainingJob job) =>
        (_told.Folder ?? (options.RequestLog.Log is { } log ? Path.Combine(log.Folder, "retraining") : null)) is { } folder ? new(Path.Combine(folder, $"{job.Name}.jsonl")) : null;
}
