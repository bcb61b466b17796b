using System.Reflection;
using System.Runtime.InteropServices;

namespace Modelwright.Recording.Runs;

/// <summary>What is known of a run as it begins.</summary>
internal sealed record RunStart
{
    /// <summary>The release that runs, without the commit behind it.</summary>
    public static string ThisRelease { get; } = typeof(RunStart).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>The operating system, one word: a model is the same bits only on the same one.</summary>
    public static string ThisSystem { get; } = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : OperatingSystem.IsLinux() ? "linux" : "other";

    /// <summary>The architecture of the process, such as 'x64'.</summary>
    public static string ThisArchitecture { get; } = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>What a source is called in the store: a file by its whole path, so that it is found again from any folder.</summary>
    public static string? NameOf(string? source) => File.Exists(source) || Directory.Exists(source) ? Path.GetFullPath(source) : source;

    /// <summary>Its id: <see cref="RunId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>What was read, without a password; null where rows came from memory.</summary>
    public string? Source { get; init; }

    /// <summary>SHA-256 of what was read; null where rows came from memory.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Rows of the table.</summary>
    public int Rows { get; init; }

    /// <summary>Name of the target column.</summary>
    public string? Target { get; init; }

    /// <summary>What was told, by name.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Threads to use.</summary>
    public int Threads { get; init; }

    /// <summary>Where the host will write the package; null where it has not said.</summary>
    public string? Folder { get; init; }

    /// <summary>The release.</summary>
    public string Release { get; init; } = ThisRelease;

    /// <summary>The operating system.</summary>
    public string System { get; init; } = ThisSystem;

    /// <summary>The architecture.</summary>
    public string Architecture { get; init; } = ThisArchitecture;

    /// <summary>Processors of the machine.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;
}
