namespace Modelwright.Search;

/// <summary>
/// Gives memory back between trials. Features and native bins that nobody uses any more wait for the collector, which
/// sees little of what the native side holds; so it is asked when the process has grown. Changes no result.
/// </summary>
/// <param name="threshold">Bytes of the process above which memory is given back.</param>
/// <param name="time">The clock: a full collection is not asked for more than once in two seconds.</param>
internal sealed class MemoryWatch(long threshold, TimeProvider time)
{
    private const double FewestSeconds = 2;
    private long _last = time.GetTimestamp();

    /// <summary>Looks, and gives back where it is worth it.</summary>
    public void Look()
    {
        if (time.GetElapsedTime(_last).TotalSeconds < FewestSeconds || Environment.WorkingSet < threshold)
        {
            return;
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        _last = time.GetTimestamp();
    }
}
