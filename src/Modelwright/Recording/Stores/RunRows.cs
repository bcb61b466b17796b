using System.Data.Common;
using Modelwright.Recording.Runs;

namespace Modelwright.Recording.Stores;

/// <summary>Writes what happens in one run; each call is one short transaction.</summary>
internal static class RunRows
{
    /// <summary>The run begins, or goes on.</summary>
    public static void Begin(DbConnection store, RunStart start, bool isResumed) => StoreCommand.Run(
        store,
        """
        INSERT INTO runs (id, started, state, resumed, source, fingerprint, rows, target, options, release, system, architecture, processors, threads)
        VALUES ($1, $2, 'running', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (id) DO UPDATE SET state = 'running', resumed = runs.resumed + 1, fault = NULL, ended = NULL
        """,
        start.Id,
        start.Started,
        isResumed ? 1 : 0,
        start.Source,
        start.Fingerprint,
        start.Rows,
        start.Target,
        Documents.Write(start.Options),
        start.Release,
        start.System,
        start.Architecture,
        start.Processors,
        start.Threads);

    /// <summary>A trial ended.</summary>
    public static void Trial(DbConnection store, string run, RecordedTrial trial) => StoreCommand.Run(
        store,
        """
        INSERT INTO trials (run, trial, state, learner, title, parameters, features, seed, partition_seed, score, seconds, ended_after, fault)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (run, trial) DO UPDATE SET state = excluded.state, learner = excluded.learner, title = excluded.title, parameters = excluded.parameters,
          features = excluded.features, seed = excluded.seed, partition_seed = excluded.partition_seed, score = excluded.score, seconds = excluded.seconds,
          ended_after = excluded.ended_after, weight = 0, fault = excluded.fault
        """,
        run,
        trial.Trial,
        trial.State,
        trial.Learner,
        trial.Title,
        trial.Parameters,
        trial.Features,
        trial.Seed,
        trial.PartitionSeed,
        trial.Score,
        trial.Seconds,
        trial.EndedAfter,
        trial.Fault);

    /// <summary>A stage ended.</summary>
    public static void Stage(DbConnection store, string run, RecordedStage stage) => StoreCommand.Run(
        store,
        "INSERT INTO stages (run, position, stage, began_after, seconds) SELECT $1, count(*), $2, $3, $4 FROM stages WHERE run = $1",
        run,
        stage.Stage,
        stage.BeganAfter,
        stage.Seconds);

    /// <summary>There is a model.</summary>
    public static void Finish(DbConnection store, string run, DateTimeOffset now, RunResult result)
    {
        using var transaction = StoreTransaction.ToWrite(store);
        var (plan, evidence) = (result.Plan, result.Evidence);
        StoreCommand.Run(
            store,
            """
            UPDATE runs SET state = 'trained', ended = $2, seconds = $3, task = $4, target = $5, metric = $6, model_id = $7, plan = $8, evidence = $9
            WHERE id = $1
            """,
            run,
            now,
            evidence.Seconds,
            evidence.Task,
            evidence.Target,
            evidence.Metric,
            result.ModelId,
            Documents.Write(plan),
            Documents.Write(evidence));
        Clear(store, run);
        foreach (var entry in evidence.Leaderboard)
        {
            StoreCommand.Run(store, "UPDATE trials SET weight = $3 WHERE run = $1 AND trial = $2", run, entry.Trial, entry.Weight);
        }

        foreach (var (position, figure) in evidence.Figures.Index())
        {
            Figure(store, run, position, figure);
        }

        var notes = RunDecisions.Of(plan, evidence).Select(text => (Kind: "decision", text)).Concat(evidence.Warnings.Select(text => (Kind: "warning", text)));
        foreach (var (position, (kind, text)) in notes.Index())
        {
            StoreCommand.Run(store, "INSERT INTO notes (run, position, kind, text) VALUES ($1, $2, $3, $4)", run, position, kind, text);
        }

        transaction.Commit();
    }

    /// <summary>It ended without a model.</summary>
    public static void Fail(DbConnection store, string run, DateTimeOffset now, double seconds, RunState state, string fault) => StoreCommand.Run(
        store,
        "UPDATE runs SET state = $2, ended = $3, seconds = $4, fault = $5 WHERE id = $1",
        run,
        state.ToString().ToLowerInvariant(),
        now,
        seconds,
        fault);

    /// <summary>Its package is saved.</summary>
    public static void Saved(DbConnection store, string run, string? package) =>
        StoreCommand.Run(store, "UPDATE runs SET state = 'done', package = $2 WHERE id = $1", run, package);

    private static void Clear(DbConnection store, string run)
    {
        StoreCommand.Run(store, "DELETE FROM figures WHERE run = $1", run);
        StoreCommand.Run(store, "DELETE FROM notes WHERE run = $1", run);
    }

    private static void Figure(DbConnection store, string run, int position, Figure figure) => StoreCommand.Run(
        store,
        """
        INSERT INTO figures (run, position, model, data, metric, value, standard_error, lower, upper, rows, higher_is_better)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        run,
        position,
        figure.Model,
        figure.Data,
        figure.Metric,
        figure.Value,
        figure.StandardError,
        figure.Lower,
        figure.Upper,
        figure.Rows,
        figure.HigherIsBetter ? 1 : 0);
}
