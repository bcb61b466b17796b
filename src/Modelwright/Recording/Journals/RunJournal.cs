using System.Globalization;
using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Recording.Runs;

namespace Modelwright.Recording.Journals;

/// <summary>
/// What a run has finished, kept on disk so that it can go on after a crash or a kill: entries by key, each a file with its
/// hash. Writing is off the run's own threads and bounded; what does not fit is left out and done again when the run is resumed.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    private const int MostWaiting = 64;
    private const int MostEntries = 100_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private readonly string _root;
    private readonly JournalLimits _limits;
    private readonly FileStream _lock;
    private readonly BackgroundQueue _queue;
    private readonly Dictionary<string, string> _entries = new(StringComparer.Ordinal);
    private long _waitingBytes;
    private long _bytes;
    private int _next = 1;
    private volatile string? _fault;

    private RunJournal(string root, RunStart start, JournalLimits limits)
    {
        (_root, Start, _limits) = (root, start, limits);
        _lock = new(Path.Combine(JournalFolder.Of(root, start.Id), JournalFolder.LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        _queue = new("journal", MostWaiting);
    }

    /// <summary>What the run was told as it began.</summary>
    public RunStart Start { get; }

    /// <summary>Why entries were not written; null where all were.</summary>
    public string? Fault => _fault;

    /// <summary>Keys that were there when the run was resumed, in the order written.</summary>
    public IReadOnlyCollection<string> Keys => _entries.Keys;

    /// <summary>Begins the journal of a new run.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static RunJournal Begin(string root, RunStart start, JournalLimits limits)
    {
        Directory.CreateDirectory(root);
        JournalFolder.Sweep(root);
        var folder = JournalFolder.Of(root, start.Id);
        Directory.CreateDirectory(folder);
        var journal = new RunJournal(root, start, limits);
        try
        {
            EntryFile.Write(Path.Combine(folder, JournalFolder.StartName), JournalFolder.StartKey, EntryBody.Of(JsonSerializer.SerializeToUtf8Bytes(start)));
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Opens the journal of a run that was left; what is not sound in it is passed over.</summary>
    /// <exception cref="OptionsException">There is none, or another program goes on with the run already.</exception>
    public static RunJournal Resume(string root, string id, JournalLimits limits)
    {
        var folder = JournalFolder.Of(root, id);
        if (JournalFolder.ReadStart(root, id) is not { } start)
        {
            throw new OptionsException($"{folder}: there is no journal of run '{id}', or its beginning is damaged, so the run cannot go on. Leave --resume out to train anew.");
        }

        try
        {
            var journal = new RunJournal(root, start, limits);
            journal.Index(folder);
            return journal;
        }
        catch (IOException fault)
        {
            throw new OptionsException($"{folder}: another program goes on with run '{id}' already. Wait until it is done.", fault);
        }
    }

    /// <summary>Whether there is an entry; it may yet turn out to be damaged.</summary>
    public bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>Reads an entry; null where it is absent or not sound.</summary>
    public byte[]? Get(string key) => _entries.TryGetValue(key, out var path) ? EntryFile.Read(path, key) : null;

    /// <summary>Writes an entry later, on the journal's own thread.</summary>
    /// <param name="key">What it is found by; a later one takes the place of an earlier.</param>
    /// <param name="expected">Bytes it will take, about.</param>
    /// <param name="body">Makes what it holds; called on another thread, so all it looks at must be immutable.</param>
    public void Put(string key, long expected, Func<EntryBody> body)
    {
        if (_next > MostEntries || Interlocked.Read(ref _bytes) + expected > _limits.Bytes || Interlocked.Read(ref _waitingBytes) + expected > _limits.WaitingBytes)
        {
            return;
        }

        var path = Path.Combine(JournalFolder.Of(_root, Start.Id), string.Create(CultureInfo.InvariantCulture, $"{_next:D6}{EntryFile.Extension}"));
        Interlocked.Add(ref _waitingBytes, expected);
        if (_queue.TryAdd(() => Write(path, key, expected, body)))
        {
            _next++;
        }
        else
        {
            Interlocked.Add(ref _waitingBytes, -expected);
        }
    }

    /// <summary>Waits for what is being written and lets go of the journal; it stays on disk.</summary>
    public void Dispose()
    {
        _queue.Close(LongestWait);
        _queue.Dispose();
        _lock.Dispose();
    }

    private void Write(string path, string key, long expected, Func<EntryBody> body)
    {
        try
        {
            if (body() is var whole && whole.Length + EntryFile.Overhead + (long)key.Length <= EntryFile.MostBytes && Interlocked.Read(ref _bytes) + whole.Length <= _limits.Bytes)
            {
                Interlocked.Add(ref _bytes, EntryFile.Write(path, key, whole));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ModelwrightException or OutOfMemoryException or NotSupportedException)
        {
            _fault ??= $"{JournalFolder.Of(_root, Start.Id)}: the journal could not be written ({fault.Message.TrimEnd('.')}), so after a crash the run would do some trials again. Make room, or see who may write there.";
        }
        finally
        {
            Interlocked.Add(ref _waitingBytes, -expected);
        }
    }

    private void Index(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*" + EntryFile.Beside).Take(MostEntries).ToArray())
        {
            File.Delete(path);
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*" + EntryFile.Extension).Take(MostEntries).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                continue;
            }

            _next = Math.Max(_next, number + 1);
            _bytes += new FileInfo(path).Length;
            if (EntryFile.ReadKey(path) is { } key)
            {
                _entries[key] = path;
            }
        }
    }
}
