using System.Globalization;

namespace Modelwright.Machine;

/// <summary>Room on disks and in memory, and processors.</summary>
internal static class RoomChecks
{
    private const long Giga = 1_000_000_000;
    private const long LeastDisk = Giga;
    private const long LeastMemory = Giga;

    internal static MachineCheck TemporaryFolder(Subject subject, MachineProbes probes) =>
        Folder(subject, probes, probes.TempFolder, $"Set the environment variable {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")} to another folder");

    internal static MachineCheck RunsFolder(Subject subject, MachineProbes probes) =>
        Folder(subject, probes, probes.RunsFolder, "Go to another folder, or name one with --out");

    internal static MachineCheck Memory(Subject subject, MachineProbes probes)
    {
        var found = $"{Size(probes.Memory)} for this process";
        return probes.Memory >= LeastMemory
            ? subject.Ok(found)
            : subject.Warning(found, $"Give the machine or the container {Size(LeastMemory)} or more, or train on fewer rows.");
    }

    internal static MachineCheck Processors(Subject subject, MachineProbes probes) => probes.Processors > 1
        ? subject.Ok($"{probes.Processors} for this process")
        : subject.Warning("1 for this process", "Give the machine or the container a second one, or a longer --budget.");

    private static MachineCheck Folder(Subject subject, MachineProbes probes, string folder, string elsewhere)
    {
        try
        {
            probes.Write(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return subject.Missing($"nothing can be written to {folder} ({fault.Message.Split('\n')[0].TrimEnd('.')})", $"{elsewhere}, or ask who may write there and how full the disk is.");
        }

        var free = probes.FreeBytes(folder);
        var found = $"{folder}, {Size(free)} free";
        return free >= LeastDisk ? subject.Ok(found) : subject.Warning(found, $"{elsewhere}, or make room: {Size(LeastDisk)} and more are good.");
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Giga:0.0} GB");
}
