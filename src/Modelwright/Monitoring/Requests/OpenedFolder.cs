using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>Makes a folder sound that a killed program may have left.</summary>
internal static class OpenedFolder
{
    /// <summary>Takes half-made files away, and cuts segments of requests behind their last record.</summary>
    /// <returns>The numbers of the first new segments.</returns>
    public static (long Requests, long Labels) Clean(string folder)
    {
        foreach (var half in Directory.EnumerateFiles(folder, "*.log.new").ToArray())
        {
            File.Delete(half);
        }

        var requests = SegmentList.Of(folder, ofLabels: false);
        foreach (var (_, path) in requests)
        {
            Cut(path);
        }

        return (Next(requests), Next(SegmentList.Of(folder, ofLabels: true)));
    }

    private static long Next(List<(long Number, string Path)> segments) => segments.Count == 0 ? 1 : segments[^1].Number + 1;

    // What is damaged or foreign is left as it is: a reader says so, and a person decides.
    private static void Cut(string path)
    {
        try
        {
            long end;
            using (var scan = SegmentScan.Open(path))
            {
                while (scan.Next(out _))
                {
                }

                if (scan.Fault is not null || scan.End == new FileInfo(path).Length)
                {
                    return;
                }

                end = scan.End;
            }

            MappedSegment.Cut(path, end);
        }
        catch (ArtifactException)
        {
        }
    }
}
