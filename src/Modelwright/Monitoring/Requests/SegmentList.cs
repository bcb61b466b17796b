using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>The segments of a folder.</summary>
internal static class SegmentList
{
    /// <summary>Files of a folder that are looked at at most.</summary>
    private const int Most = 100_000;

    /// <summary>The files that are named as segments of a kind, by number.</summary>
    /// <param name="folder">The folder of the log.</param>
    /// <param name="ofLabels">Segments of labels, or of requests.</param>
    /// <exception cref="DataException">There are too many.</exception>
    public static List<(long Number, string Path)> Of(string folder, bool ofLabels)
    {
        var prefix = ofLabels ? "labels-" : "requests-";
        var found = new List<(long, string)>();
        foreach (var path in Directory.EnumerateFiles(folder, prefix + "*.log"))
        {
            if (long.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                found.Add((number, path));
            }

            if (found.Count > Most)
            {
                throw new DataException($"The folder '{folder}' has more than {Most} segments. Set MostBytes or MostAge, so that old ones are removed.");
            }
        }

        found.Sort();
        return found;
    }

    /// <summary>The header of a file.</summary>
    /// <exception cref="ArtifactException">It is no segment.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SegmentHeader HeaderOf(string path)
    {
        using var file = Open(path);
        var bytes = new byte[SegmentHeader.Bytes];
        return SegmentHeader.Read(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Opens a file to read while it is written or removed.</summary>
    /// <exception cref="ArtifactException">It is a link, which could lead out of the folder.</exception>
    public static FileStream Open(string path) => new FileInfo(path).LinkTarget is not null
        ? throw new ArtifactException("It is a link, and links are not followed.")
        : new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16, FileOptions.SequentialScan);
}
