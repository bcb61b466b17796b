using Modelwright.Recording.Runs;

namespace Modelwright.Recording;

/// <summary>What made a model: repeating its plan gives the same bits on the same of these.</summary>
/// <param name="Release">The release, such as '1.4.0'.</param>
/// <param name="System">The operating system: 'linux', 'windows', 'macos' or 'other'.</param>
/// <param name="Architecture">The architecture of the process, such as 'x64'.</param>
public sealed record EvidenceMachine(string Release, string System, string Architecture)
{
    /// <summary>This process.</summary>
    internal static EvidenceMachine This { get; } = new(RunStart.ThisRelease, RunStart.ThisSystem, RunStart.ThisArchitecture);
}
