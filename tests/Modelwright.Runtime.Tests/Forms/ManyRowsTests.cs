using System.Runtime.Intrinsics;
using CsCheck;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class ManyRowsTests
{
    [Fact]
    public void Predict_ManyRowsAtOnce_SameBitsAsOneByOne() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 130], Gen.Int[ManyRows.FewestRows, 300]).Sample(
            (seed, leaves, rows) =>
            {
                var random = new RandomTrees(seed);
                var form = new NumberTreesForm(new([.. RandomTrees.Inputs], [random.Next(leaves, 1), random.Next(1, 1), random.Next(Math.Min(leaves, 64), 1), random.Next(2, 1)]) { Base = [0.25] });
                var table = random.Rows(rows);
                var together = new double[rows];
                form.Predict(table, together);
                for (var row = 0; row < rows; row++)
                {
                    var alone = new double[1];
                    form.Predict(table.Take([row]), alone);
                    if (BitConverter.DoubleToInt64Bits(alone[0]) != BitConverter.DoubleToInt64Bits(together[row]))
                    {
                        return false;
                    }
                }

                return true;
            },
            iter: 150);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void PredictProbabilities_ManyClassesAtOnce_SameBitsAsOneByOne(int width)
    {
        var random = new RandomTrees(5);
        var form = new ClassTreesForm(new([.. RandomTrees.Inputs], [.. Enumerable.Range(0, 9).Select(tree => random.Next(1 + (tree * 12), width))]) { Outputs = 3 }, ["a", "b", "c"], ProbabilityLink.Softmax);
        var table = random.Rows(200);
        var together = new double[600];
        form.PredictProbabilities(table, together);

        for (var row = 0; row < 200; row++)
        {
            var alone = new double[3];
            form.PredictProbabilities(table.Take([row]), alone);
            Assert.Equal(alone, together[(row * 3)..((row * 3) + 3)]);
        }
    }

    [Fact]
    public void LeafOrder_LeavesInAnyOrder_AreFoundFromLeftToRight()
    {
        var tree = new RandomTrees(2).Next(40, 1);

        var order = new LeafOrder(tree);

        Assert.Equal(Enumerable.Range(0, 40), order.Leaves.Order());
        Assert.Equal(order.Leaves, FromLeft(tree, 0));
        Assert.Equal(Leaves(tree, tree.Left[0]), UInt64Bits(order.LeftLeaves[0]));
    }

    [Fact]
    public void ShiftRight_EveryDistance_SameWithAndWithoutTheInstruction()
    {
        ulong[] distances = [0, 1, 31, 32, 63, 64, 65, 1000, ulong.MaxValue];
        foreach (var distance in distances)
        {
            var bits = Vector256.Create(distance, 5UL, 63UL, 64UL);
            var one = CodeSet.OneByOne(Vector256.Create(0xF0F0_F0F0_F0F0_F0F0), bits) & Vector256<ulong>.One;

            Assert.Equal(Vector256<ulong>.Zero - one, CodeSet.Holds([0xF0F0_F0F0_F0F0_F0F0], bits));
        }
    }

    private static IEnumerable<int> FromLeft(Tree tree, int place) =>
        place < 0 ? [~place] : FromLeft(tree, tree.Left[place]).Concat(FromLeft(tree, tree.Right[place]));

    private static IEnumerable<int> Leaves(Tree tree, int place)
    {
        int[] all = [.. FromLeft(tree, 0)];
        return FromLeft(tree, place).Select(leaf => Array.IndexOf(all, leaf)).Order();
    }

    private static IEnumerable<int> UInt64Bits(ulong word) => Enumerable.Range(0, 64).Where(bit => (word >> bit & 1) != 0);
}
