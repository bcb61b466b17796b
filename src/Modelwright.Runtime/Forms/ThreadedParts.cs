using System.Runtime.ExceptionServices;
using System.Runtime.Versioning;

namespace Modelwright.Runtime.Forms;

/// <summary>Work in parts that do not look at one another: the only place of this assembly that uses several threads, and it asks for none where there is but one.</summary>
internal static class ThreadedParts
{
    /// <summary>Does all parts; on one thread in their order, and always so in a browser, which may not wait for others.</summary>
    /// <param name="count">Number of parts.</param>
    /// <param name="threads">Threads to use; 1 or more.</param>
    /// <param name="part">Does the part of a number from 0; safe from any thread.</param>
    /// <param name="cancellation">Asks to end; looked at between parts.</param>
    /// <exception cref="OperationCanceledException">It was asked to end.</exception>
    /// <remarks>What a part throws comes out as it is; of several faults one.</remarks>
    internal static void Do(int count, int threads, Action<int> part, CancellationToken cancellation)
    {
        if (threads > 1 && count > 1 && !OperatingSystem.IsBrowser())
        {
            OnSeveral(count, threads, part, cancellation);
            return;
        }

        for (var place = 0; place < count; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            part(place);
        }
    }

    [UnsupportedOSPlatform("browser")]
    private static void OnSeveral(int count, int threads, Action<int> part, CancellationToken cancellation)
    {
        try
        {
            Parallel.For(0, count, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, part);
        }
        catch (AggregateException faults) when (faults.InnerExceptions.Count > 0)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
