using Microsoft.Win32.SafeHandles;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Data;

/// <summary>
/// A temporary file of blocks, with a bounded cache of those read last. The handle's finalizer closes it, and closing
/// deletes it; on Unix it is taken out of its folder at once, so that not even a killed process leaves it behind.
/// </summary>
internal sealed class SpillFile
{
    private readonly Lock _lock = new();
    private readonly string _folder;
    private readonly SafeFileHandle _handle;
    private readonly BlockCache _cache;
    private long _length;

    internal SpillFile(string folder, long cacheBytes)
    {
        var path = Path.Combine(folder, $"modelwright-{Guid.NewGuid():N}.blocks");
        _folder = folder;
        _cache = new(cacheBytes);
        try
        {
            _handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, FileOptions.DeleteOnClose);
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(cause);
        }
    }

    internal long Length => Interlocked.Read(ref _length);

    internal SpillSlot Append(ReadOnlySpan<byte> bytes)
    {
        var slot = Reserve(bytes.Length);
        Overwrite(slot, bytes);
        return slot;
    }

    /// <summary>Makes room at the end, to be filled with <see cref="Overwrite"/>.</summary>
    internal SpillSlot Reserve(long length)
    {
        lock (_lock)
        {
            var slot = new SpillSlot(_length, length);
            _length += length;
            return slot;
        }
    }

    /// <summary>Puts other bytes in a slot; only while the blocks are built, as the cache is not told.</summary>
    internal void Overwrite(SpillSlot slot, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(_handle, bytes, slot.Offset);
        }
        catch (IOException cause)
        {
            throw Unwritable(cause);
        }
    }

    /// <summary>The block of a slot, from the cache or through <paramref name="read"/>.</summary>
    internal T[] Get<T>(SpillSlot slot, Func<SpillFile, SpillSlot, (T[] Values, long Bytes)> read)
    {
        if (_cache.Find(slot.Offset) is T[] held)
        {
            return held;
        }

        var (values, bytes) = read(this, slot);
        _cache.Add(slot.Offset, values, bytes);
        return values;
    }

    internal void Read(SpillSlot slot, Span<byte> destination)
    {
        var done = 0;
        while (done < destination.Length)
        {
            var count = RandomAccess.Read(_handle, destination[done..], slot.Offset + done);
            if (count == 0)
            {
                throw new EndOfStreamException("The temporary file of a table is shorter than what was written to it. Free the disk and start again.");
            }

            done += count;
        }
    }

    private OptionsException Unwritable(Exception cause) =>
        new($"The temporary file of a table that does not fit in memory cannot be written in '{_folder}': {cause.Message} Free the disk, have temporary files made elsewhere (TMPDIR, on Windows TMP), or give more memory.", cause);
}
