using Modelwright.Core.Errors;
using Modelwright.Recording.Journals;
using Modelwright.Recording.Stores;

namespace Modelwright.Recording.Runs;

/// <summary>One run while it is recorded: its record in the store and its journal. Faults of either are told, never thrown.</summary>
internal sealed class RunSession : IDisposable
{
    private readonly RecordOptions _options;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly StoreWriter _writer;
    private readonly List<string> _faults = [];
    private string? _stage;
    private double _stageBegan;
    private bool _isClosed;

    private RunSession(RecordOptions options, RunStart start, RunJournal? journal, TimeProvider time)
    {
        (_options, Start, Journal, _time, _start) = (options, start, journal, time, time.GetTimestamp());
        _writer = new(options.Store, store => RunRows.Begin(store, start, options.Resume is not null));
    }

    /// <summary>What the run was told.</summary>
    public RunStart Start { get; }

    /// <summary>Its id.</summary>
    public string Id => Start.Id;

    /// <summary>What it has finished; null where that could not be kept.</summary>
    public RunJournal? Journal { get; }

    /// <summary>Whether it goes on where another process ended.</summary>
    public bool IsResumed => _options.Resume is not null;

    /// <summary>Seconds that the run took in processes before this one.</summary>
    public double Spent { get; set; }

    /// <summary>What was not recorded, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Faults => [.. _faults.Concat(new[] { Journal?.Fault, _writer.Fault }.OfType<string>())];

    private double Elapsed => Spent + _time.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Begins to record a run, or goes on with one.</summary>
    /// <param name="options">Where, and which run to go on with.</param>
    /// <param name="start">What is known of the run; its id counts for a new one alone.</param>
    /// <param name="time">The clock.</param>
    /// <param name="memory">Bytes that the process may use; null means no limit.</param>
    /// <exception cref="OptionsException">The run to go on with was told something else; the text lists all that differs.</exception>
    public static RunSession Begin(RecordOptions options, RunStart start, TimeProvider time, long? memory)
    {
        var limits = JournalLimits.Of(memory);
        if (options.Resume is { } id)
        {
#pragma warning disable CA2000 // The session owns it.
            var journal = RunJournal.Resume(options.Store.Folder, options.Store.Unfinished(id).Id, limits);
#pragma warning restore CA2000
            try
            {
                ResumeCheck.Check(journal.Start, start);
                return new(options, journal.Start, journal, time);
            }
            catch
            {
                journal.Dispose();
                throw;
            }
        }

        try
        {
#pragma warning disable CA2000 // The session owns it.
            return new(options, start, RunJournal.Begin(options.Store.Folder, start, limits), time);
#pragma warning restore CA2000
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var session = new RunSession(options, start, journal: null, time);
            session._faults.Add($"{options.Store.Folder}: no journal can be written here ({fault.Message.TrimEnd('.')}), so the run could not be resumed. Name another place with --store.");
            return session;
        }
    }

    /// <summary>A trial ended.</summary>
    public void Add(RecordedTrial trial) => _writer.Add(store => RunRows.Trial(store, Id, trial));

    /// <summary>A stage is at work; the one before it, if it was another, has ended.</summary>
    public void Enter(string? stage)
    {
        if (stage == _stage)
        {
            return;
        }

        var now = Elapsed;
        if (_stage is { } last)
        {
            var ended = new RecordedStage(last, Math.Round(_stageBegan, 3), Math.Round(now - _stageBegan, 3));
            _writer.Add(store => RunRows.Stage(store, Id, ended));
        }

        (_stage, _stageBegan) = (stage, now);
    }

    /// <summary>There is a model. The journal stays until its package is saved.</summary>
    public void Finish(RunResult result)
    {
        Enter(null);
        var now = _time.GetUtcNow();
        _writer.Add(store => RunRows.Finish(store, Id, now, result));
        Dispose();
    }

    /// <summary>The run ended without a model.</summary>
    /// <param name="state">How.</param>
    /// <param name="fault">Why.</param>
    /// <param name="isLasting">Whether it would end so again: then there is nothing to go on with.</param>
    public void Fail(RunState state, string fault, bool isLasting)
    {
        Enter(null);
        var (now, seconds) = (_time.GetUtcNow(), Math.Round(Elapsed, 3));
        _writer.Add(store => RunRows.Fail(store, Id, now, seconds, state, fault));
        Dispose();
        if (isLasting)
        {
            JournalFolder.Remove(_options.Store.Folder, Id);
        }
    }

    /// <summary>The package is saved, so that nothing is left to go on with.</summary>
    /// <param name="package">Where; null where nobody says.</param>
    public void Saved(string? package)
    {
        Dispose();
        JournalFolder.Remove(_options.Store.Folder, Id);
        try
        {
            using var store = _options.Store.OpenToWrite(secondsToWait: _writer.Fault is null ? 2 : 1);
            RunRows.Saved(store, Id, package);
        }
        catch (Exception fault) when (_options.Store.Place.Explain(fault) is not null)
        {
            // Why the store cannot be used was said already, unless it broke just now.
            if (_writer.Fault is null)
            {
                _faults.Add($"Where the package is was not recorded: {_options.Store.Place.Explain(fault)!.Message}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            Journal?.Dispose();
            _writer.Dispose();
        }
    }
}
