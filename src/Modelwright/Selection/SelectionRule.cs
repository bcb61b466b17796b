using System.Globalization;

namespace Modelwright.Selection;

/// <summary>Which of the judged columns are kept, and why.</summary>
/// <param name="Of">Decides about one.</param>
internal sealed record SelectionRule(Func<JudgedColumn, (bool IsKept, string Reason)> Of)
{
    /// <summary>Keeps what tells more than noise; always at least one.</summary>
    public static SelectionRule Selected(IReadOnlyList<JudgedColumn> judged)
    {
        var isAny = judged.Any(IsKept);
        var best = judged.OrderByDescending(column => column.Noise.Hits).ThenByDescending(column => column.Importance).FirstOrDefault();
        return new(column => IsKept(column) || (!isAny && column == best) ? (true, Kept(column)) : (false, Left(column)));
    }

    /// <summary>Keeps a set.</summary>
    /// <param name="judged">All that were judged.</param>
    /// <param name="set">Places of those to keep.</param>
    public static SelectionRule Fewest(IReadOnlyList<JudgedColumn> judged, int[] set)
    {
        var kept = set.Select(place => judged[place].Name).ToHashSet(StringComparer.Ordinal);
        var count = kept.Count == 1 ? "1 column is" : $"{kept.Count} columns are";
        return new(column => kept.Contains(column.Name)
            ? (true, $"In the smallest set within one standard error of the best; {Compared(column)}.")
            : (false, $"{count} as good without it, within one standard error; {Compared(column)}."));
    }

    private static bool IsKept(JudgedColumn column) => column.IsConfirmed || column.IsTentative;

    private static string Kept(JudgedColumn column) => column switch
    {
        { IsConfirmed: true } => $"It tells more than noise: {Compared(column)}.",
        { IsTentative: true, Lower: > 0 } => $"It may tell more than noise: shuffling it on held-out rows costs, but it is {Compared(column)} alone.",
        { IsTentative: true } => $"It may tell more than noise: only {Share(column)} of the shuffled copies gain as much, but it is {Compared(column)} alone.",
        _ => $"No column tells more than noise; this one comes nearest: {Compared(column)}.",
    };

    private static string Left(JudgedColumn column) => $"It tells no more than noise: {Compared(column)}, and what shuffling it on held-out rows costs is not sure to be above 0.";

    private static string Share(JudgedColumn column) => string.Create(CultureInfo.InvariantCulture, $"{100 * column.Noise.ChanceAlone:0.#} %");

    private static string Compared(JudgedColumn column) => $"above every shuffled copy in {column.Noise.Hits} of {NoiseComparison.Rounds} rounds";
}
