namespace Modelwright.LightGbm.Interop;

/// <summary>Counts native objects that are not freed yet, so that a test can see a leak.</summary>
internal static class LiveHandles
{
    private static int _count;

    internal static int Count => Volatile.Read(ref _count);

    internal static void Born() => Interlocked.Increment(ref _count);

    internal static void Died() => Interlocked.Decrement(ref _count);
}
