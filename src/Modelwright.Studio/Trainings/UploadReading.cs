using Modelwright.Profile;
using Modelwright.Sources;

namespace Modelwright.Studio.Trainings;

/// <summary>Reads a file that was sent, with the limits of the pages.</summary>
internal static class UploadReading
{
    /// <summary>Reads its rows. Its report names it as its sender does, so that no path of this machine stands in a package.</summary>
    internal static async Task<SourceTable> ReadAsync(UploadedFile file, StudioOptions options, CancellationToken cancellation)
    {
        var reading = new ReadOptions { MemoryBytes = Math.Max(ReadOptions.SmallestMemory, options.MemoryBytes), Threads = options.Threads, TempFolder = Path.GetDirectoryName(file.Path) };
        var read = await SourceTable.ReadAsync(file.Path, reading, cancellation).ConfigureAwait(false);
        return read with { Report = read.Report with { Path = file.Name } };
    }

    internal static async Task<DataProfile> ProfileAsync(UploadedFile file, StudioOptions options, CancellationToken cancellation)
    {
        var read = await ReadAsync(file, options, cancellation).ConfigureAwait(false);
        return Profiler.Inspect(read.Table, new() { Source = read.Report }, cancellation);
    }
}
