namespace Modelwright.Startup.Runtime;

/// <summary>A way to publish the same app.</summary>
/// <param name="Name">The value of Kind in its project.</param>
/// <param name="Meaning">What it is called on the page.</param>
/// <param name="MostMegabytes">The most that it may take on disk, in 10^6 bytes; null where nothing is asked.</param>
/// <param name="MostLoad">The most milliseconds that opening the first package may take; null where nothing is asked.</param>
internal sealed record AppKind(string Name, string Meaning, double? MostMegabytes, double? MostLoad)
{
    /// <summary>All of them.</summary>
    internal static readonly AppKind[] All =
    [
        new("aot", "compiled ahead of time (`PublishAot`)", 10, 20),
        new("trimmed", "trimmed, with its runtime (`PublishTrimmed`)", null, 80),
        new("precompiled", "on a shared runtime, precompiled (`PublishReadyToRun`)", null, 80),
        new("jit", "on a shared runtime, compiled as it runs", null, 80),
    ];
}
