using System.Runtime.InteropServices;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Neighbors;

/// <summary>The places of rows, each once: rows in one place are one point that stands for all of them, so that a row twice is the same as a row of weight two.</summary>
internal sealed class PointSet
{
    private readonly int _axes;

    /// <summary>Places the rows that are held.</summary>
    public PointSet(TrainingSet data, NeighborSpace space, int[] rows)
    {
        Rows = rows;
        Space = space;
        _axes = space.Inputs.Count;
        var places = space.Place(rows.Length == data.Features.RowCount ? data.Features : data.Features.Take(rows));
        PointOf = new int[rows.Length];
        var firsts = Join(places);
        Count = firsts.Count;
        Values = Count == rows.Length ? places : Kept(places, firsts);
        Masses = MassesOf(data, rows);
    }

    /// <summary>Where rows and points stand.</summary>
    public NeighborSpace Space { get; }

    /// <summary>The rows that are held.</summary>
    public int[] Rows { get; }

    /// <summary>For each of them its point; points are numbered in the order of their first rows.</summary>
    public int[] PointOf { get; }

    /// <summary>For each of them how much it counts; 1 on the mean of all training rows.</summary>
    public double[] Masses { get; }

    /// <summary>Number of points.</summary>
    public int Count { get; }

    /// <summary>Points x axes.</summary>
    public float[] Values { get; }

    private List<int> Join(float[] places)
    {
        var points = new Dictionary<int, int>(new SamePlace(places, _axes));
        List<int> firsts = [];
        for (var row = 0; row < PointOf.Length; row++)
        {
            if (!points.TryGetValue(row, out var point))
            {
                point = firsts.Count;
                points.Add(row, point);
                firsts.Add(row);
            }

            PointOf[row] = point;
        }

        return firsts;
    }

    private float[] Kept(float[] places, List<int> firsts)
    {
        var kept = new float[firsts.Count * _axes];
        for (var point = 0; point < firsts.Count; point++)
        {
            places.AsSpan(firsts[point] * _axes, _axes).CopyTo(kept.AsSpan(point * _axes));
        }

        return kept;
    }

    private static double[] MassesOf(TrainingSet data, int[] rows)
    {
        const double Least = 1e-9;
        if (data.Weights is not { } weights)
        {
            return [.. rows.Select(_ => 1.0)];
        }

        // Divided by the largest first, so that no sum leaves the range of numbers.
        var largest = weights.Max();
        var mean = weights.Average(weight => weight / largest);
        return [.. rows.Select(row => Math.Max(Least, weights[row] / largest / mean))];
    }

    /// <summary>Rows are keys of one dictionary where their places have the same bits.</summary>
    private sealed class SamePlace(float[] places, int axes) : IEqualityComparer<int>
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
