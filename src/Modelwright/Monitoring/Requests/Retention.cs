using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>Removes the oldest sealed segments of a log that has grown too large or too old.</summary>
internal sealed class Retention(string folder, RequestLogOptions options)
{
    /// <summary>Removes.</summary>
    /// <param name="requests">The number of the segment of requests that is written; none from it on is touched.</param>
    /// <param name="labels">The same of labels.</param>
    /// <returns>What was removed, a sentence each.</returns>
    public IEnumerable<string> Remove(long requests, long labels)
    {
        if (options is { MostBytes: null, MostAge: null })
        {
            yield break;
        }

        Sealed[] all = [.. Of(ofLabels: false, requests).Concat(Of(ofLabels: true, labels)).OrderBy(segment => segment.Ended).ThenBy(segment => segment.Path, StringComparer.Ordinal)];

        // The segment that is written and the one that lies ready are there as well.
        var total = all.Sum(segment => segment.Bytes) + (2L * options.SegmentBytes);
        var oldest = options.MostAge is { } age ? options.Time.GetUtcNow() - age : DateTimeOffset.MinValue;
        foreach (var segment in all)
        {
            var isOld = segment.Ended < oldest;
            if (!isOld && !(total > options.MostBytes))
            {
                continue;
            }

            File.Delete(segment.Path);
            total -= segment.Bytes;
            yield return string.Create(CultureInfo.InvariantCulture, $"Removed {Path.GetFileName(segment.Path)} ({segment.Bytes} bytes): {(isOld ? "older than MostAge" : "the log was larger than MostBytes")}.");
        }
    }

    private IEnumerable<Sealed> Of(bool ofLabels, long current)
    {
        var segments = SegmentList.Of(folder, ofLabels);
        for (var place = 0; place < segments.Count; place++)
        {
            var (number, path) = segments[place];
            if (number < current && HeaderOf(path) is not null)
            {
                var next = place + 1 < segments.Count ? HeaderOf(segments[place + 1].Path) : null;
                yield return new(path, new FileInfo(path).Length, next?.Created ?? options.Time.GetUtcNow());
            }
        }
    }

    // A file that is no segment is not ours to remove.
    private static SegmentHeader? HeaderOf(string path)
    {
        try
        {
            return SegmentList.HeaderOf(path);
        }
        catch (ArtifactException)
        {
            return null;
        }
    }

    private sealed record Sealed(string Path, long Bytes, DateTimeOffset Ended);
}
