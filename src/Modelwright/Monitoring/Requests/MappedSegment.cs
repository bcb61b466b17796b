using System.IO.MemoryMappedFiles;

namespace Modelwright.Monitoring.Requests;

/// <summary>
/// A segment of requests that is being written, as mapped memory. What is written lies in the pages of the system at once, so it
/// outlives the process, however that ends; a length of zero marks the end, and the length of a record is stored last.
/// </summary>
/// <remarks>Writers take turns (<see cref="RequestLog"/>); flushing and sealing may come from another thread.</remarks>
internal sealed class MappedSegment : IDisposable
{
    private readonly Lock _life = new();
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly string _path;
    private readonly long _bytes;
    private long _end = SegmentHeader.Bytes;
    private bool _isDisposed;

    private MappedSegment(SegmentHeader header, string path, long bytes)
    {
        (Header, _path, _bytes) = (header, path, bytes);
        _map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, capacity: 0, MemoryMappedFileAccess.ReadWrite);
        _view = _map.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.ReadWrite);
    }

    /// <summary>What the segment says of itself.</summary>
    public SegmentHeader Header { get; }

    /// <summary>Makes the file beside its place with all its bytes reserved, so that a full disk is an error here and not when memory is written, and maps it.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    public static MappedSegment Create(string folder, SegmentHeader header, long bytes)
    {
        var path = Path.Combine(folder, header.FileName);
        var beside = path + ".new";
        using (var file = new FileStream(beside, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, PreallocationSize = bytes }))
        {
            file.SetLength(bytes);
            file.Write(header.Write());
        }

        File.Move(beside, path);
        return new(header, path, bytes);
    }

    /// <summary>Whether so many bytes are left.</summary>
    public bool Fits(long bytes) => _end + bytes <= _bytes;

    /// <summary>Writes a record; there must be room for it.</summary>
    public void Write(ReadOnlySpan<byte> body)
    {
        var memory = _view.SafeMemoryMappedViewHandle;
        memory.WriteSpan((ulong)_end + RecordFrame.HeadBytes, body);
        memory.Write((ulong)_end + sizeof(int), RecordFrame.Checksum(body));

        // Whoever sees the length sees the rest as well: this is the moment at which the record exists.
        Interlocked.MemoryBarrier();
        memory.Write((ulong)_end, body.Length);
        _end += RecordFrame.Size(body.Length);
    }

    /// <summary>Asks the system to bring what was written to the disk, and waits for it.</summary>
    public void Flush()
    {
        lock (_life)
        {
            if (!_isDisposed)
            {
                _view.Flush();
            }
        }
    }

    /// <summary>Unmaps the segment and gives the bytes back that were not used; nothing is left of one without records.</summary>
    public void Dispose()
    {
        lock (_life)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _view.Dispose();
            _map.Dispose();
            Cut(_path, _end);
        }
    }

    /// <summary>Cuts a file behind its last record; removes it where there is none.</summary>
    public static void Cut(string path, long end)
    {
        if (end <= SegmentHeader.Bytes)
        {
            File.Delete(path);
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(end);
    }
}
