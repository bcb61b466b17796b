using System.Diagnostics;
using System.Text.Json;
using Modelwright.Findings;
using Modelwright.Leaks.Planting;
using Modelwright.Profile;

namespace Modelwright.Leaks;

/// <summary>Plants leaks, looks for them, and looks at the sets as they are.</summary>
internal static class LeaksCommand
{
    /// <summary>Sets on which the limits of the findings were tuned.</summary>
    internal static readonly string[] Tuned = ["adult", "california_housing", "credit_g", "segment", "telco_churn", "wine_quality"];

    private static readonly string[] Judged = ["amazon_employee_access", "bank_marketing", "bike_sharing_hour", "diabetes130us", "medical_insurance", "titanic"];
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Runs both and writes the results.</summary>
    public static async Task<int> RunAsync(Options options)
    {
        var clean = new List<CleanResult>();
        var own = new List<OwnResult>();
        foreach (var set in options.Sets is ["none"] ? [] : IndexedSet.Read(options.Data, options.Sets))
        {
            clean.Add(await CleanAsync(set).ConfigureAwait(false));
            foreach (var column in set.Leaks)
            {
                own.Add(await OwnAsync(set, column).ConfigureAwait(false));
            }
        }

        var planted = new List<PlantedResult>();
        foreach (var set in options.Planted is ["none"] ? [] : IndexedSet.Read(options.Data, options.Planted.Length > 0 ? options.Planted : [.. Tuned, .. Judged]))
        {
            planted.AddRange(await PlantAsync(set, options.Seed).ConfigureAwait(false));
        }

        var results = new LeakResults(clean, planted, own);
        await File.WriteAllTextAsync(options.Out, JsonSerializer.Serialize(results, Written)).ConfigureAwait(false);
        Console.WriteLine($"found {planted.Count(result => result.IsFound)} of {planted.Count} planted and {own.Count(result => result.Finding is not null)} of {own.Count} own; {clean.Count(result => result.SevereColumns.Count > 0)} of {clean.Count} sets falsely accused; written to {options.Out}");
        return 0;
    }

    private static async Task<CleanResult> CleanAsync(IndexedSet set)
    {
        var (table, report) = await set.ReadAsync(set.Dropped).ConfigureAwait(false);
        var profile = set.Profile(table, report);
        var clock = Stopwatch.StartNew();
        var findings = LeakSearch.Inspect(table, profile);
        var result = new CleanResult(set.Name, table.RowCount, Math.Round(clock.Elapsed.TotalSeconds, 2), Severe(findings), [.. findings.Where(finding => finding.Severity == FindingSeverity.Warning).Select(Said)]);
        Console.WriteLine($"{set.Name}: {result.Seconds} s");
        foreach (var finding in findings)
        {
            Console.WriteLine($"  {finding.Severity} {finding.Kind}: {finding.Text}");
        }

        return result;
    }

    // One at a time, as beside other leaks a column might be found by what they tell.
    private static async Task<OwnResult> OwnAsync(IndexedSet set, string column)
    {
        var (table, report) = await set.ReadAsync([.. set.Dropped.Where(dropped => dropped != column)]).ConfigureAwait(false);
        var told = LeakSearch.Inspect(table, set.Profile(table, report)).Where(finding => finding.Column == column && finding.Severity > FindingSeverity.Note).MaxBy(finding => finding.Severity);
        Console.WriteLine($"{set.Name} {column}: {(told is null ? "MISSED" : $"{told.Severity} {told.Text}")}");
        return new(set.Name, column, told?.Kind, told?.Severity.ToString(), told?.Text);
    }

    private static async Task<IReadOnlyList<PlantedResult>> PlantAsync(IndexedSet set, int seed)
    {
        var (table, report) = await set.ReadAsync(set.Dropped).ConfigureAwait(false);
        int[] known = [.. Enumerable.Range(0, table.RowCount).Where(row => !table[set.Target].IsMissing(row))];
        var from = new TargetTable(table.Take(known), set.Target, set.Task.AnswersNumbers);
        var results = new List<PlantedResult>();
        foreach (var leak in PlantedLeaks.All)
        {
            var planted = leak.Plant(from, new(seed));
            var findings = LeakSearch.Inspect(planted, set.Profile(planted, report));
            var told = findings.FirstOrDefault(finding => leak.Found.Contains(finding.Kind) && (leak.Column is null || finding.Column == leak.Column || (finding.Column is null && leak.Found.Contains("row_order"))));
            results.Add(new(set.Name, leak.Kind, told is not null && told.Severity > FindingSeverity.Note, told?.Kind, told?.Severity.ToString()));
            Console.WriteLine($"{set.Name} {leak.Kind}: {(told is null ? "MISSED " + string.Join(" | ", findings.Where(finding => finding.Column == leak.Column).Select(finding => finding.Kind)) : $"{told.Severity} {told.Text}")}");
        }

        return results;
    }

    private static string[] Severe(IReadOnlyList<Finding> findings) =>
        [.. findings.Where(finding => finding.Severity == FindingSeverity.Severe && finding.Column is not null).Select(Said)];

    private static string Said(Finding finding) => $"{finding.Kind} {finding.Column}".TrimEnd();
}
