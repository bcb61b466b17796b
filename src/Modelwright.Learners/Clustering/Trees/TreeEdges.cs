namespace Modelwright.Learners.Clustering.Trees;

/// <summary>The edges of a spanning tree, shortest first; of two as long the one that was found first.</summary>
/// <param name="First">One an edge: a point.</param>
/// <param name="Second">One an edge: the other point.</param>
/// <param name="Lengths">One an edge, never falling.</param>
internal sealed record TreeEdges(int[] First, int[] Second, double[] Lengths)
{
    /// <summary>Number of edges.</summary>
    public int Count => Lengths.Length;

    /// <summary>Sorts edges by their length.</summary>
    public static TreeEdges Sorted(int[] first, int[] second, double[] lengths)
    {
        int[] order = [.. Enumerable.Range(0, lengths.Length)];
        Array.Sort(order, (one, other) => lengths[one] != lengths[other] ? lengths[one].CompareTo(lengths[other]) : one.CompareTo(other));
        return new(
            [.. order.Select(edge => first[edge])],
            [.. order.Select(edge => second[edge])],
            [.. order.Select(edge => lengths[edge])]);
    }
}
