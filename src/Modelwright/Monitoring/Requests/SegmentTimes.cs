using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Requests;

/// <summary>Which segments may hold rows of a time, by what their headers say, so that a long log need not be read from its start.</summary>
/// <remarks>
/// A segment is laid out when the one before it is begun. So all rows of one were written before the next but one was laid out, and after it was
/// laid out itself. Clocks that were set back by less than a minute do no harm.
/// </remarks>
internal static class SegmentTimes
{
    private static readonly long Slack = TimeSpan.FromMinutes(1).Ticks;

    /// <summary>The files that may hold rows from one time to before another; a file whose header cannot be read is one, so that a reader names it.</summary>
    /// <param name="segments">All segments, by number.</param>
    /// <param name="from">Ticks in UTC.</param>
    /// <param name="to">Ticks in UTC.</param>
    public static IEnumerable<string> Between(IReadOnlyList<(long Number, string Path)> segments, long from, long to)
    {
        for (var place = 0; place < segments.Count; place++)
        {
            var isOlder = from > Slack && place + 2 < segments.Count && Created(segments[place + 2].Path) is { } later && later <= from - Slack;
            var isNewer = to < long.MaxValue - Slack && Created(segments[place].Path) is { } begun && begun > to + Slack;
            if (!isOlder && !isNewer)
            {
                yield return segments[place].Path;
            }
        }
    }

    private static long? Created(string path)
    {
        try
        {
            return SegmentList.HeaderOf(path).Created.UtcTicks;
        }
        catch (Exception fault) when (fault is ArtifactException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
