using System.Globalization;
using Modelwright.Recording;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>
/// Trials as a table, best first: the members of the ensemble, the best of each learner, and more of the best. A setting shows
/// what differs from the learner's first trial, the rarest difference first, as far as the screen is wide.
/// </summary>
internal static class LeaderboardTable
{
    private const int Most = 8;
    private const int FewestLetters = 16;
    private const string First = "first setting";
    private const string Evidence = "needs --store-rows";

    /// <summary>Makes the table.</summary>
    /// <param name="entries">All trials, best first.</param>
    /// <param name="score">What the scores are: the title of their column.</param>
    /// <param name="isFinal">Whether weights in the ensemble are known.</param>
    /// <param name="width">Letters of the screen.</param>
    public static Table Of(IReadOnlyList<LeaderboardEntry> entries, string score, bool isFinal, int width)
    {
        var shown = Shown(entries);
        var places = Numbers.Places(shown[0].Score);
        string[] titles = ["learner", $">{score}", ">time", .. isFinal ? [">weight"] : Array.Empty<string>()];
        string[][] rows = [.. shown.Select(entry => (string[])
        [
            entry.Title,
            Numbers.Fixed(entry.Score, places),
            Numbers.Seconds(entry.Seconds),
            .. isFinal ? [entry.Weight > 0 ? Numbers.Percent(entry.Weight) : ""] : Array.Empty<string>(),
        ])];
        var most = Math.Max(FewestLetters, width - Screen.WidthOf(titles, rows));
        var table = Screen.Table([.. titles, "setting"]);
        foreach (var (entry, row) in shown.Zip(rows))
        {
            Screen.AddRow(table, [.. row, Screen.Shorten(Setting(entry, entries, shown), most)]);
        }

        return table;
    }

    /// <summary>How many trials the table leaves out.</summary>
    public static int LeftOut(IReadOnlyList<LeaderboardEntry> entries) => entries.Count - Shown(entries).Length;

    private static LeaderboardEntry[] Shown(IReadOnlyList<LeaderboardEntry> entries)
    {
        var learners = new HashSet<string>(StringComparer.Ordinal);
        var chosen = entries.Where(entry => learners.Add(entry.Learner) | entry.Weight > 0).ToHashSet();
        foreach (var entry in entries.TakeWhile(_ => chosen.Count < Most))
        {
            chosen.Add(entry);
        }

        return [.. entries.Where(chosen.Contains)];
    }

    private static string Setting(LeaderboardEntry entry, IReadOnlyList<LeaderboardEntry> all, LeaderboardEntry[] shown)
    {
        var own = Differences(entry, all, shown);
        return !entry.NeedsStoreRows ? own : own.Length == 0 ? Evidence : $"{Evidence}, {own}";
    }

    private static string Differences(LeaderboardEntry entry, IReadOnlyList<LeaderboardEntry> all, LeaderboardEntry[] shown)
    {
        var tried = all.Where(other => other.Learner == entry.Learner).OrderBy(other => other.Trial).ToArray();
        var first = Pairs(tried[0].Parameters);
        var own = Pairs(entry.Parameters);
        var neighbours = shown.Where(other => other.Learner == entry.Learner).Select(other => Pairs(other.Parameters)).ToArray();
        string[] differences =
        [
            .. own.Keys.Union(first.Keys)
                .Where(name => own.GetValueOrDefault(name) != first.GetValueOrDefault(name))
                .OrderBy(name => neighbours.Count(other => other.GetValueOrDefault(name) == own.GetValueOrDefault(name)))
                .ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => $"{name}={own.GetValueOrDefault(name, "default")}"),
        ];
        var isRepeat = Array.Exists(tried, other => other.Trial < entry.Trial && other.Parameters == entry.Parameters);
        return (differences.Length > 0 ? string.Join(", ", differences) : tried.Length > 1 ? First : "") + (isRepeat ? ", other folds" : "");
    }

    /// <summary>"penalty=0.00123456789, trees=300" by name, with the digits that a person can use; plan.json keeps all.</summary>
    private static Dictionary<string, string> Pairs(string parameters) => parameters
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => Rounded(pair[^1]), StringComparer.Ordinal);

    private static string Rounded(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString(Math.Abs(number) is >= 1000 and < 1e15 ? "0" : "G3", CultureInfo.InvariantCulture)
        : value;
}
