using Modelwright.Reports.Content;
using Modelwright.Stress;

namespace Modelwright.Reports.Testing;

/// <summary>Whether single values or a single column decide more than they should.</summary>
internal static class BackdoorSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        if (test.Backdoors is not { } found)
        {
            yield break;
        }

        if (found.Looked > 0)
        {
            yield return new Prose(found.Levels.Count == 0
                ? $"{Numbers.Count(found.Looked)} values were each set in rows that have another. None of them decides the answer in a way that the rows at hand do not bear out, as a backdoor would."
                : $"{Numbers.Count(found.Looked)} values were each set in rows that have another. These decide the answer, and the rows at hand do not bear that out: somebody may have planted them, or training rows with them were wrong.");
        }

        Notice[] notices = [.. found.Levels.Select(level => new Notice("severe", level.Text)), .. found.Shortcut is { } shortcut ? [new Notice(shortcut.IsFlagged ? "warning" : "note", shortcut.Text)] : Array.Empty<Notice>()];
        if (notices.Length > 0)
        {
            yield return new Notices(notices);
        }
    }
}
