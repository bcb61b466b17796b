namespace Modelwright.Recording.Stores;

/// <summary>The tables of the store. A version is made from the one before it by one step, so that an older store is brought up to date as it is opened.</summary>
internal static class StoreSchema
{
    /// <summary>What stands in the header of the file: "MWRS".</summary>
    public const int ApplicationId = 0x4D57_5253;

    private const string RunsAndTrials = """
        CREATE TABLE runs (
          id TEXT PRIMARY KEY, started TEXT NOT NULL, ended TEXT, state TEXT NOT NULL, resumed INTEGER NOT NULL DEFAULT 0,
          source TEXT, fingerprint TEXT, rows INTEGER, target TEXT, task TEXT, metric TEXT, options TEXT NOT NULL,
          release TEXT NOT NULL, system TEXT NOT NULL, architecture TEXT NOT NULL, processors INTEGER NOT NULL, threads INTEGER NOT NULL,
          seconds REAL, model_id TEXT, package TEXT, plan TEXT, evidence TEXT, fault TEXT);
        CREATE INDEX runs_by_start ON runs (started);
        CREATE TABLE trials (
          run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, trial INTEGER NOT NULL, state TEXT NOT NULL,
          learner TEXT NOT NULL, title TEXT NOT NULL, parameters TEXT NOT NULL, features TEXT NOT NULL,
          seed INTEGER NOT NULL, partition_seed INTEGER NOT NULL, score REAL, seconds REAL NOT NULL, ended_after REAL NOT NULL,
          weight REAL NOT NULL DEFAULT 0, fault TEXT,
          PRIMARY KEY (run, trial)) WITHOUT ROWID;
        """;

    private const string FiguresStagesAndNotes = """
        CREATE TABLE figures (
          run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, position INTEGER NOT NULL,
          model TEXT NOT NULL, data TEXT NOT NULL, metric TEXT NOT NULL, value REAL, standard_error REAL, lower REAL, upper REAL,
          rows INTEGER NOT NULL, higher_is_better INTEGER NOT NULL,
          PRIMARY KEY (run, position)) WITHOUT ROWID;
        CREATE TABLE stages (
          run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, position INTEGER NOT NULL,
          stage TEXT NOT NULL, began_after REAL NOT NULL, seconds REAL NOT NULL,
          PRIMARY KEY (run, position)) WITHOUT ROWID;
        CREATE TABLE notes (
          run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE, position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
          PRIMARY KEY (run, position)) WITHOUT ROWID;
        """;

    /// <summary>The steps: the first makes version 1 from an empty file, the second version 2 from that, and so on.</summary>
    public static IReadOnlyList<string> Steps { get; } = [RunsAndTrials, FiguresStagesAndNotes];
}
