using System.Buffers;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>Finds the points nearest to rows: all of them are looked at, or those that a forest points to. Immutable and safe from any thread.</summary>
public sealed class NeighborIndex
{
    private readonly NeighborPoints _points;
    private readonly IPointSearch _search;

    /// <summary>Makes the index.</summary>
    /// <param name="points">The points.</param>
    /// <exception cref="ArtifactException">Lengths disagree, or a place or a number of a point is not sound.</exception>
    public NeighborIndex(NeighborPoints points)
    {
        ArgumentNullException.ThrowIfNull(points);
        Inputs = new("neighbors", points.Space.Inputs);
        NeighborCheck.Check(points);
        _points = points with { Values = [] };
        _search = points.Forest is { } forest ? new ForestSearch(points, forest) : new ExactSearch(points);
    }

    /// <summary>The points; their places are copied at every call where all of them are looked at.</summary>
    public NeighborPoints Points => _points with { Values = _search.Values };

    /// <summary>Number of points.</summary>
    public int Count => _points.Count;

    /// <summary>Where rows and points stand.</summary>
    public NeighborSpace Space => _points.Space;

    /// <summary>Bytes the points and the forest take.</summary>
    internal long Bytes => (4L * Count * Space.Inputs.Count) + (4L * (_points.Forest?.Order.Length ?? 0)) + (12L * (_points.Forest?.Cuts.Length ?? 0));

    internal FormInputs Inputs { get; }

    /// <summary>Finds the nearest points of every row.</summary>
    /// <param name="rows">The inputs by name.</param>
    /// <param name="points">Rows x neighbours: numbers of points, nearest first, of two as near the one that comes first; -1 where a forest found fewer.</param>
    /// <param name="distances">Rows x neighbours: their distances; infinity where there is none.</param>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    public void Find(Table rows, Span<int> points, Span<double> distances)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (points.Length != distances.Length || rows.RowCount == 0 ? points.Length > 0 : points.Length % rows.RowCount != 0)
        {
            throw new ArgumentException($"There is room for {points.Length} points and {distances.Length} distances of {rows.RowCount} rows. Give the same room for each row.", nameof(points));
        }

        var most = rows.RowCount == 0 ? 0 : points.Length / rows.RowCount;
        if (most > Count)
        {
            throw new ArgumentException($"{most} neighbours are asked for; there are {Count} points. Ask for fewer.", nameof(points));
        }

        if (most == 0)
        {
            return;
        }

        using var scan = new NeighborScan(this, rows, most);
        for (var start = 0; start < rows.RowCount; start += scan.Rows)
        {
            var keys = scan.Next(start);
            for (var place = 0; place < keys.Length; place++)
            {
                points[(start * most) + place] = NearestKeys.Point(keys[place]);
                distances[(start * most) + place] = Distance(keys[place]);
            }
        }
    }

    /// <summary>Finds the nearest points of places.</summary>
    /// <param name="places">Places x inputs, as <see cref="NeighborSpace.Place(Table)"/> gave them.</param>
    /// <param name="points">Places x neighbours, as of rows.</param>
    /// <param name="distances">Places x neighbours, as of rows.</param>
    /// <param name="most">Neighbours of a place, from 1 to the number of points.</param>
    public void Find(ReadOnlySpan<float> places, Span<int> points, Span<double> distances, int most)
    {
        if (most < 1 || most > Count || points.Length != distances.Length || places.Length != (long)points.Length / most * Space.Inputs.Count)
        {
            throw new ArgumentException($"{most} of {Count} points are asked for, with room for {points.Length} points and {distances.Length} distances of {places.Length} numbers. Give the same room for each place.", nameof(points));
        }

        var keys = ArrayPool<ulong>.Shared.Rent(points.Length);
        _search.Find(places, most, keys.AsSpan(0, points.Length));
        for (var place = 0; place < points.Length; place++)
        {
            points[place] = NearestKeys.Point(keys[place]);
            distances[place] = Distance(keys[place]);
        }

        ArrayPool<ulong>.Shared.Return(keys);
    }

    internal void Find(ReadOnlySpan<float> places, int most, Span<ulong> keys) => _search.Find(places, most, keys);

    /// <summary>The distance of a key in the unit of the metric.</summary>
    internal double Distance(ulong key)
    {
        double sum = NearestKeys.Distance(key);
        return Space.Metric == NeighborMetric.Manhattan ? sum : Math.Sqrt(sum);
    }
}
