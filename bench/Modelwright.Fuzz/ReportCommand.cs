using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Modelwright.Fuzz;

/// <summary>Writes the figures of runs into a page, between two marks.</summary>
internal static class ReportCommand
{
    private const string Start = "<!-- figures: start -->\n";
    private const string End = "<!-- figures: end -->\n";
    private const double Mega = 1_000_000;

    /// <summary>Writes the table.</summary>
    internal static int Run(Options options)
    {
        var table = new StringBuilder("| door | seed | cases | count | answers | refusals | defects | kinds of outcome | slowest case | peak memory of the process |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var path in options.From)
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var run in document.RootElement.EnumerateArray())
            {
                table.Append(Row(run));
            }
        }

        var page = File.ReadAllText(options.Docs);
        var start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        File.WriteAllText(options.Docs, string.Concat(page.AsSpan(0, start), table.ToString(), page.AsSpan(page.IndexOf(End, StringComparison.Ordinal))));
        return 0;
    }

    private static string Row(JsonElement run)
    {
        long Count(string name) => run.GetProperty(name).GetInt64();
        return string.Create(CultureInfo.InvariantCulture, $"| `{run.GetProperty("target").GetString()}` | {Count("seed")} | {Count("first")} … {Count("first") + Count("cases") - 1} | {Count("cases"):N0} | {Count("answers"):N0} | {Count("refusals"):N0} | {Count("failures"):N0} | {run.GetProperty("shapes").EnumerateObject().Count()} | {run.GetProperty("slowest_milliseconds").GetDouble():0} ms | {Count("peak_working_set_bytes") / Mega:0} MB |\n");
    }
}
