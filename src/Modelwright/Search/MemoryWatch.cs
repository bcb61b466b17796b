namespace Modelwright.Search;

/// <summary>
/// Gives memory back between trials. Features and native bins that nobody uses any more wait for the collector, which
/// sees little of what the native side holds; so it is asked when the process has grown. Changes no result.
/// </summary>
/// <param name="threshold">Bytes of the process above which memory is given back.</param>
/// <param name="time">The clock: a full collection is not asked for more often than costs a small part of the time.</param>
internal sealed class MemoryWatch(long threshold, TimeProvider time)
{
    private const double FewestSeconds = 2;

    /// <summary>Between two collections lies so many times what the last one took.</summary>
    private const double TimesCost = 40;

    private long _last = time.GetTimestamp();
    private double _cost;

    /// <summary>Looks, and gives back where it is worth it.</summary>
    public void Look()
    {
        if (time.GetElapsedTime(_last).TotalSeconds < Math.Max(FewestSeconds, TimesCost * _cost) || Environment.WorkingSet < threshold)
        {
            return;
        }

        var start = time.GetTimestamp();
        GiveBack();
        _last = time.GetTimestamp();
        _cost = time.GetElapsedTime(start, _last).TotalSeconds;
    }

    /// <summary>Gives back what is free now, where the process has grown.</summary>
    /// <param name="above">Bytes of the process.</param>
    public static void GiveBack(long above)
    {
        if (Environment.WorkingSet >= above)
        {
            GiveBack();
        }
    }

    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
    }
}
