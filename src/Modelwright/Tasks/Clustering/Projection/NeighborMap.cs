using Modelwright.Measures.Segments;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Tasks.Clustering.Projection;

/// <summary>A map that keeps near rows near and pushes others away, begun at the plane; on one thread, so the seed decides it.</summary>
/// <remarks>
/// Source: McInnes, Healy and Melville 2018, "UMAP", with 10 neighbours, the curve 1 / (1 + d²) and no approximate search: the union of
/// fuzzy neighbourhoods, then turns of pulling linked places together and pushing five drawn ones away.
/// </remarks>
internal static class NeighborMap
{
    private const int Turns = 200;
    private const int Pushes = 5;
    private const double MostMove = 4;

    /// <summary>Two numbers a row.</summary>
    public static double[] Of(PointMatrix points, double[] plane, int seed, CancellationToken cancellation)
    {
        var links = Links(NearGraph.Of(points, 1, cancellation));
        var size = Math.Max(1e-9, plane.Max(Math.Abs));
        var places = Array.ConvertAll(plane, value => 10 * value / size);
        var random = new Random(seed);
        for (var turn = 0; turn < Turns; turn++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rate = 1 - ((double)turn / Turns);
            foreach (var (one, other, weight) in links)
            {
                // A link takes its turn as often as it is strong.
                if (random.NextDouble() < weight)
                {
                    Move(places, one, other, rate, isPull: true);
                    for (var push = 0; push < Pushes; push++)
                    {
                        Move(places, one, random.Next(points.Rows), rate, isPull: false);
                    }
                }
            }
        }

        return places;
    }

    private static void Move(double[] places, int one, int other, double rate, bool isPull)
    {
        if (one == other)
        {
            return;
        }

        var (x, y) = (places[2 * one] - places[2 * other], places[(2 * one) + 1] - places[(2 * other) + 1]);
        var square = (x * x) + (y * y);
        var force = isPull ? -2 / (1 + square) : 2 / ((0.001 + square) * (1 + square));
        var (moveX, moveY) = (rate * Math.Clamp(force * x, -MostMove, MostMove), rate * Math.Clamp(force * y, -MostMove, MostMove));
        places[2 * one] += moveX;
        places[(2 * one) + 1] += moveY;
        if (isPull)
        {
            places[2 * other] -= moveX;
            places[(2 * other) + 1] -= moveY;
        }
    }

    /// <summary>The union of both rows' views: a + b - ab.</summary>
    private static List<(int One, int Other, double Weight)> Links(NearGraph graph)
    {
        var views = new SortedDictionary<(int, int), double>();
        for (var row = 0; row < graph.Points.Rows; row++)
        {
            var distances = graph.Distances.AsSpan(row * graph.Each, graph.Each).ToArray();
            var width = WidthOf(distances);
            for (var place = 0; place < graph.Each; place++)
            {
                var other = graph.Neighbors[(row * graph.Each) + place];
                var key = (Math.Min(row, other), Math.Max(row, other));
                var (seen, weight) = (views.GetValueOrDefault(key), Weight(distances, place, width));
                views[key] = seen + weight - (seen * weight);
            }
        }

        return [.. views.Select(view => (view.Key.Item1, view.Key.Item2, view.Value))];
    }

    private static double Weight(double[] distances, int place, double width) => PortableMath.Exp(-(distances[place] - distances[0]) / width);

    /// <summary>The width at which the weights of the neighbours add up to the binary logarithm of their number.</summary>
    private static double WidthOf(double[] distances)
    {
        var target = PortableMath.Log(distances.Length) / PortableMath.Log(2);
        var (lower, upper) = (1e-9, Math.Max(1e-6, 1_000 * (distances[^1] - distances[0])));
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = Math.Sqrt(lower * upper);
            var sum = Enumerable.Range(0, distances.Length).Sum(place => Weight(distances, place, middle));
            (lower, upper) = sum > target ? (lower, middle) : (middle, upper);
        }

        return upper;
    }
}
