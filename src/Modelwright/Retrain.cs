using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Retraining;
using Modelwright.Runtime.Packaging;
using Modelwright.Stress;
using Modelwright.Stress.Gates;

namespace Modelwright;

/// <summary>
/// Trains a challenger on newer rows by the plan of the champion, and judges both on the newest rows, which the challenger was not
/// trained on. Immutable; may be run more than once.
/// </summary>
/// <param name="Champion">The package in service. Where it was trained on the newest rows, that favours it.</param>
/// <param name="Rows">Labelled rows, old and new, as a source gave them.</param>
public sealed record Retrain(Package Champion, Table Rows)
{
    /// <summary>The learners that the plan names are found here.</summary>
    public required LearnerCatalog Learners { get; init; }

    /// <summary>Share of the rows that judge, the newest; default 0.2.</summary>
    public double Recent { get; init; } = 0.2;

    /// <summary>The column that says which rows are newest; null takes the plan's time column, and without one the order of the rows.</summary>
    public string? Time { get; init; }

    /// <summary>Whether the rows that judge are drawn by chance, for rows without an order.</summary>
    public bool IsSeeded { get; init; }

    /// <summary>Whether to search anew within <see cref="Budget"/>; else the recipe of the champion is fitted again.</summary>
    public bool Search { get; init; }

    /// <summary>Wall-clock limit of a search; null means 60 s.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>Promotes a challenger that is worse by no more than this, in the loss of a row, with 97.5 % sureness; null asks for a better one.</summary>
    public double? Margin { get; init; }

    /// <summary>What the challenger must keep; null means <see cref="Gate.For"/>.</summary>
    public Gate? Gate { get; init; }

    /// <summary>Whether the gate is asked; default true.</summary>
    public bool IsGated { get; init; } = true;

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>Threads; default all processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Trains and judges.</summary>
    /// <param name="progress">Told at every stage; may be called from another thread.</param>
    /// <param name="stop">Asks to end. A search that is stopped keeps its best so far; nothing is judged then.</param>
    /// <returns>The decision with the challenger, which carries what the gate's test said of it where that was asked.</returns>
    /// <exception cref="OptionsException">The package has no target or no plan that can be repeated here, or an option is out of range.</exception>
    /// <exception cref="DataException">The rows cannot be learned from.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<RetrainingDecision> RunAsync(IProgress<TrainingProgress>? progress = null, CancellationToken stop = default)
    {
        var schema = Champion.Model.Schema;
        var target = schema.Target ?? throw new OptionsException("The package predicts no column, so no newer rows can judge it. Bring a package of a task with a target.");
        var time = Time ?? schema.WithRole(ColumnRole.Time).Select(column => column.Name).FirstOrDefault(name => Rows.TryGet(name, out _));
        var (history, recent, how) = RecentRows.Part(Labelled(target.Name), Recent, IsSeeded ? null : time, IsSeeded, Seed);
        var challenger = await TrainAsync(history, progress, stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        progress?.Report(new("compare", 0.9, "Comparing both models on the newest rows."));
        var decision = Judge(Champion, challenger, recent, Threads, stop) with { Holdout = how, TrainingRows = history.RowCount, Margin = Margin };
        if (!IsGated || !decision.IsBetter)
        {
            return decision;
        }

        progress?.Report(new("gate", 0.95, "Putting the challenger under strain for the gate."));
        var report = await Task.Run(() => StressTest.Of(challenger, recent, new StressOptions { Gate = Gate, Seed = Seed, Threads = Threads, Time = Clock }, stop), stop).ConfigureAwait(false);
        var test = TestStatement.Of(report, challenger, "the newest rows of a retraining", Clock.GetUtcNow());
        return decision with { Gate = report.Gate, Challenger = challenger with { Attestations = [.. challenger.Attestations, test] } };
    }

    /// <summary>Says whether the old model would have been better beyond chance than the one that took its place, on rows whose labels came since.</summary>
    /// <param name="promoted">The model in service.</param>
    /// <param name="previous">The one before it.</param>
    /// <param name="rows">Labelled rows that neither was trained on.</param>
    /// <param name="threads">Threads to use; 1 or more.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The decision with the old model as the challenger: where it is to be promoted, go back.</returns>
    /// <exception cref="DataException">No row has a label that both know.</exception>
    public static RetrainingDecision GoBack(Package promoted, Package previous, Table rows, int threads = 1, CancellationToken cancellation = default) =>
        Judge(promoted, previous, rows, threads, cancellation) with { Holdout = "shadow" };

    /// <summary>The paired test of two packages.</summary>
    internal static RetrainingDecision Judge(Package champion, Package challenger, Table recent, int threads, CancellationToken cancellation)
    {
        var comparison = Comparison.Of(champion, challenger, recent, threads: threads, cancellation: cancellation);
        return new()
        {
            ChampionId = champion.ModelId,
            ChallengerId = challenger.ModelId,
            Challenger = challenger,
            Holdout = "last",
            TrainingRows = 0,
            Rows = comparison.Rows,
            Loss = comparison.Loss,
            Losses = comparison.Losses,
            Metrics = comparison.Metrics,
        };
    }

    /// <summary>A challenger by the plan of the champion.</summary>
    internal async Task<Package> TrainAsync(Table history, IProgress<TrainingProgress>? progress, CancellationToken stop)
    {
        var plan = Documents.ReadPlan(Champion.PlanJson, "plan.json of the package");
        if (plan.Decision is null && !Search)
        {
            throw new OptionsException("The package does not say how its model is made again. Search anew (--search), or train it with this release.");
        }

        // All rows are new to the recipe, so nothing is sealed from it and no sample stands for them.
        var decision = Search ? null : plan.Decision! with { IsDevelopment = false, SampleRows = 0 };
        var training = new Training(history, null) { Learners = Learners, Plan = plan with { Decision = decision, Seed = Search ? Seed : plan.Seed }, Budget = Search ? Budget : null, Threads = Threads, Seed = Seed, Time = Clock };
        var run = await training.RunAsync(progress, stop).ConfigureAwait(false);
        return run.Package;
    }

    private Table Labelled(string target)
    {
        var truth = Rows[target];
        int[] known = [.. Enumerable.Range(0, Rows.RowCount).Where(row => !truth.IsMissing(row))];
        return known.Length == Rows.RowCount ? Rows : Rows.Take(known);
    }
}
