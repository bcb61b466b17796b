using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>
/// Trees that cut the points in halves again and again, each cut across the line between two drawn points, so that most
/// near points of a row stand in few leaves. Leaves of all trees nearest to a row are looked through first.
/// </summary>
/// <param name="Depth">Cuts from the root of a tree to each of its 2^depth leaves.</param>
/// <param name="Order">Trees x points: the points of a tree from its first leaf to its last, each once.</param>
/// <param name="First">Trees x (2^depth - 1), a tree's root first and each level from left to right: a point on the side of lower margins.</param>
/// <param name="Second">As <paramref name="First"/>: a point on the other side.</param>
/// <param name="Cuts">As <paramref name="First"/>: the margin up to which a point is on the first side.</param>
/// <remarks>
/// Random projection trees: Dasgupta and Freund 2008; the direction through two points and the queue over all trees are those
/// of Annoy (Bernhardsson 2013). Halves are cut at the median, so leaf l of 2^depth holds the places from points * l / 2^depth.
/// </remarks>
public sealed record PointForest(int Depth, int[] Order, int[] First, int[] Second, float[] Cuts)
{
    /// <summary>Cuts of one tree.</summary>
    public int CutsOfTree => (1 << Depth) - 1;

    /// <summary>Number of trees.</summary>
    /// <param name="points">Number of points.</param>
    /// <returns>How often all points stand in <see cref="Order"/>.</returns>
    public int Trees(int points) => points == 0 ? 0 : Order.Length / points;

    /// <summary>How far a place lies beyond the middle of two others, on the side of the second.</summary>
    /// <param name="place">The place.</param>
    /// <param name="first">One point.</param>
    /// <param name="second">The other.</param>
    /// <returns>A signed distance along the line through both; 0 where they are one. Eight sums are taken side by side, then added in order.</returns>
    public static float Margin(ReadOnlySpan<float> place, ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var (difference, apart) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var axis = 0;
        for (; axis <= place.Length - Vector256<float>.Count; axis += Vector256<float>.Count)
        {
            var from = Vector256.Create(first.Slice(axis, Vector256<float>.Count));
            var along = Vector256.Create(second.Slice(axis, Vector256<float>.Count)) - from;
            var middle = from + (along * 0.5f);
            difference += (Vector256.Create(place.Slice(axis, Vector256<float>.Count)) - middle) * along;
            apart += along * along;
        }

        var (margin, length) = (Sum(difference), Sum(apart));
        for (; axis < place.Length; axis++)
        {
            var along = second[axis] - first[axis];
            margin += (place[axis] - (first[axis] + (along * 0.5f))) * along;
            length += along * along;
        }

        return length > 0 ? (float)(margin / Math.Sqrt(length)) : 0;
    }

    internal static float Sum(Vector256<float> lanes)
    {
        var sum = 0f;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }
}
