using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>
/// A row before trees: the leaves that it can be brought to, tree by tree. Distances are the largest cost of a single column, the
/// maximum norm in the units of the threat; the sum of costs is never less.
/// </summary>
internal sealed class TreeRow
{
    /// <summary>Looks at all leaves.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="boxes">Their leaves.</param>
    /// <param name="reaches">One an input.</param>
    public TreeRow(Tree[] trees, LeafBox[][] boxes, InputReach[] reaches)
    {
        (Trees, Reaches) = (trees, reaches);
        Leaves = Array.ConvertAll(boxes, Reachable);
        Own = Array.ConvertAll(reaches, reach => reach.Own);
    }

    /// <summary>The trees.</summary>
    public Tree[] Trees { get; }

    /// <summary>One an input.</summary>
    public InputReach[] Reaches { get; }

    /// <summary>For each tree the leaves that can be reached, the nearest first.</summary>
    public RowLeaf[][] Leaves { get; }

    /// <summary>The row: one value an input.</summary>
    public double[] Own { get; }

    /// <summary>All distances that a change can have, ascending.</summary>
    public double[] Distances(TreeMargin margin) => [.. margin.Trees.SelectMany(tree => Leaves[tree]).Select(leaf => leaf.Distance).Distinct().Order()];

    /// <summary>How far a point is: the largest cost of a single input.</summary>
    public double Distance(double[] point)
    {
        var distance = 0.0;
        for (var input = 0; input < point.Length; input++)
        {
            distance = Math.Max(distance, Reaches[input].Distance(point[input]));
        }

        return distance;
    }

    /// <summary>Whether a point is in a leaf.</summary>
    public bool Holds(Cut[] cuts, double[] point)
    {
        foreach (var cut in cuts)
        {
            if (!Reaches[cut.Input].Holds(cut, point[cut.Input]))
            {
                return false;
            }
        }

        return true;
    }

    private RowLeaf[] Reachable(LeafBox[] boxes)
    {
        var found = new List<RowLeaf>(boxes.Length);
        foreach (var box in boxes)
        {
            var (distance, moved) = (0.0, 0);
            foreach (var cut in box.Cuts)
            {
                distance = Math.Max(distance, Reaches[cut.Input].Distance(cut));
                moved += Reaches[cut.Input].IsFixed ? 0 : 1;
            }

            if (double.IsFinite(distance))
            {
                found.Add(new(box.Leaf, distance, moved == box.Cuts.Length ? box.Cuts : [.. box.Cuts.Where(cut => !Reaches[cut.Input].IsFixed)]));
            }
        }

        return [.. found.OrderBy(leaf => leaf.Distance)];
    }
}
