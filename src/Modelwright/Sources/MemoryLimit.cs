namespace Modelwright.Sources;

/// <summary>Holds the managed heap of this process to a limit. For hosts, once at the start; a library call never does it by itself.</summary>
public static class MemoryLimit
{
    // The rest is for code, stacks and native libraries.
    private const double HeapShare = 0.75;

    /// <summary>Tells the garbage collector to clean up before the process grows past a limit, instead of when it sees fit.</summary>
    /// <param name="processBytes">What the whole process may use, as in <see cref="ReadOptions.MemoryBytes"/>; three quarters of it are for the managed heap.</param>
    /// <returns>False where the heap is larger already, or the runtime takes no limit any more; nothing is changed then.</returns>
    public static bool Enforce(long processBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(processBytes, ReadOptions.SmallestMemory);
        try
        {
            AppContext.SetData("GCHeapHardLimit", (ulong)(processBytes * HeapShare));
            GC.RefreshMemoryLimit();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// Gives what reading a large file has freed back to the system: by itself the collector keeps regions of one kind
    /// committed, and under a hard limit has none left then for those of another.
    /// </summary>
    internal static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
