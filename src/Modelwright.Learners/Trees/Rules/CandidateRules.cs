using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Rules;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>All nodes of small trees but their roots, as rules; with the leaf that every training row ends in.</summary>
internal sealed class CandidateRules
{
    private readonly IReadOnlyList<BinnedColumn> _columns;
    private readonly List<Tree> _trees = [];
    private readonly List<byte[]> _leaves = [];

    /// <summary>Grows trees until all are done or the fit must end; the first in any case.</summary>
    public CandidateRules(IReadOnlyList<BinnedColumn> columns, Table features, ForestTarget target, ForestSettings settings, FitContext context)
    {
        _columns = columns;
        if (columns.Count == 0)
        {
            return;
        }

        var values = Values(features);
        var grower = new TreeGrower(columns, target, settings);
        for (var number = 0; number < settings.Trees && (number == 0 || !context.IsLate); number++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var tree = grower.Grow(new(0, number), () => context.Cancellation.IsCancellationRequested);
            context.Cancellation.ThrowIfCancellationRequested();
            _trees.Add(tree!);
            _leaves.Add(Assign(tree!, values, target.Rows));
        }
    }

    /// <summary>Trees that were grown.</summary>
    public int Trees => _trees.Count;

    /// <summary>The columns that rules ask, as a form reads them.</summary>
    public IReadOnlyList<FormInput> Inputs => [.. _columns.Select(column => column.Input)];

    /// <summary>The rule that saves most loss beside those that were taken, by one Newton step of its own weight.</summary>
    /// <param name="slopes">Slope and curvature of the loss, rows x outputs.</param>
    /// <param name="outputs">Scores a row.</param>
    /// <param name="ridge">What holds a weight near zero.</param>
    /// <returns>The tree and the child in it that is the rule, and what it saves; a tree of -1 where none saves anything.</returns>
    public (int Tree, int Child, double Saved) Best((double[] First, double[] Second) slopes, int outputs, double ridge)
    {
        var best = (Tree: -1, Child: 0, Saved: 1e-9);
        for (var number = 0; number < _trees.Count; number++)
        {
            var sums = new NodeSlopes(_trees[number], _leaves[number], slopes, outputs);
            foreach (var child in Children(_trees[number]))
            {
                var saved = sums.Saved(child, ridge);
                if (saved > best.Saved)
                {
                    best = (number, child, saved);
                }
            }
        }

        return best;
    }

    /// <summary>Whether each training row fulfils a rule.</summary>
    public bool[] Rows(int tree, int child)
    {
        var under = new bool[_trees[tree].LeafCount];
        Mark(_trees[tree], child, under);
        return Array.ConvertAll(_leaves[tree], leaf => under[leaf]);
    }

    /// <summary>The conditions of a rule, those on one input drawn together.</summary>
    public IReadOnlyList<RuleCondition> Conditions(int tree, int child) => PathConditions.Of(_trees[tree], child, _columns);

    private static IEnumerable<int> Children(Tree tree) => tree.Left.Concat(tree.Right);

    private static void Mark(Tree tree, int child, bool[] under)
    {
        if (child < 0)
        {
            under[~child] = true;
            return;
        }

        Mark(tree, tree.Left[child], under);
        Mark(tree, tree.Right[child], under);
    }

    private double[][] Values(Table features) => [.. _columns.Select(column =>
    {
        if (!column.IsCategory)
        {
            var numbers = new double[features.RowCount];
            ((NumberColumn)features[column.Input.Name]).Values.CopyTo(numbers);
            return numbers;
        }

        return Array.ConvertAll(column.Bins, bin => bin == BinnedColumn.Missing ? -1.0 : bin);
    })];

    private static byte[] Assign(Tree tree, double[][] values, int rows)
    {
        var leaves = new byte[rows];
        var row = new double[values.Length];
        for (var number = 0; number < rows; number++)
        {
            foreach (var column in tree.Feature)
            {
                row[column] = values[column][number];
            }

            leaves[number] = (byte)tree.LeafOf(row);
        }

        return leaves;
    }
}
