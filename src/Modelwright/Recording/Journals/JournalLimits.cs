namespace Modelwright.Recording.Journals;

/// <summary>How large a journal may get.</summary>
internal sealed record JournalLimits
{
    // What waits is held as it is, and written through buffers of about three times its size.
    private const int ShareOfMemory = 40;
    private const long MostWaiting = 128L << 20;

    /// <summary>Bytes on disk; entries beyond it are left out.</summary>
    public long Bytes { get; init; } = 1L << 30;

    /// <summary>Bytes of entries that wait to be written; one that is larger is left out.</summary>
    public long WaitingBytes { get; init; } = MostWaiting;

    /// <summary>The limits of a run.</summary>
    /// <param name="memory">Bytes that the process may use; null means no limit.</param>
    public static JournalLimits Of(long? memory) => new() { WaitingBytes = Math.Min(MostWaiting, memory / ShareOfMemory ?? MostWaiting) };
}
