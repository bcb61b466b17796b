namespace Modelwright.Tasks.Clustering;

/// <summary>Which numbers of segments are tried: the first dozen, then ever larger steps, then all near the best.</summary>
internal static class ClusterNumbers
{
    private const int FirstRound = 12;
    private const int SecondRound = 40;
    private const int MostAtOnce = 6;

    /// <summary>How far a dear method looks on both sides of its best.</summary>
    private const int Reach = 2;

    /// <summary>The largest number that is tried: twice the root of the rows, at most 500 and half of the rows.</summary>
    public static int Most(int rows) => Math.Max(1, Math.Min(Math.Min(500, rows / 2), (int)(2 * Math.Sqrt(rows))));

    /// <summary>The rounds: a round is tried with all methods before the next is begun.</summary>
    /// <param name="rows">Rows looked at.</param>
    public static IReadOnlyList<int[]> Rounds(int rows)
    {
        var most = Most(rows);
        var numbers = new List<int>();
        for (var number = 2; number <= most; number = number < FirstRound ? number + 1 : Math.Max(number + 1, (int)(number * 1.13)))
        {
            numbers.Add(number);
        }

        int[][] rounds =
        [
            [.. numbers.Where(number => number <= FirstRound)],
            [.. numbers.Where(number => number is > FirstRound and <= SecondRound)],
            [.. numbers.Where(number => number > SecondRound)],
        ];
        return [.. rounds.Where(round => round.Length > 0)];
    }

    /// <summary>Numbers between those tried on both sides of the best, evenly spread; none where all were tried.</summary>
    /// <param name="tried">Numbers tried.</param>
    /// <param name="best">The best of them.</param>
    public static int[] Between(IReadOnlyCollection<int> tried, int best)
    {
        var lower = tried.Where(number => number < best).DefaultIfEmpty(best).Max();
        var upper = tried.Where(number => number > best).DefaultIfEmpty(best).Min();
        int[] open = [.. Enumerable.Range(lower, upper - lower + 1).Where(number => !tried.Contains(number))];
        return open.Length <= MostAtOnce ? open : [.. Enumerable.Range(0, MostAtOnce).Select(place => open[((2 * place) + 1) * open.Length / (2 * MostAtOnce)])];
    }

    /// <summary>Numbers next to the best that were not tried, the nearest first.</summary>
    /// <param name="tried">Numbers tried.</param>
    /// <param name="best">The best of them.</param>
    /// <param name="most">The largest number that may be.</param>
    public static int[] Beside(IReadOnlyCollection<int> tried, int best, int most) =>
        [.. Enumerable.Range(1, Reach).SelectMany(step => (int[])[best + step, best - step]).Where(number => number >= 2 && number <= most && !tried.Contains(number))];
}
