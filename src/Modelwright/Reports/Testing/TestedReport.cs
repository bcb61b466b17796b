using System.Text.Json;
using Modelwright.Recording;
using Modelwright.Reports.Content;
using Modelwright.Reports.Pages;
using Modelwright.Runtime.Packaging;
using Modelwright.Stress;

namespace Modelwright.Reports.Testing;

/// <summary>What a test found, as a report of its own and as a chapter of the report that training left beside the package.</summary>
public static class TestedReport
{
    private const long MostBytes = 1 << 28;
    private static readonly string[] Names = ["report.json", "evidence.json", "card.md"];

    /// <summary>The report of a test alone.</summary>
    /// <param name="test">The test.</param>
    /// <param name="package">What was tested, as a person named it.</param>
    /// <returns>Its title, the verdict, and a section for each thing that was tried.</returns>
    public static ReportDocument Of(StressReport test, string package)
    {
        ArgumentNullException.ThrowIfNull(test);
        return new($"{package} under strain", Lead(test), [.. TestSections.Of(test)]);
    }

    /// <summary>A report with the chapter of a test behind what it has; the chapter of an older test is replaced.</summary>
    /// <param name="report">The report of training.</param>
    /// <param name="test">The test.</param>
    /// <returns>The report with the chapter.</returns>
    public static ReportDocument With(ReportDocument report, StressReport test)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report with { Sections = [.. report.Sections.Where(section => !section.Id.StartsWith(TestSections.Prefix, StringComparison.Ordinal)), .. TestSections.Of(test)] };
    }

    /// <summary>Puts the chapter into report.html, report.json and card.md beside a package, where they are of this package.</summary>
    /// <param name="folder">The folder that training left.</param>
    /// <param name="package">The package.</param>
    /// <param name="test">The test.</param>
    /// <returns>Whether there were such files.</returns>
    public static bool Update(string folder, Package package, StressReport test)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(package);
        string[] paths = [.. Names.Select(name => Path.Combine(folder, name))];
        if (!Array.TrueForAll(paths, path => File.Exists(path) && new FileInfo(path).Length <= MostBytes) || File.ReadAllText(paths[1]) != package.EvidenceJson || Read(paths[0]) is not { } report)
        {
            return false;
        }

        var tested = With(report, test);
        RunFolder.Write(folder, "report.html", ReportPage.Write(tested));
        RunFolder.Write(folder, "card.md", ModelCard.Rewrite(File.ReadAllText(paths[2]), tested));
        RunFolder.Write(folder, "report.json", Documents.Write(tested));
        return true;
    }

    // A report of another release, or one that somebody changed, is left as it is.
    private static ReportDocument? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportDocument>(File.ReadAllText(path), Documents.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Lead(StressReport test) => test.Passed
        ? $"The model passes its gate: all {Numbers.Count(test.Gate.Count)} bounds are kept."
        : $"The model does not pass its gate: {Numbers.Count(test.Gate.Count(result => !result.Passed))} of {Numbers.Count(test.Gate.Count)} bounds are not kept.";
}
