namespace Modelwright.Monitoring.Requests;

/// <summary>The segment that labels are added to. Whoever adds one waits until it is on the disk; those who wait together are served by one flush.</summary>
/// <remarks>Group commit: DeWitt and others 1984, "Implementation techniques for main memory database systems", section 5.2. Safe from any thread.</remarks>
internal sealed class LabelFile(string folder, long firstNumber, RequestLogOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private List<byte[]> _waiting = [];
    private TaskCompletionSource _done = Promise();
    private Task _writing = Task.CompletedTask;
    private bool _isWriting;
    private FileStream? _file;
    private long _number = firstNumber;

    /// <summary>The number of the segment that is written or comes next; those before it are sealed.</summary>
    public long Number => Volatile.Read(ref _number);

    /// <summary>Adds a record.</summary>
    /// <param name="record">With its frame.</param>
    /// <returns>Done once it is on the disk.</returns>
    public Task AddAsync(byte[] record)
    {
        lock (_gate)
        {
            _waiting.Add(record);
            if (!_isWriting)
            {
                _isWriting = true;
                _writing = Task.Run(Write);
            }

            return _done.Task;
        }
    }

    /// <summary>Waits for what was added, and closes the file.</summary>
    public void Dispose()
    {
        Task last;
        lock (_gate)
        {
            last = _writing;
        }

        last.Wait();
        _file?.Dispose();
        _file = null;
    }

    private void Write()
    {
        while (Take(out var records, out var done))
        {
            try
            {
                WriteAll(records);
                done.SetResult();
            }
#pragma warning disable CA1031 // whoever waits for the label gets the fault, and the next label is tried anew
            catch (Exception fault)
#pragma warning restore CA1031
            {
                done.SetException(fault);
            }
        }
    }

    private bool Take(out List<byte[]> records, out TaskCompletionSource done)
    {
        lock (_gate)
        {
            (records, done) = (_waiting, _done);
            if (records.Count == 0)
            {
                _isWriting = false;
                return false;
            }

            (_waiting, _done) = ([], Promise());
            return true;
        }
    }

    private void WriteAll(List<byte[]> records)
    {
        if (_file is { } full && full.Position >= options.SegmentBytes)
        {
            full.Dispose();
            _file = null;
            Interlocked.Increment(ref _number);
        }

        var file = _file ??= Create();
        var end = file.Position;
        try
        {
            foreach (var record in records)
            {
                file.Write(record);
            }

            file.Flush(flushToDisk: true);
        }
        catch
        {
            // What was not acknowledged is taken back, and the next record begins in a file of its own: nobody knows what this one holds.
            _file = null;
            Interlocked.Increment(ref _number);
            using (file)
            {
                file.SetLength(end);
            }

            throw;
        }
    }

    private FileStream Create()
    {
        var header = new SegmentHeader(IsOfLabels: true, _number, options.Time.GetUtcNow());
        var path = Path.Combine(folder, header.FileName);
        using (var beside = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            beside.Write(header.Write());
            beside.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(0, SeekOrigin.End);
        return file;
    }

    private static TaskCompletionSource Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
