namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>The neighbours of one row at a time, as points and distances.</summary>
internal sealed class NeighborVotes(int most)
{
    private readonly int[] _points = new int[most];
    private readonly double[] _distances = new double[most];

    internal ReadOnlySpan<int> Points => _points;

    internal ReadOnlySpan<double> Distances => _distances;

    internal void Read(NeighborIndex index, ReadOnlySpan<ulong> keys)
    {
        for (var place = 0; place < keys.Length; place++)
        {
            _points[place] = NearestKeys.Point(keys[place]);
            _distances[place] = index.Distance(keys[place]);
        }
    }
}
