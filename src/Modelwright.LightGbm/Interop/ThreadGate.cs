namespace Modelwright.LightGbm.Interop;

/// <summary>
/// Lets fits run side by side only where they use the same number of threads: the native library holds that number once
/// a process, and sizes buffers by it that a larger number set in between would overrun.
/// </summary>
internal static class ThreadGate
{
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly Lock State = new();
    private static readonly ManualResetEventSlim Empty = new(initialState: true);
    private static int _threads;
    private static int _inside;

    /// <summary>Waits for its turn, first come first served.</summary>
    /// <returns>To be disposed when done.</returns>
    internal static Pass Enter(int threads, CancellationToken cancellation)
    {
        Turn.Wait(cancellation);
        try
        {
            while (!TryJoin(threads))
            {
                Empty.Wait(cancellation);
            }

            return new(threads);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static bool TryJoin(int threads)
    {
        lock (State)
        {
            if (_inside > 0 && _threads != threads)
            {
                return false;
            }

            _threads = threads;
            _inside++;
            Empty.Reset();
            return true;
        }
    }

    private static void Leave()
    {
        lock (State)
        {
            if (--_inside == 0)
            {
                Empty.Set();
            }
        }
    }

    /// <summary>The right to use the native library.</summary>
    internal sealed class Pass(int threads) : IDisposable
    {
        private int _isLeft;

        /// <summary>The number of threads it is for.</summary>
        internal int Threads { get; } = threads;

        /// <inheritdoc/>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
            {
                Leave();
            }
        }
    }
}
