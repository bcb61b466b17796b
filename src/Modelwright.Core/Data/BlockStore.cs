namespace Modelwright.Core.Data;

/// <summary>
/// Where the blocks of a table live: in memory until its budget is spent, then in a temporary file that is gone when the
/// last column that reads from it is. A file that cannot be written is an <see cref="Errors.OptionsException"/>. Safe from any thread.
/// </summary>
public sealed class BlockStore
{
    private readonly Lock _lock = new();
    private readonly string? _folder;
    private long _left;
    private SpillFile? _file;

    /// <summary>Makes a store.</summary>
    /// <param name="memory">Bytes of blocks to keep in memory; a quarter of it is set aside for blocks read back from the file.</param>
    /// <param name="folder">Where the temporary file may be made; null means the system's folder.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="memory"/> is negative.</exception>
    public BlockStore(long memory, string? folder = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(memory);
        _left = memory - (memory / 4);
        CacheBytes = memory / 4;
        _folder = folder;
    }

    /// <summary>Bytes written to the temporary file so far; 0 while all blocks fit in memory.</summary>
    public long SpilledBytes
    {
        get
        {
            lock (_lock)
            {
                return _file?.Length ?? 0;
            }
        }
    }

    private long CacheBytes { get; }

    /// <summary>A store that keeps every block in memory.</summary>
    /// <returns>A new store.</returns>
    public static BlockStore InMemory() => new(long.MaxValue);

    /// <summary>Takes bytes from the budget, if they are there.</summary>
    internal bool TryKeep(long bytes)
    {
        lock (_lock)
        {
            var fits = bytes <= _left;
            _left -= fits ? bytes : 0;
            return fits;
        }
    }

    /// <summary>Gives bytes back that <see cref="TryKeep"/> took.</summary>
    internal void Release(long bytes)
    {
        lock (_lock)
        {
            _left += bytes;
        }
    }

    internal SpillFile File()
    {
        lock (_lock)
        {
            return _file ??= new SpillFile(_folder ?? Path.GetTempPath(), CacheBytes);
        }
    }
}
