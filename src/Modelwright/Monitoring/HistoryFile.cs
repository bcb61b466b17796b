using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Recording;

namespace Modelwright.Monitoring;

/// <summary>Reads and writes a history of windows.</summary>
internal static class HistoryFile
{
    private const long MostBytes = 256L << 20;

    /// <summary>Writes it.</summary>
    /// <exception cref="OptionsException">The folder does not exist.</exception>
    public static void Write(string path, MonitorHistory history)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new OptionsException($"{path}: the folder '{folder}' does not exist. Make it, or choose another path.");
        }

        RunFolder.Write(folder, Path.GetFileName(path), Documents.Write(new Kept { Format = 1, Windows = [.. history.Windows.Select(window => window with { Slices = null })] }));
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="OptionsException">There is no such file.</exception>
    /// <exception cref="ArtifactException">It is damaged, or no history.</exception>
    public static MonitorHistory Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new OptionsException($"The history '{path}' was not found. Check the path.");
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new ArtifactException(FormattableString.Invariant($"{path}: it has more than {MostBytes} bytes, too many for a history. Move it away to begin a new one."));
        }

        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(path), Documents.Options) ?? throw new JsonException("The document is empty.");
            return kept.Format == 1
                ? MonitorHistory.Of(kept.Windows)
                : throw new ArtifactException(FormattableString.Invariant($"{path}: format {kept.Format} of histories is not known; this release reads format 1. Use a newer release."));
        }
        catch (JsonException fault)
        {
            throw new ArtifactException(FormattableString.Invariant($"{path}, line {(fault.LineNumber ?? 0) + 1}: this is not a history: {Documents.Say(fault, "a history")} Move it away to begin a new one."), fault);
        }
    }

    private sealed record Kept
    {
        public required int Format { get; init; }

        public required IReadOnlyList<WindowReport> Windows { get; init; }
    }
}
