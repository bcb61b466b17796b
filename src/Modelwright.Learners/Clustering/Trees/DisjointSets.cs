namespace Modelwright.Learners.Clustering.Trees;

/// <summary>Sets that are joined, each known by one of its members.</summary>
/// <remarks>Union by the smaller number, with paths halved (Tarjan and van Leeuwen 1984).</remarks>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    /// <summary>The member a set is known by: its lowest.</summary>
    public int Find(int member)
    {
        while (_parent[member] != member)
        {
            _parent[member] = _parent[_parent[member]];
            member = _parent[member];
        }

        return member;
    }

    /// <summary>Joins two different sets, by the members they are known by.</summary>
    /// <returns>The member both are known by from now on.</returns>
    public int Join(int one, int other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        _parent[high] = low;
        return low;
    }
}
