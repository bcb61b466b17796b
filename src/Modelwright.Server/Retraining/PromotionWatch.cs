using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Registry;

namespace Modelwright.Server.Retraining;

/// <summary>
/// Watches a version that a job has promoted: on rows that were asked since and have labels by now, would the one before have been better? Where
/// that is so beyond chance it takes its place back. What is watched follows from the log of the registry, so it outlives the server.
/// </summary>
/// <remarks>It is asked at each quarter of the rows of the watch, so p is multiplied by four (Bonferroni).</remarks>
internal sealed class PromotionWatch(ServerOptions options, ModelRegistry registry, RetrainingWork work)
{
    private const int Looks = 4;

    private readonly RetrainingOptions _told = options.Retraining!;
    private readonly Dictionary<string, (int Version, int Quarter)> _looked = new(StringComparer.Ordinal);

    /// <summary>Looks at one model.</summary>
    /// <returns>What was done; null where nothing was.</returns>
    /// <exception cref="ModelwrightException">The registry or the log cannot be used.</exception>
    internal RetrainingRecord? Look(RetrainingJob job, CancellationToken cancellation)
    {
        if (options.RequestLog.Log is null || _told.Policy.ShadowRows == 0 || Watched(job) is not { } change)
        {
            return null;
        }

        if (_looked.GetValueOrDefault(job.Name) == (change.To!.Value, Looks))
        {
            return null;
        }

        var started = options.Time.GetUtcNow();
        var reference = $"{job.RegisteredName}@";
        var promoted = registry.LoadPackage(reference + Number(change.To.Value), cancellation);
        var rows = work.RowsOf(job).Logged(promoted.Model.Schema.Target!.Name, change.Time, cancellation);
        var quarter = Math.Min(Looks, (rows?.RowCount ?? 0) * Looks / _told.Policy.ShadowRows);
        if (quarter == 0 || _looked.GetValueOrDefault(job.Name) == (change.To.Value, quarter))
        {
            return null;
        }

        _looked[job.Name] = (change.To.Value, quarter);
        var previous = registry.LoadPackage(reference + Number(change.From!.Value), cancellation);
        var most = Math.Min(rows!.RowCount, _told.Policy.ShadowRows);
        var decision = Retrain.GoBack(promoted, previous, rows.Take([.. Enumerable.Range(0, most)]), _told.Threads, cancellation) with { Tried = Looks };
        if (!decision.Promote)
        {
            return null;
        }

        var back = registry.Rollback(job.RegisteredName, RetrainingWork.Who, RetrainingWork.Shortened(decision.Reason));
        return new()
        {
            Started = started,
            Ended = options.Time.GetUtcNow(),
            Reason = "The version before is better on the rows whose labels came since.",
            By = RetrainingWork.Who,
            Outcome = "rolled_back",
            Said = decision.Reason,
            Champion = change.To,
            Version = back.Version,
            Decision = decision.ToJson(),
        };
    }

    // The newest change of the champion, where a job made it and a version was there before.
    private ModelChange? Watched(RetrainingJob job)
    {
        const int Most = 50;
        var change = registry.Log(job.RegisteredName, Most).FirstOrDefault(one => one.Action is ModelAction.Promote or ModelAction.Rollback);
        return change is { Action: ModelAction.Promote, By: RetrainingWork.Who, From: not null, To: not null } && registry.Get(job.RegisteredName).Versions.Any(version => version.Version == change.From) ? change : null;
    }

    private static string Number(int version) => version.ToString(CultureInfo.InvariantCulture);
}
