namespace Modelwright.Learners.Clustering.Points;

/// <summary>Draws some of many.</summary>
internal static class DrawnPlaces
{
    /// <summary>Numbers from 0 to below a count in their order, all of them or as many as may be.</summary>
    public static int[] Of(int count, int most, int seed, int stream)
    {
        int[] all = [.. Enumerable.Range(0, count)];
        if (count <= most)
        {
            return all;
        }

        var random = new SeededRandom(seed, stream);
        for (var place = 0; place < most; place++)
        {
            var other = place + random.Below(count - place);
            (all[place], all[other]) = (all[other], all[place]);
        }

        var drawn = all[..most];
        Array.Sort(drawn);
        return drawn;
    }
}
