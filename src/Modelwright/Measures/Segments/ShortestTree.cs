namespace Modelwright.Measures.Segments;

/// <summary>The tree through all points whose links are shortest in sum.</summary>
/// <remarks>Source: Prim 1957; every pair is looked at once. Of links as long the one to the first row is taken.</remarks>
internal static class ShortestTree
{
    /// <summary>Builds it.</summary>
    /// <param name="points">The points.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>One link fewer than points, in the order they were joined.</returns>
    public static TreeLink[] Of(PointMatrix points, CancellationToken cancellation)
    {
        var links = new TreeLink[Math.Max(0, points.Rows - 1)];
        var outside = Enumerable.Range(1, links.Length).ToArray();
        var distances = new double[points.Rows];
        var from = new int[points.Rows];
        Array.Fill(distances, double.PositiveInfinity);
        var (last, left) = (0, outside.Length);
        for (var link = 0; link < links.Length; link++)
        {
            cancellation.ThrowIfCancellationRequested();
            var best = 0;
            for (var place = 0; place < left; place++)
            {
                var row = outside[place];
                if (points.SquaredDistance(last, row) is var distance && distance < distances[row])
                {
                    (distances[row], from[row]) = (distance, last);
                }

                if (distances[row] < distances[outside[best]] || (distances[row] == distances[outside[best]] && row < outside[best]))
                {
                    best = place;
                }
            }

            last = outside[best];
            links[link] = new(from[last], last, Math.Sqrt(distances[last]));
            outside[best] = outside[--left];
        }

        return links;
    }
}
