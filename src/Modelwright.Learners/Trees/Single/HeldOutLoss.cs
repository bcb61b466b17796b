namespace Modelwright.Learners.Trees.Single;

/// <summary>The squared error, on rows that a tree was not grown on, of the tree cut back at each of some prices.</summary>
/// <param name="prices">The prices, rising.</param>
/// <param name="target">The target of all rows.</param>
internal sealed class HeldOutLoss(double[] prices, ForestTarget target)
{
    private readonly MeanLoss[] _sums = new MeanLoss[prices.Length];

    /// <summary>Whether any row was answered.</summary>
    public bool IsEmpty => _sums[0].Weight == 0;

    /// <summary>Adds rows.</summary>
    /// <param name="tree">A tree with the price of each node.</param>
    /// <param name="draws">0 for the rows that it was not grown on.</param>
    public void Add(GrownTree tree, int[] draws)
    {
        for (var row = 0; row < draws.Length; row++)
        {
            if (draws[row] == 0)
            {
                Add(tree, row);
            }
        }
    }

    /// <summary>The place of the highest price whose mean loss is within some standard errors of the least.</summary>
    /// <param name="errors">Standard errors of the least mean loss; 0 for the least itself.</param>
    public int Choose(double errors)
    {
        var least = 0;
        for (var place = 1; place < _sums.Length; place++)
        {
            least = _sums[place].Mean <= _sums[least].Mean ? place : least;
        }

        var most = _sums[least].Mean + (errors * _sums[least].Error);
        var chosen = least;
        for (var place = least; place < _sums.Length; place++)
        {
            chosen = _sums[place].Mean <= most ? place : chosen;
        }

        return chosen;
    }

    /// <summary>From the root down: a price that cuts a node cuts it for all higher prices too.</summary>
    private void Add(GrownTree tree, int row)
    {
        var node = tree.Nodes[0];
        for (var place = prices.Length - 1; place >= 0; place--)
        {
            while (node.CutAt > prices[place])
            {
                node = tree.Next(node, row);
            }

            _sums[place].Add(target.Weight(row), Loss(node, row));
        }
    }

    private double Loss(GrownNode node, int row)
    {
        if (!target.IsClassification)
        {
            var off = target.Values[row] - node.Values[0];
            return off * off;
        }

        var loss = 0.0;
        for (var label = 0; label < node.Values.Length; label++)
        {
            var off = node.Values[label] - (label == target.Codes[row] ? 1 : 0);
            loss += off * off;
        }

        return loss;
    }
}
