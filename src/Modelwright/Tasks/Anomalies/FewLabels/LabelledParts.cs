namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>Labelled rows in parts that are left out in turn, each with strange and usual ones in their proportion; several times over.</summary>
internal static class LabelledParts
{
    private const int MostParts = 5;
    private const int Repeats = 3;

    /// <summary>For each time, the part of every row, strange ones first.</summary>
    /// <param name="strange">Number of strange rows.</param>
    /// <param name="usual">Number of usual rows.</param>
    /// <param name="seed">The chance.</param>
    public static IEnumerable<int[]> Of(int strange, int usual, int seed)
    {
        var parts = Math.Min(MostParts, Math.Min(strange, usual));
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var random = new Random((seed * Repeats) + repeat);
            var (first, second) = (Dealt(strange, parts, random), Dealt(usual, parts, random));
            yield return [.. first, .. second];
        }
    }

    /// <summary>The share of pairs in which the strange row scores above the usual one, ties counting half.</summary>
    public static double RocAuc(IReadOnlyList<double> strange, IReadOnlyList<double> usual) =>
        strange.Average(one => usual.Average(other => one > other ? 1.0 : one == other ? 0.5 : 0));

    private static int[] Dealt(int rows, int parts, Random random)
    {
        int[] dealt = [.. Enumerable.Range(0, rows).Select(row => row % parts)];
        random.Shuffle(dealt);
        return dealt;
    }
}
