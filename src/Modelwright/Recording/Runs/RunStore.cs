using System.Data.Common;
using Modelwright.Core.Errors;
using Modelwright.Recording.Journals;
using Modelwright.Recording.Stores;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Recording.Runs;

/// <summary>
/// The store of runs: a file of SQLite with everything that runs saw and decided, and beside it, in a folder a run, the
/// journals of runs that are not done; or a database of PostgreSQL for a team, with the journals in <c>.modelwright</c> of the
/// current folder. Several programs may use one store at the same time. Nothing is touched before the first call that needs it.
/// Its tables: docs/recording.md.
/// </summary>
public sealed class RunStore
{
    /// <summary>Where the store is if nobody says: <c>.modelwright/runs.db</c> in the current folder.</summary>
    public const string DefaultPath = ".modelwright/runs.db";

    /// <summary>Names a store.</summary>
    /// <param name="path">A file, made by the first that is recorded; or a database as <c>postgres://user@host/database</c> or <c>Host=…;Database=…</c>.</param>
    /// <exception cref="OptionsException">It has no name, or the address of the database is not understood; the text holds nothing secret.</exception>
    public RunStore(string path) => Place = !string.IsNullOrWhiteSpace(path)
        ? StorePlace.Of(path)
        : throw new OptionsException("The store has no name. Give --store the path of a file, such as .modelwright/runs.db, or leave it out.");

    /// <summary>The file; of a database its address without anything secret.</summary>
    public string Path => Place.Shown;

    /// <summary>Whether it is a database on a server, and no file.</summary>
    public bool IsServer => Place.IsServer;

    /// <summary>Where the store is.</summary>
    internal StorePlace Place { get; }

    /// <summary>Where the journals are: the folder of the file.</summary>
    internal string Folder => Place.Folder;

    /// <summary>Lists runs, the newest first.</summary>
    /// <param name="filter">Which; null means the newest 20.</param>
    /// <exception cref="OptionsException">There is no store, or it cannot be read; the text says what to do.</exception>
    public IReadOnlyList<RunSummary> List(RunFilter? filter = null) => Read(reader => reader.List(filter ?? new()));

    /// <summary>All of one run.</summary>
    /// <param name="id">Its id, or as much of its start as no other has.</param>
    /// <exception cref="OptionsException">There is no such run, or more than one; or the store cannot be read.</exception>
    public RecordedRun Get(string id) => Read(reader => reader.Find(Known(reader, id))!);

    /// <summary>The package that a run wrote.</summary>
    /// <param name="id">Its id, or as much of its start as no other has.</param>
    /// <returns>The package, checked as on any load; its model id is that of the record.</returns>
    /// <exception cref="OptionsException">There is no such run, or more than one; it has no package, or that is not where the run wrote it; or the store cannot be read.</exception>
    /// <exception cref="ArtifactException">The package is damaged, hostile or newer.</exception>
    public Package LoadPackage(string id) => PackageOfRun.Load(Get(id).Summary);

    /// <summary>Takes the record of a run away, and its journal. Packages stay.</summary>
    /// <param name="id">Its id, or as much of its start as no other has.</param>
    /// <returns>What was taken away.</returns>
    /// <exception cref="OptionsException">There is no such run, it is at work, or the store cannot be written.</exception>
    public RunSummary Delete(string id) => Use(isNew: false, store =>
    {
        var reader = new RunReader(store, JournalOf);
        var run = reader.Find(Known(reader, id))!.Summary;
        if (run.State == RunState.Running)
        {
            throw new OptionsException($"Run '{run.Id}' is at work. Stop it first, or wait until it is done.");
        }

        StoreCommand.Run(store, "DELETE FROM runs WHERE id = $1", run.Id);
        JournalFolder.Remove(Folder, run.Id);
        return run;
    });

    /// <summary>The newest run that was left unfinished and can be resumed; null where there is none.</summary>
    /// <param name="source">What it reads, as it is recorded: without a password.</param>
    /// <param name="target">Its target column.</param>
    public UnfinishedRun? Unfinished(string? source, string? target) => JournalFolder.Left(Folder)
        .Where(start => start.Source == RunStart.NameOf(source) && start.Target == target)
        .Select(start => new UnfinishedRun(start.Id, start.Folder))
        .FirstOrDefault();

    /// <summary>A run that was left unfinished, by its id.</summary>
    /// <param name="id">Its id, or as much of its start as no other unfinished one has.</param>
    /// <exception cref="OptionsException">There is none, or more than one; the text lists those there are.</exception>
    public UnfinishedRun Unfinished(string id)
    {
        RunStart[] left = [.. JournalFolder.Left(Folder)];
        RunStart[] meant = [.. left.Where(start => RunId.IsStart(id) && start.Id.StartsWith(id, StringComparison.Ordinal))];
        return meant is [var run]
            ? new(run.Id, run.Folder)
            : throw new OptionsException($"{(meant.Length == 0 ? "No unfinished run is" : "More than one unfinished run is")} called '{id}' in {Folder}. {Listed(meant.Length == 0 ? left : meant)}");
    }

    /// <summary>How many runs were left unfinished and can be resumed.</summary>
    public int UnfinishedCount() => JournalFolder.Left(Folder).Count();

    /// <summary>Opens the store for a run that is to be recorded.</summary>
    /// <param name="secondsToWait">How long to wait for another program that writes: a run has little time for it.</param>
    internal DbConnection OpenToWrite(int secondsToWait = 2) => Place.Open(isNew: true, secondsToWait);

    /// <summary>Does something in the store, and says in words what keeps it from being done.</summary>
    /// <param name="isNew">Whether the store may be made.</param>
    /// <param name="use">What to do.</param>
    /// <exception cref="OptionsException">The store cannot be used.</exception>
    internal T Use<T>(bool isNew, Func<DbConnection, T> use)
    {
        try
        {
            using var store = Place.Open(isNew, StorePlace.SecondsToWait);
            return use(store);
        }
        catch (Exception fault) when (fault is DbException or InvalidCastException or InvalidOperationException or OverflowException or System.Text.Json.JsonException)
        {
            throw Place.Explain(fault) ?? new OptionsException($"{Path}: the store holds what this program did not write ({fault.Message.TrimEnd('.')}). Move it away to begin a new one.", fault);
        }
    }

    // On a server a run without a journal here may be at work on another machine.
    private JournalState JournalOf(string id) => JournalFolder.StateOf(Folder, id) is var state && state == JournalState.Absent && IsServer ? JournalState.Held : state;

    private T Read<T>(Func<RunReader, T> read) => Use(isNew: false, store => read(new(store, JournalOf)));

    private static string Known(RunReader reader, string id)
    {
        var ids = RunId.IsStart(id) ? reader.Ids(id) : [];
        return ids switch
        {
            [var only] => only,
            [] => throw new OptionsException($"No run '{id}' is recorded.{NearestName.Suggest(id, reader.Newest())} 'modelwright runs' lists those there are."),
            _ => throw new OptionsException($"More than one run begins with '{id}', such as {string.Join(" and ", ids)}. Give more of the id."),
        };
    }

    private static string Listed(RunStart[] runs) => runs.Length == 0
        ? "There is none; leave --resume out to train anew."
        : $"There are: {string.Join(", ", runs.Take(5).Select(run => run.Id))}{(runs.Length > 5 ? $" and {runs.Length - 5} more" : "")}.";
}
