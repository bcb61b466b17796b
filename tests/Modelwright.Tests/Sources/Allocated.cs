namespace Modelwright.Tests.Sources;

/// <summary>Counts the bytes that a piece of work takes, beside other tests that take some too.</summary>
internal static class Allocated
{
    /// <summary>Runs work on a thread of its own, which alone is counted.</summary>
    /// <param name="work">What to do; it must not move to another thread.</param>
    /// <returns>What it gave, and the bytes the thread took.</returns>
    internal static (T Result, long Bytes) By<T>(Func<Task<T>> work)
    {
        (T Result, long Bytes)? done = null;
        Exception? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var result = work().GetAwaiter().GetResult();
                done = (result, GC.GetAllocatedBytesForCurrentThread() - before);
            }
#pragma warning disable CA1031 // Told to the thread that waits.
            catch (Exception thrown)
#pragma warning restore CA1031
            {
                fault = thrown;
            }
        });
        thread.Start();
        thread.Join();
        return done ?? throw new InvalidOperationException("The work failed.", fault);
    }
}
