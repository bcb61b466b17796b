using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Registry;
using Modelwright.Retraining;
using Modelwright.Server.Registered;

namespace Modelwright.Server.Retraining;

/// <summary>One training from rows to decision: champion against challenger, and promotion through the gate of the registry alone.</summary>
internal sealed class RetrainingWork(ServerOptions options, ModelRegistry registry, RegistryFeed feed)
{
    /// <summary>Who the job is in the log of the registry.</summary>
    internal const string Who = "retraining";

    // What the log of the registry takes as a reason.
    private const int MostReason = 2_000;

    private readonly RetrainingOptions _told = options.Retraining!;

    /// <summary>The labelled rows of a job.</summary>
    internal RetrainingRows RowsOf(RetrainingJob job) => new(options.RequestLog.Log, job.Name, _told.Data.GetValueOrDefault(job.Name), _told.MostRows);

    /// <summary>Trains and decides.</summary>
    /// <param name="job">The model; is told the progress.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="stop">Asks to end; nothing is promoted then.</param>
    /// <exception cref="ModelwrightException">The rows, the plan or the registry cannot be used.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal async Task<RetrainingRecord> RunAsync(RetrainingJob job, string reason, string by, CancellationToken stop)
    {
        var started = options.Time.GetUtcNow();
        job.Report(new("rows", 0, "Reading the labelled rows."));
        var champion = registry.Resolve($"{job.RegisteredName}@{ModelRegistry.Champion}");
        var package = registry.LoadPackage(Exact(champion), stop);
        var rows = await RowsOf(job).ReadAsync(package.Model.Schema, stop).ConfigureAwait(false);
        var retrain = new Retrain(package, rows)
        {
            Learners = _told.Learners,
            Recent = _told.Recent,
            Search = _told.Search,
            Budget = _told.Budget,
            Margin = _told.Margin,
            Gate = _told.Gate,
            Seed = _told.Seed,
            Threads = _told.Threads,
            Clock = options.Time,
        };
        var decision = await retrain.RunAsync(new Voice(job), stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        var (outcome, said, version) = decision.Promote ? await PromoteAsync(champion, decision, reason, stop).ConfigureAwait(false) : ("kept", decision.Reason, null);
        return new()
        {
            Started = started,
            Ended = options.Time.GetUtcNow(),
            Reason = reason,
            By = by,
            Outcome = outcome,
            Said = said,
            Champion = champion.Version,
            Version = version,
            Decision = decision.ToJson(),
        };
    }

    private async Task<(string Outcome, string Said, int? Version)> PromoteAsync(ModelVersion champion, RetrainingDecision decision, string reason, CancellationToken stop)
    {
        var version = Register(champion.Model, decision, stop);
        registry.SetAlias(Exact(version), ModelRegistry.Challenger, Who);
        if (registry.Resolve($"{champion.Model}@{ModelRegistry.Champion}").Version != champion.Version)
        {
            return ("refused", string.Create(CultureInfo.InvariantCulture, $"{decision.Reason} But another version became champion meanwhile, so it stands as challenger, version {version.Version}."), version.Version);
        }

        var promotion = registry.Promote(Exact(version), new() { Gate = options.Registry!.Gate, Keys = options.Registry.Keys, By = Who, Reason = Shortened($"{reason} {decision.Reason}") }, stop);
        if (!promotion.IsChampion)
        {
            return ("refused", string.Create(CultureInfo.InvariantCulture, $"{decision.Reason} But the gate of the registry says no: {string.Join(' ', promotion.Said)} It stands as challenger, version {version.Version}."), version.Version);
        }

        registry.RemoveAlias(champion.Model, ModelRegistry.Challenger, Who);
        await feed.LookAsync(CancellationToken.None).ConfigureAwait(false);
        return ("promoted", decision.Reason, version.Version);
    }

    private ModelVersion Register(string model, RetrainingDecision decision, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("modelwright-");
        try
        {
            var path = Path.Combine(folder.FullName, "challenger.mw");
            decision.Challenger.Save(path);
            return registry.Register(model, path, new() { By = Who, Note = Shortened(decision.Reason) }, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static string Exact(ModelVersion version) => FormattableString.Invariant($"{version.Model}@{version.Version}");

    internal static string Shortened(string reason) => reason.Length <= MostReason ? reason : string.Concat(reason.AsSpan(0, MostReason - 1), "…");

    private sealed class Voice(RetrainingJob job) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => job.Report(value);
    }
}
