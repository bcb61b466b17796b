using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Single;

/// <summary>A tree as it was grown, with the price at which each node becomes a leaf. Node 0 is the root; children come after their parents.</summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Columns">The columns its splits ask.</param>
internal sealed record GrownTree(IReadOnlyList<GrownNode> Nodes, IReadOnlyList<BinnedColumn> Columns)
{
    /// <summary>The node a row goes to next; not for leaves.</summary>
    public GrownNode Next(GrownNode node, int row) => Nodes[node.Split.IsLow(Columns[node.Split.Column].Bins[row]) ? node.Low : node.High];

    /// <summary>The tree cut back at a price a leaf, as a form that reads only the columns it asks.</summary>
    /// <param name="price">The price.</param>
    /// <param name="target">The target it was grown for.</param>
    /// <param name="classes">The classes; empty for numbers.</param>
    public IForm Form(double price, ForestTarget target, IReadOnlyList<string> classes)
    {
        int[] asked = [.. Nodes.Where(node => node.CutAt > price).Select(node => node.Split.Column).Distinct().Order()];
        var nodes = new TreeNodes();
        Add(0, -1, false, price, nodes, asked, target);
        var ensemble = new TreeEnsemble([.. asked.Select(column => Columns[column].Input)], [nodes.ToTree()]) { Outputs = target.Width };
        return target.IsClassification ? new ClassTreesForm(ensemble, classes, ProbabilityLink.Identity) : new NumberTreesForm(ensemble);
    }

    private void Add(int number, int parent, bool isLeft, double price, TreeNodes nodes, int[] asked, ForestTarget target)
    {
        var grown = Nodes[number];
        if (grown.CutAt <= price)
        {
            nodes.Leaves.AddRange(target.IsClassification ? grown.Values : [(grown.Values[0] * target.Scale) + target.Offset]);
            nodes.Link(parent, isLeft, nodes.AddLeaf(grown.Rows));
            return;
        }

        var column = grown.Split.Column;
        var (node, lowIsLeft) = nodes.Add(grown.Split with { Column = Array.IndexOf(asked, column) }, Columns[column]);
        nodes.Link(parent, isLeft, node);
        Add(grown.Low, node, lowIsLeft, price, nodes, asked, target);
        Add(grown.High, node, !lowIsLeft, price, nodes, asked, target);
    }
}
