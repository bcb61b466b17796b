using System.Runtime.InteropServices;

namespace Modelwright.Learners.Clustering.Points;

/// <summary>Finds rows that stand in one place.</summary>
internal static class DistinctPlaces
{
    /// <summary>The point of each row, and the first row of each point; points are numbered in the order of their first rows.</summary>
    public static (int[] PointOf, int[] Firsts) Of(double[] places, int axes, int rows)
    {
        var points = new Dictionary<int, int>(new SamePlace(places, axes));
        var pointOf = new int[rows];
        List<int> firsts = [];
        for (var row = 0; row < rows; row++)
        {
            if (!points.TryGetValue(row, out var point))
            {
                point = firsts.Count;
                points.Add(row, point);
                firsts.Add(row);
            }

            pointOf[row] = point;
        }

        return (pointOf, [.. firsts]);
    }

    /// <summary>Some of the places.</summary>
    public static double[] Kept(double[] places, int axes, ReadOnlySpan<int> kept)
    {
        var some = new double[kept.Length * axes];
        for (var place = 0; place < kept.Length; place++)
        {
            places.AsSpan(kept[place] * axes, axes).CopyTo(some.AsSpan(place * axes));
        }

        return some;
    }

    /// <summary>Rows are keys of one dictionary where their places have the same bits.</summary>
    private sealed class SamePlace(double[] places, int axes) : IEqualityComparer<int>
    {
        public bool Equals(int one, int other) => Bytes(one).SequenceEqual(Bytes(other));

        public int GetHashCode(int row)
        {
            var hash = default(HashCode);
            hash.AddBytes(Bytes(row));
            return hash.ToHashCode();
        }

        private ReadOnlySpan<byte> Bytes(int row) => MemoryMarshal.AsBytes(places.AsSpan(row * axes, axes));
    }
}
