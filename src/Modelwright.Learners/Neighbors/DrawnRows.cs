namespace Modelwright.Learners.Neighbors;

/// <summary>Draws the rows that are held.</summary>
internal static class DrawnRows
{
    private const int Stream = 0x5EED;

    /// <summary>Rows in their order, all of them or as many as may be held.</summary>
    public static int[] Of(int count, int most, int seed)
    {
        int[] rows = [.. Enumerable.Range(0, count)];
        if (count <= most)
        {
            return rows;
        }

        var random = new SeededRandom(seed, Stream);
        for (var place = 0; place < most; place++)
        {
            var other = place + random.Below(count - place);
            (rows[place], rows[other]) = (rows[other], rows[place]);
        }

        var drawn = rows[..most];
        Array.Sort(drawn);
        return drawn;
    }
}
