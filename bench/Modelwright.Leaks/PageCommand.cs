using System.Globalization;
using System.Text;
using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Leaks;

/// <summary>Writes the results as a page.</summary>
internal static class PageCommand
{
    private static readonly JsonSerializerOptions Written = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads both files of results and writes the page whole.</summary>
    public static int Run(Options options)
    {
        var leaks = Read<LeakResults>(options.Out);
        var labels = Read<List<LabelResult>>(options.Labels);
        File.WriteAllText(options.Docs, Page(leaks, labels));
        Console.WriteLine($"written to {options.Docs}");
        return 0;
    }

    private static T Read<T>(string path) => File.Exists(path)
        ? JsonSerializer.Deserialize<T>(File.ReadAllText(path), Written)!
        : throw new OptionsException($"'{path}' was not found. Make it with the command of its name.");

    private static string Page(LeakResults leaks, List<LabelResult> labels)
    {
        var page = new StringBuilder();
        string[] tuned = [.. leaks.Planted.Where(result => LeaksCommand.Tuned.Contains(result.Set)).Select(result => result.Set).Distinct()];
        string[] judged = [.. leaks.Planted.Select(result => result.Set).Distinct().Except(tuned)];
        var accused = leaks.Clean.Where(result => result.SevereColumns.Count > 0).ToArray();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Findings, measured

            Written by `bench/Modelwright.Leaks` (`page`); not by hand.

            ## Leaks that were planted
            Limits were tuned on {string.Join(", ", tuned)} and judged on {string.Join(", ", judged)}. A leak is found where a finding of its kind names it as a warning at least.

            | kind | found where tuned | found where judged |
            | --- | --- | --- |

            """);
        foreach (var kind in leaks.Planted.Select(result => result.Kind).Distinct())
        {
            page.Append(CultureInfo.InvariantCulture, $"| {kind} | {Share(leaks, kind, tuned)} | {Share(leaks, kind, judged)} |\n");
        }

        var missed = leaks.Planted.Where(result => !result.IsFound).Select(result => $"{result.Kind} in {result.Set}").ToArray();
        page.Append(CultureInfo.InvariantCulture, $"""

            Missed: {(missed.Length == 0 ? "none" : string.Join(", ", missed))}.

            ## Sets as they are
            Columns that the index of the sets forbids were left out. A column was called a severe leak in {accused.Length} of {leaks.Clean.Count} sets{(accused.Length == 0 ? "" : ": " + string.Join("; ", accused.Select(result => $"{result.Set} ({string.Join(", ", result.SevereColumns)})")))}.

            | set | rows | seconds | warnings |
            | --- | --- | --- | --- |

            """);
        foreach (var result in leaks.Clean)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Set} | {result.Rows} | {result.Seconds:0.0} | {string.Join(", ", result.Warnings)} |\n");
        }

        AppendOwn(page, leaks.Own);
        page.Append("""

            ## Labels that were flipped
            One label in twenty was given another class, or the number of another row; doubted by the small model of `inspect --deep`.

            | set | rows | flipped | doubted | of these flipped | of the first 20 |
            | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var result in labels)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Set} | {result.Rows} | {result.Flipped} | {result.Doubted} | {result.DoubtedAndFlipped} | {result.FlippedOfFirstTwenty} |\n");
        }

        return page.ToString();
    }

    private static void AppendOwn(StringBuilder page, IReadOnlyList<OwnResult> own)
    {
        page.Append(CultureInfo.InvariantCulture, $"""

            ## Leaks that the sets came with
            Columns that the index of the sets calls a leak, each left in alone beside the columns that may be used: {own.Count(result => result.Finding is not null)} of {own.Count} are named as a warning at least. Those of compas_two_years were looked at when the limits of the warnings were set.

            | set | column | finding | severity | proof |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var result in own)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Set} | {result.Column} | {result.Finding ?? "missed"} | {result.Severity?.ToLowerInvariant()} | {result.Text?.Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
    }

    private static string Share(LeakResults leaks, string kind, string[] sets)
    {
        var results = leaks.Planted.Where(result => result.Kind == kind && sets.Contains(result.Set)).ToArray();
        return $"{results.Count(result => result.IsFound)} of {results.Length}";
    }
}
