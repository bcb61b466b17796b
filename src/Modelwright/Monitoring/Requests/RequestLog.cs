using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Monitoring.Requests;

/// <summary>
/// The log of requests and of the labels that come later, in a folder of segments. One program writes it at a time, any number
/// read it meanwhile. Safe from any thread.
/// </summary>
/// <remarks>
/// A request is in memory that the system has mapped to its segment before <see cref="LoggedModel"/> has added it
/// and returns: it outlives the process, however that ends, but not a loss of power before the system has written it
/// (<see cref="RequestLogOptions.FlushEvery"/>). A label is on the disk when its task is done.
/// </remarks>
public sealed class RequestLog : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly RequestLogOptions _options;
    private readonly FileStream _lock;
    private readonly LabelFile _labels;
    private readonly ITimer? _timer;
    private readonly Retention _retention;
    private MappedSegment _segment;
    private Task<MappedSegment> _next;
    private Task _sealing = Task.CompletedTask;
    private DateTimeOffset _tryAgain = DateTimeOffset.MinValue;
    private int _models;
    private bool _isDisposed;

    private RequestLog(string folder, RequestLogOptions options, FileStream held)
    {
        (_folder, _options, _lock) = (folder, options, held);
        _retention = new(folder, options);
        var number = OpenedFolder.Clean(folder);
        _labels = new(folder, number.Labels, options);
        _segment = Create(number.Requests);
        _next = Task.Run(() => Create(number.Requests + 1));
        _sealing = Task.Run(Tidy);
        _timer = options.FlushEvery is { } every ? options.Time.CreateTimer(_ => Flush(), null, every, every) : null;
    }

    /// <summary>The folder, from which it can be read while it is written.</summary>
    public string Folder => _folder;

    /// <summary>What is kept.</summary>
    public RequestLogOptions Options => _options;

    /// <summary>The time by the clock of the log.</summary>
    internal DateTimeOffset Now => _options.Time.GetUtcNow();

    /// <summary>Bytes that the body of a record takes at most.</summary>
    internal int MostRecordBytes => _options.MostRecordBytes;

    /// <summary>Opens the log of a folder to write it; what a killed program left is made sound first.</summary>
    /// <param name="folder">The folder, for the log alone; made if it is not there.</param>
    /// <param name="options">What is kept; null means the defaults: all of it.</param>
    /// <returns>The log.</returns>
    /// <exception cref="OptionsException">Options are wrong, or another program writes the log.</exception>
    public static RequestLog Open(string folder, RequestLogOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var told = options ?? new();
        told.Validate();
        Directory.CreateDirectory(folder);
#pragma warning disable CA2000 // the log that is returned holds it, and every other way out lets it go
        FileStream held;
        try
        {
            held = new FileStream(Path.Combine(folder, "writer.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new OptionsException($"The request log '{folder}' is written by another program. End that one, or give this one a folder of its own.", fault);
        }

        try
        {
            return new(folder, told, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
#pragma warning restore CA2000
    }

    /// <summary>Names a model whose requests come.</summary>
    /// <param name="name">The name under which it is served, or that of the registry.</param>
    /// <param name="package">The version that answers.</param>
    /// <returns>The way to log its requests.</returns>
    /// <exception cref="OptionsException">Its columns and classes take more than a quarter of a segment.</exception>
    public LoggedModel Register(string name, Package package)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(package);
        var model = new LoggedModel(this, Interlocked.Increment(ref _models), name, package, _options);
        return model.Definition.Length <= MostRecordBytes
            ? model
            : throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"The columns and classes of '{name}' take {model.Definition.Length} bytes, and a record of this log holds {MostRecordBytes}. Give larger segments (SegmentBytes)."));
    }

    /// <summary>Adds what the answer of a request should have been.</summary>
    /// <param name="id">The id of the row.</param>
    /// <param name="label">The class, or the number as a text; null takes an earlier label back. The newest counts.</param>
    /// <returns>Done once it is on the disk; only then may it be acknowledged.</returns>
    /// <exception cref="IOException">The disk is full; the label is not kept.</exception>
    public Task AppendLabelAsync(string id, string? label) => AppendLabelsAsync([new(id, label)]);

    /// <summary>Adds labels, all of them or none.</summary>
    /// <param name="labels">Ids of rows with their labels.</param>
    /// <returns>Done once they are on the disk.</returns>
    /// <exception cref="DataException">An id is empty, or a label is longer than a record.</exception>
    /// <exception cref="IOException">The disk is full; no label is kept.</exception>
    public Task AppendLabelsAsync(IReadOnlyList<KeyValuePair<string, string?>> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var now = Now.UtcTicks;
        var records = labels.Select(label => LabelRecord.Write(label.Key, label.Value, now, MostRecordBytes)).ToArray();
        return records.Length == 0 ? Task.CompletedTask : _labels.AddAsync([.. records.SelectMany(record => record)]);
    }

    /// <summary>Reads what a model was asked, with the newest label of each row.</summary>
    /// <param name="folder">The folder of a log, written or not.</param>
    /// <param name="model">The name of the model, as <see cref="Register"/> was told.</param>
    /// <param name="from">Rows from here on; null for all.</param>
    /// <param name="to">Rows before it; null for all.</param>
    /// <param name="mostRows">Rows that are read at most; <see cref="ReadBlocks"/> has no such bound.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The rows in the order of the log: the logged columns, then @id, @time, @model, @answer, one @probability:CLASS each, @label, @label_time; and what a person should know of the log, such as files that were passed over.</returns>
    /// <exception cref="DataException">There are more rows, or no such folder.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (Table Rows, IReadOnlyList<string> Notes) Read(string folder, string model, DateTimeOffset? from = null, DateTimeOffset? to = null, int mostRows = 1_000_000, CancellationToken cancellation = default)
    {
        var reader = new LogReader(folder, model, from, to);
        var table = reader.Blocks(mostRows, mayGoOn: false, cancellation).First();
        return (table, reader.Notes);
    }

    /// <summary>The same in tables of at most 65,536 rows each, so that a log may be larger than memory; labels are held in memory, about 100 bytes each.</summary>
    /// <param name="folder">The folder of a log.</param>
    /// <param name="model">The name of the model.</param>
    /// <param name="from">Rows from here on; null for all.</param>
    /// <param name="to">Rows before it; null for all.</param>
    /// <param name="notes">Gets what a person should know of the log; null for nobody.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The tables, each with the columns of the versions that were seen so far.</returns>
    /// <exception cref="DataException">There is no such folder.</exception>
    public static IEnumerable<Table> ReadBlocks(string folder, string model, DateTimeOffset? from = null, DateTimeOffset? to = null, ICollection<string>? notes = null, CancellationToken cancellation = default)
    {
        var reader = new LogReader(folder, model, from, to);
        foreach (var table in reader.Blocks(Blocks<double>.Size, mayGoOn: true, cancellation))
        {
            yield return table;
        }

        foreach (var note in reader.Notes)
        {
            notes?.Add(note);
        }
    }

    /// <summary>The rows that have a label, as rows to train on or to measure with.</summary>
    /// <param name="rows">What <see cref="Read"/> gave.</param>
    /// <param name="target">The column that the labels are of.</param>
    /// <returns>The logged columns and the target.</returns>
    public static Table Labelled(Table rows, string target)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentException.ThrowIfNullOrEmpty(target);
        var label = rows["@label"];
        int[] known = [.. Enumerable.Range(0, rows.RowCount).Where(row => !label.IsMissing(row))];
        return rows.Without([target, .. rows.Names.Where(name => name.StartsWith('@'))]).With(label.Rename(target)).Take(known);
    }

    /// <summary>Brings what was logged to the disk and waits for it.</summary>
    public void Flush()
    {
        MappedSegment segment;
        lock (_gate)
        {
            segment = _segment;
        }

        segment.Flush();
    }

    /// <summary>Ends the writing; what was logged stays.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
        }

        _timer?.Dispose();
        _labels.Dispose();
        _sealing.Wait();
        _segment.Dispose();
        try
        {
            _next.GetAwaiter().GetResult().Dispose();
        }
        catch (IOException)
        {
            // It was never begun, so nothing is lost.
        }

        _lock.Dispose();
    }

    /// <summary>Whether a request is kept, by its id alone.</summary>
    /// <remarks>See <see cref="SampledIds"/>.</remarks>
    internal bool Takes(string id) => _options.Share >= 1 || SampledIds.Place(id) < _options.Share;

    /// <summary>Adds a request.</summary>
    internal void Add(LoggedModel model, RecordBuffer record)
    {
        var size = RecordFrame.Size(record.Length);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_segment.Fits(size + (model.DeclaredIn == _segment.Header.Number ? 0 : RecordFrame.Size(model.Definition.Length))))
            {
                Roll();
            }

            if (model.DeclaredIn != _segment.Header.Number)
            {
                _segment.Write(model.Definition);
                model.DeclaredIn = _segment.Header.Number;
            }

            _segment.Write(record.Bytes);
        }
    }

    // The next segment lies ready, but where one fills up faster than the next can be laid out.
    private void Roll()
    {
        var number = _segment.Header.Number + 1;
        if (_next.IsFaulted && Now >= _tryAgain)
        {
            _tryAgain = Now + Pause;
            _next = Task.Run(() => Create(number));
        }

        var next = _next.GetAwaiter().GetResult();
        var full = _segment;
        _segment = next;
        _next = Task.Run(() => Create(number + 1));
        _sealing = _sealing.ContinueWith(_ => Seal(full), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Seal(MappedSegment full)
    {
        full.Dispose();
        Tidy();
    }

    private void Tidy()
    {
        try
        {
            foreach (var notice in _retention.Remove(_segment.Header.Number, _labels.Number))
            {
                Say(notice);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Say($"Old segments could not be removed: {fault.Message}");
        }
    }

    private void Say(string notice)
    {
        var record = RecordBuffer.Begin();
        record.Add((byte)RecordKind.Notice);
        record.Add(Now.UtcTicks);
        record.Add(notice);
        lock (_gate)
        {
            if (_segment.Fits(RecordFrame.Size(record.Length)))
            {
                _segment.Write(record.Bytes);
            }
        }
    }

    private MappedSegment Create(long number) => MappedSegment.Create(_folder, new(IsOfLabels: false, number, Now), _options.SegmentBytes);
}
