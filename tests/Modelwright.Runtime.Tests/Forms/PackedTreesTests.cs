using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class PackedTreesTests
{
    [Fact]
    public void AddRow_TreesOfAnyShape_SameBitsAsTreeByTree() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 150], Gen.Int[0, 140], Gen.Bool).Sample(
            (seed, leaves, count, isOne) =>
            {
                var random = new RandomTrees(seed);
                Tree[] trees = [.. Enumerable.Range(0, count).Select(tree => random.Next(1 + (leaves * (tree % 5) / 4), 1))];
                return Agree(trees, Values(random.Rows(20)), isOne ? 1 : 3, width: 1);
            },
            iter: 60);

    [Fact]
    public void AddRow_LeavesOfSeveralValues_SameBitsAsTreeByTree()
    {
        var random = new RandomTrees(11);

        Assert.True(Agree([.. Enumerable.Range(0, 70).Select(tree => random.Next(1 + (tree % 9), 300))], Values(random.Rows(20)), outputs: 300, width: 300));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AddRow_ChainOfThousands_SameBitsAsTreeByTree(bool isLeft) =>
        Assert.True(Agree([Chain(5000, isLeft), Tree.SingleLeaf(0.5), Chain(70, !isLeft)], Values(new RandomTrees(3).Rows(40)), outputs: 1, width: 1));

    [Fact]
    public void Of_TreesThatAskNothing_HasNoLayout() => Assert.Null(PackedTrees.Of([Tree.SingleLeaf(1)], inputs: 0, width: 1));

    [Fact]
    public void Of_SetThatStartsTooFarOn_HasNoLayout()
    {
        var tree = new Tree
        {
            Feature = [0], Threshold = [0], Left = [~0], Right = [~1], MissingLeft = [false],
            CategoryStart = [1 << 30], CategoryWords = [1], CategoryBits = [], Leaves = [0, 1],
        };

        Assert.Null(PackedTrees.Of([tree], inputs: 1, width: 1));
    }

    [Fact]
    public void Predict_FormThatAsksNothing_IsItsLeaves()
    {
        var form = new NumberTreesForm(new([], [Tree.SingleLeaf(1), Tree.SingleLeaf(2)]));
        var output = new double[1];
        for (var time = 0; time < 2 * TreeLayouts.RowsBeforePacking; time++)
        {
            form.Predict(new Table([], 1), output);
        }

        Assert.Equal(3, output[0]);
    }

    [Fact]
    public void Predict_OneRowAgainAndAgain_SameBitsBeforeAndAfterTheLayout()
    {
        var random = new RandomTrees(8);
        var form = new ClassTreesForm(new([.. RandomTrees.Inputs], [.. Enumerable.Range(0, 90).Select(tree => random.Next(1 + tree, 1))]) { Outputs = 3 }, ["a", "b", "c"], ProbabilityLink.Softmax);
        var row = random.Rows(1);
        var first = new double[3];
        form.PredictProbabilities(row, first);

        for (var time = 0; time < 2 * TreeLayouts.RowsBeforePacking; time++)
        {
            var again = new double[3];
            form.PredictProbabilities(row, again);
            Assert.Equal(first, again);
        }
    }

    private static bool Agree(Tree[] trees, double[] values, int outputs, int width)
    {
        var packed = PackedTrees.Of(trees, 3, width)!;
        var rows = values.Length / 3;
        var (wanted, byRow, byTree) = (new double[rows * outputs], new double[rows * outputs], new double[rows * outputs]);
        for (var tree = 0; tree < trees.Length; tree++)
        {
            packed.AddRows(tree, values, byTree.AsSpan(width == 1 ? tree % outputs : 0), outputs);
            for (var row = 0; row < rows; row++)
            {
                var leaf = trees[tree].LeafOf(values.AsSpan(row * 3, 3));
                for (var output = 0; output < width; output++)
                {
                    wanted[(row * outputs) + (width == 1 ? tree % outputs : output)] += trees[tree].Leaves[(leaf * width) + output];
                }
            }
        }

        for (var row = 0; row < rows; row++)
        {
            packed.AddRow(values.AsSpan(row * 3, 3), byRow.AsSpan(row * outputs, outputs));
        }

        return SameBits(wanted, byRow) && SameBits(wanted, byTree);
    }

    private static bool SameBits(double[] one, double[] other) =>
        one.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(other.Select(BitConverter.DoubleToInt64Bits));

    private static double[] Values(Table rows)
    {
        var values = new double[rows.RowCount * 3];
        new FormInputs("trees", RandomTrees.Inputs).Bind(rows).Fill(0, rows.RowCount, values);
        return values;
    }

    private static Tree Chain(int nodes, bool isLeft)
    {
        int[] next = [.. Enumerable.Range(0, nodes).Select(node => node + 1 < nodes ? node + 1 : ~nodes)];
        int[] end = [.. Enumerable.Range(0, nodes).Select(node => ~node)];
        return new()
        {
            Feature = [.. Enumerable.Range(0, nodes).Select(node => node % 2)],
            Threshold = [.. Enumerable.Range(0, nodes).Select(node => isLeft ? 2 - (node / (double)nodes) : -1 + (node / (double)nodes))],
            Left = isLeft ? next : end,
            Right = isLeft ? end : next,
            MissingLeft = [.. Enumerable.Range(0, nodes).Select(node => node % 3 == 0)],
            CategoryStart = [.. Enumerable.Repeat(-1, nodes)],
            CategoryWords = new int[nodes],
            CategoryBits = [],
            Leaves = [.. Enumerable.Range(0, nodes + 1).Select(leaf => 1.0 / (1 + leaf))],
        };
    }
}
