namespace Modelwright.Fuzz;

/// <summary>What a case may take.</summary>
internal static class Limits
{
    /// <summary>The time of one case. Far above what any takes, so that a busy machine is no failure.</summary>
    internal static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    /// <summary>The peak of the whole process.</summary>
    internal const long Peak = 1L << 30;

    private const long AllocatedAlways = 32L << 20;
    private const long AllocatedForEachByte = 200;

    /// <summary>Bytes that a case of so many bytes may allocate.</summary>
    internal static long Allocated(int length) => AllocatedAlways + (AllocatedForEachByte * length);
}
