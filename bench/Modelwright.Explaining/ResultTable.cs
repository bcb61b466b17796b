using System.Text;
using System.Text.Json;

namespace Modelwright.Explaining;

/// <summary>Results as lines and as a page.</summary>
internal static class ResultTable
{
    /// <summary>How the document is written.</summary>
    public static JsonSerializerOptions Json { get; } = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>One result.</summary>
    public static string Line(Result result) => FormattableString.Invariant(
        $"| {result.Set} | {result.Kind} | {result.Columns} | {result.Trees:#,0} | {result.LargestDifference:0.0e+0} | {result.LargestGap:0.0e+0} | {result.OurSeconds:0.000} s | {result.NativeSeconds:0.000} s | {result.NativeSeconds / result.OurSeconds:0.0} |");

    /// <summary>All of them.</summary>
    public static string Page(IReadOnlyList<Result> results, Options options)
    {
        var page = new StringBuilder();
        page.Append("# Contributions: ours and LightGBM's own\n");
        page.Append(FormattableString.Invariant($"Written by `bench/Modelwright.Explaining`: {options.Rounds} rounds of LightGBM at its usual setting, {options.Rows:#,0} rows explained by both in one run, {options.Threads} thread(s), the median of {options.Repeats}.\n"));
        page.Append("Difference and gap to the score are the largest of all, beside max(1, |value|).\n\n");
        page.Append("| set | kind | columns | trees | difference | gap | ours | LightGBM | times faster |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var result in results)
        {
            page.Append(Line(result)).Append('\n');
        }

        return page.ToString();
    }
}
