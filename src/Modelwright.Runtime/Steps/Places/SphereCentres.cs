using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Steps.Places;

/// <summary>Finds centres of places: k-means with starts apart from each other (Arthur and Vassilvitskii 2007), on the sphere, by weight.</summary>
internal static class SphereCentres
{
    private const int MostPoints = 10_000;
    private const int MostRounds = 25;

    /// <summary>The length of a degree of longitude at the mean latitude, and the centres, three numbers each.</summary>
    internal static (double Stretch, double[] Centres) Fit(PlaceReader reader, double[]? weights, int count, int seed)
    {
        var (points, counts) = (new List<double>(), new List<double>());
        var (latitudes, total) = (0.0, 0.0);
        Span<double> point = stackalloc double[3];
        var stride = Math.Max(1, (reader.RowCount + MostPoints - 1) / MostPoints);
        for (var row = 0; row < reader.RowCount; row += stride)
        {
            var weight = weights is null ? 1 : weights[row];
            if (weight > 0 && reader.TryRead(row, out var latitude, out var longitude))
            {
                PlaceFigures.Point(latitude, longitude, point);
                points.AddRange(point);
                counts.Add(weight);
                latitudes += weight * latitude;
                total += weight;
            }
        }

        var middle = total > 0 && double.IsFinite(latitudes) ? latitudes / total : 0;
        var stretch = Math.Clamp(PortableMath.CosineOfTurns(middle / 360), 0, 1);
        return (stretch, Cluster([.. points], [.. counts], count, seed));
    }

    private static double[] Cluster(double[] points, double[] weights, int count, int seed)
    {
        var centres = Start(points, weights, count, new SplitMix((ulong)(uint)seed ^ 0x504C41434553UL));
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = Move(points, weights, centres);
            if (moved.AsSpan().SequenceEqual(centres))
            {
                break;
            }

            centres = moved;
        }

        return centres;
    }

    /// <summary>Points drawn with a chance that grows with the square of the distance to those drawn before; equal places are drawn once.</summary>
    private static double[] Start(double[] points, double[] weights, int count, SplitMix chance)
    {
        var centres = new List<double>();
        double[] apart = [.. weights];
        while (centres.Count < 3 * count)
        {
            var sum = SoundArrays.Sum(apart);
            if (!(sum > 0) || double.IsInfinity(sum))
            {
                break;
            }

            var left = chance.NextShare() * sum;
            var drawn = Array.FindLastIndex(apart, share => share > 0);
            for (var place = 0; place < drawn; place++)
            {
                left -= apart[place];
                if (left < 0 && apart[place] > 0)
                {
                    drawn = place;
                }
            }

            var isFirst = centres.Count == 0;
            var centre = points.AsSpan(3 * drawn, 3);
            centres.AddRange(centre);
            for (var place = 0; place < apart.Length; place++)
            {
                var squared = weights[place] * PlaceFigures.ChordSquared(points.AsSpan(3 * place, 3), centre);
                apart[place] = isFirst ? squared : Math.Min(apart[place], squared);
            }
        }

        return [.. centres];
    }

    /// <summary>Every centre moved to the middle of the points nearest to it; one without points, or whose points cancel out, stays.</summary>
    private static double[] Move(double[] points, double[] weights, double[] centres)
    {
        var sums = new double[centres.Length];
        for (var point = 0; point < points.Length && centres.Length > 0; point += 3)
        {
            var own = points.AsSpan(point, 3);
            var nearest = 0;
            for (var centre = 3; centre < centres.Length; centre += 3)
            {
                if (PlaceFigures.ChordSquared(own, centres.AsSpan(centre, 3)) < PlaceFigures.ChordSquared(own, centres.AsSpan(nearest, 3)))
                {
                    nearest = centre;
                }
            }

            for (var axis = 0; axis < 3; axis++)
            {
                sums[nearest + axis] += weights[point / 3] * own[axis];
            }
        }

        return ToSphere(sums, centres);
    }

    private static double[] ToSphere(double[] sums, double[] before)
    {
        for (var centre = 0; centre < sums.Length; centre += 3)
        {
            var own = sums.AsSpan(centre, 3);
            var length = Math.Sqrt((own[0] * own[0]) + (own[1] * own[1]) + (own[2] * own[2]));
            for (var axis = 0; axis < 3; axis++)
            {
                own[axis] = length > 0 && double.IsFinite(length) ? own[axis] / length : before[centre + axis];
            }
        }

        return sums;
    }
}
