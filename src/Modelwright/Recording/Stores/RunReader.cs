using System.Data.Common;
using Modelwright.Recording.Runs;

namespace Modelwright.Recording.Stores;

/// <summary>Reads runs out of the store; nothing without a limit.</summary>
internal sealed class RunReader(DbConnection store, Func<string, JournalState> journalOf)
{
    private const int MostRows = 10_000;
    private const int MostSuggested = 1_000;

    private const string Summaries = """
        SELECT r.id, r.started, r.state, r.source, r.target, (SELECT count(*) FROM trials t WHERE t.run = r.id), r.seconds, r.package, r.model_id,
               f.model, f.data, f.metric, f.value, f.standard_error, f.lower, f.upper, f.rows, f.higher_is_better,
               r.ended, r.resumed, r.fingerprint, r.rows, r.task, r.metric, r.options, r.release, r.system, r.architecture, r.processors, r.threads,
               r.fault, r.plan, r.evidence
        FROM runs r LEFT JOIN figures f ON f.run = r.id AND f.position = 0
        """;

    private const int FirstOfFigure = 9;

    /// <summary>Runs, newest first.</summary>
    public IReadOnlyList<RunSummary> List(RunFilter filter) => StoreCommand.Read(
        store,
        $"{Summaries} WHERE (CAST($1 AS TEXT) IS NULL OR r.target = $1) AND (CAST($2 AS TEXT) IS NULL OR r.started >= $2) ORDER BY r.started DESC, r.id DESC LIMIT $3",
        Summary,
        filter.Target,
        filter.Since is { } since ? StoreCommand.Time(since) : null,
        Math.Clamp(filter.Limit, 1, RunFilter.Most));

    /// <summary>Ids that begin with a text, two at most: more than one is one too many.</summary>
    public IReadOnlyList<string> Ids(string start) =>
        StoreCommand.Read(store, "SELECT id FROM runs WHERE substr(id, 1, length($1)) = $1 ORDER BY id DESC LIMIT 2", row => row.GetString(0), start);

    /// <summary>Ids of the newest runs, to suggest one from.</summary>
    public IReadOnlyList<string> Newest() =>
        StoreCommand.Read(store, $"SELECT id FROM runs ORDER BY started DESC LIMIT {MostSuggested}", row => row.GetString(0));

    /// <summary>All of one run; null where there is none.</summary>
    public RecordedRun? Find(string id)
    {
        var found = StoreCommand.Read(store, $"{Summaries} WHERE r.id = $1 LIMIT 1", Run, id);
        if (found is not [var run])
        {
            return null;
        }

        var notes = StoreCommand.Read(
            store, $"SELECT kind, text FROM notes WHERE run = $1 ORDER BY position LIMIT {MostRows}", row => (Kind: row.GetString(0), Text: row.GetString(1)), id);
        return run with
        {
            Trials = StoreCommand.Read(store, $"SELECT trial, state, learner, title, parameters, features, seed, partition_seed, score, seconds, ended_after, weight, fault FROM trials WHERE run = $1 ORDER BY trial LIMIT {MostRows}", Trial, id),
            Figures = StoreCommand.Read(store, $"SELECT model, data, metric, value, standard_error, lower, upper, rows, higher_is_better FROM figures WHERE run = $1 ORDER BY position LIMIT {MostRows}", row => StoreRow.Figure(row, 0), id),
            Stages = StoreCommand.Read(store, $"SELECT stage, began_after, seconds FROM stages WHERE run = $1 ORDER BY position LIMIT {MostRows}", row => new RecordedStage(row.GetString(0), row.GetDouble(1), row.GetDouble(2)), id),
            Decisions = [.. notes.Where(note => note.Kind == "decision").Select(note => note.Text)],
            Warnings = [.. notes.Where(note => note.Kind == "warning").Select(note => note.Text)],
        };
    }

    private RunSummary Summary(DbDataReader row)
    {
        var (id, journal) = (row.GetString(0), journalOf(row.GetString(0)));
        return new()
        {
            Id = id,
            Started = StoreRow.Time(row, 1)!.Value,
            State = State(row.GetString(2), journal),
            CanResume = journal == JournalState.Left,
            Source = StoreRow.Text(row, 3),
            Target = StoreRow.Text(row, 4),
            Trials = row.GetInt32(5),
            Seconds = StoreRow.Real(row, 6),
            Package = StoreRow.Text(row, 7),
            ModelId = StoreRow.Text(row, 8),
            Headline = row.IsDBNull(FirstOfFigure) ? null : StoreRow.Figure(row, FirstOfFigure),
        };
    }

    private RecordedRun Run(DbDataReader row) => new(Summary(row))
    {
        Ended = StoreRow.Time(row, 18),
        Resumed = row.GetInt32(19),
        Fingerprint = StoreRow.Text(row, 20),
        Rows = row.IsDBNull(21) ? 0 : row.GetInt32(21),
        Task = StoreRow.Text(row, 22),
        Metric = StoreRow.Text(row, 23),
        Options = Documents.ReadTexts(row.GetString(24)),
        Release = row.GetString(25),
        System = row.GetString(26),
        Architecture = row.GetString(27),
        Processors = row.GetInt32(28),
        Threads = row.GetInt32(29),
        Fault = StoreRow.Text(row, 30),
        PlanJson = StoreRow.Text(row, 31),
        EvidenceJson = StoreRow.Text(row, 32),
    };

    // Whether a run is at work, its journal tells: whoever writes it holds it.
    private static RunState State(string word, JournalState journal) => Enum.TryParse<RunState>(word, ignoreCase: true, out var state)
        ? state == RunState.Running && journal != JournalState.Held ? RunState.Unfinished : state
        : RunState.Failed;

    private static RecordedTrial Trial(DbDataReader row) => new()
    {
        Trial = row.GetInt32(0),
        State = row.GetString(1),
        Learner = row.GetString(2),
        Title = row.GetString(3),
        Parameters = row.GetString(4),
        Features = row.GetString(5),
        Seed = row.GetInt32(6),
        PartitionSeed = row.GetInt32(7),
        Score = StoreRow.Real(row, 8),
        Seconds = row.GetDouble(9),
        EndedAfter = row.GetDouble(10),
        Weight = row.GetDouble(11),
        Fault = StoreRow.Text(row, 12),
    };
}
