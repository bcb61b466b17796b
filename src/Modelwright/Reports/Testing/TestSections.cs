using Modelwright.Reports.Content;
using Modelwright.Stress;

namespace Modelwright.Reports.Testing;

/// <summary>The list of sections about a test: the one existing file that a new one edits.</summary>
internal static class TestSections
{
    /// <summary>What the ids of all of them begin with, so that those of an older test can be told and replaced.</summary>
    public const string Prefix = "test_";

    /// <summary>Each makes its blocks from a test, or none where it has nothing to say; in the order of reading: whether it may go out, then why.</summary>
    public static IReadOnlyList<(string Id, string Title, Func<StressReport, IEnumerable<ReportBlock>> Blocks)> All { get; } =
    [
        ("verdict", "Whether it may go out", VerdictSection.Of),
        ("damage", "When data go wrong", DamageSection.Of),
        ("shapes", "When rows have another shape", ShapeSection.Of),
        ("shifts", "When rows come otherwise", ShiftSection.Of),
        ("weaknesses", "Where it is weak", WeaknessSection.Of),
        ("attacks", "How easily it is fooled", AttackSection.Of),
        ("backdoors", "Whether a single value decides", BackdoorSection.Of),
        ("poisoning", "When training rows are poisoned", PoisoningSection.Of),
        ("fairness", "How it treats groups", FairnessSection.Of),
        ("privacy", "What it gives away", PrivacySection.Of),
    ];

    /// <summary>The sections that have something to say.</summary>
    public static IEnumerable<ReportSection> Of(StressReport test) => All
        .Select(section => new ReportSection(Prefix + section.Id, section.Title, [.. section.Blocks(test)]))
        .Where(section => section.Blocks.Count > 0);
}
