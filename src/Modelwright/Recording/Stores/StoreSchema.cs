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

    // Numbers of versions are never given twice, so 'newest' stays when a version goes. Foreign keys keep aliases at versions that exist.
    private const string Models = """
        CREATE TABLE models (name TEXT PRIMARY KEY, newest INTEGER NOT NULL, changes INTEGER NOT NULL);
        CREATE TABLE model_versions (
          model TEXT NOT NULL REFERENCES models (name), version INTEGER NOT NULL, package TEXT NOT NULL, bytes INTEGER NOT NULL,
          model_id TEXT NOT NULL, task TEXT NOT NULL, target TEXT, metric TEXT, run TEXT, fingerprint TEXT,
          registered TEXT NOT NULL, registered_by TEXT NOT NULL, note TEXT,
          PRIMARY KEY (model, version), UNIQUE (model, package)) WITHOUT ROWID;
        CREATE INDEX model_versions_by_package ON model_versions (package);
        CREATE TABLE model_figures (
          model TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
          measured TEXT NOT NULL, data TEXT NOT NULL, metric TEXT NOT NULL, value REAL, standard_error REAL, lower REAL, upper REAL,
          rows INTEGER NOT NULL, higher_is_better INTEGER NOT NULL,
          PRIMARY KEY (model, version, position), FOREIGN KEY (model, version) REFERENCES model_versions (model, version) ON DELETE CASCADE) WITHOUT ROWID;
        CREATE TABLE model_aliases (
          model TEXT NOT NULL, alias TEXT NOT NULL, version INTEGER NOT NULL,
          PRIMARY KEY (model, alias), FOREIGN KEY (model, version) REFERENCES model_versions (model, version)) WITHOUT ROWID;
        CREATE TABLE model_changes (
          model TEXT NOT NULL REFERENCES models (name), position INTEGER NOT NULL, time TEXT NOT NULL, person TEXT NOT NULL, action TEXT NOT NULL,
          alias TEXT, was INTEGER, became INTEGER, forced INTEGER NOT NULL, reason TEXT, gate TEXT, package TEXT,
          PRIMARY KEY (model, position)) WITHOUT ROWID;
        """;

    // Who changes what happened would have to take these away first.
    private const string ChangesStay = """
        CREATE TRIGGER model_changes_stay BEFORE UPDATE ON model_changes BEGIN SELECT RAISE(ABORT, 'the log of changes is never changed'); END;
        CREATE TRIGGER model_changes_remain BEFORE DELETE ON model_changes BEGIN SELECT RAISE(ABORT, 'the log of changes is never changed'); END;
        """;

    private const string ChangesStayInPostgres = """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the log of changes is never changed'; END $$;
        CREATE TRIGGER model_changes_stay BEFORE UPDATE OR DELETE ON model_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER model_changes_remain BEFORE TRUNCATE ON model_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    // A file of SQLite has its packages beside it. In pieces, so that none is ever in memory as a whole.
    private const string PackagesInPostgres = """
        CREATE TABLE model_packages (package text NOT NULL, piece integer NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (package, piece));
        ALTER TABLE model_packages ALTER COLUMN bytes SET STORAGE EXTERNAL;
        """;

    /// <summary>The steps: the first makes version 1 from an empty file, the second version 2 from that, and so on.</summary>
    public static IReadOnlyList<string> Steps { get; } = [RunsAndTrials, FiguresStagesAndNotes, Models + ChangesStay];

    /// <summary>The same steps in the words of PostgreSQL.</summary>
    public static IReadOnlyList<string> PostgresSteps { get; } =
        [InPostgres(RunsAndTrials), InPostgres(FiguresStagesAndNotes), InPostgres(Models) + ChangesStayInPostgres + PackagesInPostgres];

    private static string InPostgres(string sql) => sql
        .Replace(" WITHOUT ROWID", "", StringComparison.Ordinal)
        .Replace(" INTEGER", " bigint", StringComparison.Ordinal)
        .Replace(" REAL", " double precision", StringComparison.Ordinal);
}
