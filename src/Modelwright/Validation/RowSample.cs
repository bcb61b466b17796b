namespace Modelwright.Validation;

/// <summary>Draws some of many rows by a seed.</summary>
internal static class RowSample
{
    /// <summary>Selection sampling: each row is taken with the chance that fills the sample. Source: Knuth, volume 2, algorithm 3.4.2 S.</summary>
    /// <param name="count">Rows to draw from.</param>
    /// <param name="wanted">Rows to draw, at most <paramref name="count"/>.</param>
    /// <param name="seed">Chance.</param>
    /// <returns>Row numbers, ascending.</returns>
    public static int[] Draw(int count, int wanted, int seed)
    {
        var random = new Random(seed);
        var taken = new int[wanted];
        var filled = 0;
        for (var row = 0; filled < wanted; row++)
        {
            if (random.NextDouble() * (count - row) < wanted - filled)
            {
                taken[filled++] = row;
            }
        }

        return taken;
    }
}
