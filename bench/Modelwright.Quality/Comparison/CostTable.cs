using System.Globalization;
using System.Text;

namespace Modelwright.Quality.Comparison;

/// <summary>What training and prediction cost, beside what the strongest peer wrote down of itself.</summary>
internal static class CostTable
{
    /// <summary>Peak memory in 2^20 bytes that a run may have where the peer needs less than twice as much.</summary>
    private const double UsualMegabytes = 450;

    private const double Over = 1.05;

    /// <summary>The bounds in sentences, and a row a set.</summary>
    /// <param name="figures">The sets.</param>
    /// <param name="budget">Our budget, as the command line takes it.</param>
    public static string Of(IReadOnlyList<SetFigures> figures, string budget)
    {
        var text = new StringBuilder(Bounds(figures, budget)).Append("\n\n");
        Tables.Row(text, ["set", "training rows", "columns", "train, s", "peak memory, MB", "allowed, MB", "package, MB", "rows a second", "times theirs", "one row, ms", "times faster"]);
        Tables.Row(text, Enumerable.Repeat("---", 11));
        foreach (var set in figures)
        {
            var result = set.Result;
            Tables.Row(text, [set.Set, Text((double?)result["rows_train"], "F0"), Text((double?)result["columns_in"], "F0"), Text((double?)result["fit_s"], "F1"),
                Text((double?)result["rss_peak_mb"], "F0"), Text(Allowed(set), "F0"), Text((double?)result["disk_mb"], "F2"), Text(Many(set), "F0"), Text(ManyRatio(set), "F1"),
                Text(One(set), "F3"), Text(OneRatio(set), "F0")]);
        }

        return text.ToString();
    }

    /// <summary>Whether budget, memory and speed keep their bounds, in sentences.</summary>
    /// <param name="figures">The sets.</param>
    /// <param name="budget">Our budget, as the command line takes it.</param>
    public static string Bounds(IReadOnlyList<SetFigures> figures, string budget)
    {
        var longest = figures.MaxBy(set => (double)set.Result["fit_s"]!)!;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The longest training took {(double)longest.Result["fit_s"]!:F1} s ({longest.Set})");
        if (Seconds(budget) is { } seconds)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {figures.Count(set => (double)set.Result["fit_s"]! > Over * seconds)} of {figures.Count} took more than 5 % over the budget");
        }

        var compared = figures.Where(set => set.Peer is not null).ToArray();
        var over = compared.Where(set => (double)set.Result["rss_peak_mb"]! > Allowed(set)).Select(set => set.Set).ToArray();
        text.Append(CultureInfo.InvariantCulture, $".\nPeak memory is over the larger of {UsualMegabytes:F0} MB and half of AutoGluon's on {over.Length} of {compared.Length} sets");
        text.Append(over.Length == 0 ? ".\n" : $" ({string.Join(", ", over)}).\n");
        Ratio(text, compared, ManyRatio, "Rows a second against AutoGluon's");
        Ratio(text, compared, OneRatio, "One row against AutoGluon's");
        return text.ToString().TrimEnd();
    }

    private static void Ratio(StringBuilder text, SetFigures[] sets, Func<SetFigures, double?> ratioOf, string what)
    {
        (double Ratio, string Set)[] ratios = [.. sets.Select(set => (Ratio: ratioOf(set), set.Set)).Where(pair => pair.Ratio is not null).Select(pair => (pair.Ratio!.Value, pair.Set)).Order()];
        if (ratios.Length > 0)
        {
            var median = (ratios[(ratios.Length - 1) / 2].Ratio + ratios[ratios.Length / 2].Ratio) / 2;
            text.Append(CultureInfo.InvariantCulture, $"{what}: median {median:F1} times, least {ratios[0].Ratio:F1} times ({ratios[0].Set}), over {ratios.Length} sets.\n");
        }
    }

    private static double? Allowed(SetFigures set) => (double?)set.Peer?["rss_peak_mb"] is { } theirs ? Math.Max(UsualMegabytes, theirs / 2) : null;

    private static double? Many(SetFigures set) => (double?)set.Result["many_rows"]?["rows_per_second"];

    private static double? One(SetFigures set) => (double?)set.Result["single_row"]?["median_ms"];

    private static double? ManyRatio(SetFigures set) => Many(set) * (double?)set.Peer?["predict_s"] / (double?)set.Peer?["rows_test"];

    private static double? OneRatio(SetFigures set) => (double?)set.Peer?["single_row"]?["median_ms"] / One(set);

    private static double? Seconds(string budget) =>
        budget.EndsWith('s') && double.TryParse(budget.AsSpan(0, budget.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
