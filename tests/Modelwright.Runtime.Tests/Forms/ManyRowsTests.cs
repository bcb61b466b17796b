using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Forms.Trees.Codes;

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
    [InlineData(1, 600)]
    [InlineData(1, 64)]
    [InlineData(600, 600)]
    public void Predict_WideRowsThatNoCodeIsAskedOf_SameBitsAsOneByOne(int leaves, int rows)
    {
        // So many inputs that the codes of a block are written in parts; trees of one leaf, and of very many, ask for none.
        FormInput[] inputs = [.. RandomTrees.Inputs, .. Enumerable.Range(0, 200).Select(place => new FormInput($"unused {place}", ColumnType.Number, []))];
        var random = new RandomTrees(11);
        var form = new NumberTreesForm(new(inputs, [random.Next(leaves, 1), random.Next(1, 1)]) { Base = [0.25] });
        var narrow = random.Rows(rows);
        var table = new Table([.. narrow.Columns, .. Enumerable.Range(0, 200).Select(place => new NumberColumn($"unused {place}", new double[rows]))]);
        var together = new double[rows];
        form.Predict(table, together);

        for (var row = 0; row < rows; row += 37)
        {
            var alone = new double[1];
            form.Predict(table.Take([row]), alone);
            Assert.Equal(BitConverter.DoubleToInt64Bits(alone[0]), BitConverter.DoubleToInt64Bits(together[row]));
        }
    }

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

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(5000)]
    public void HeightOfValue_AnyNumberOfThresholds_CountsThoseBelow(int count)
    {
        var random = new Random(count);
        double[] thresholds = [double.NegativeInfinity, double.PositiveInfinity, -0.0, 0.0, .. Enumerable.Range(0, count).Select(_ => Math.Round(random.NextDouble() * count, 2))];
        var steps = new ThresholdSteps(thresholds);
        double[] distinct = [.. thresholds.Distinct()];
        Assert.Equal(distinct.Length, steps.Count);
        var heights = Array.ConvertAll(distinct, steps.HeightOf);

        foreach (var value in (double[])[.. thresholds, double.NaN, -1, count + 1, double.Epsilon, .. Enumerable.Range(0, 500).Select(_ => random.NextDouble() * count)])
        {
            Assert.Equal(distinct.Count(threshold => threshold < value), steps.HeightOfValue(value));
            var height = steps.HeightOfValue(value);
            Assert.True(distinct.Index().All(threshold => (value <= threshold.Item || double.IsNaN(value)) == height <= heights[threshold.Index]), $"{value:R}");
        }
    }

    // More thresholds than a byte can tell apart, sets that a byte cannot hold, and trees of any size between.
    [Theory]
    [InlineData(3, 31, 30)]
    [InlineData(40, 31, 150)]
    [InlineData(40, 31, 300)]
    [InlineData(2, 256, 150)]
    [InlineData(2, 257, 150)]
    [InlineData(4, 512, 300)]
    [InlineData(4, 513, 300)]
    [InlineData(1, 31, 70_000)]
    public void Predict_AnyKindOfCode_SameBitsAsOneByOne(int trees, int leaves, int levels)
    {
        var random = new RandomTrees(trees + leaves + levels) { Levels = levels };
        var form = new NumberTreesForm(new([.. random.Asked], [.. Enumerable.Range(0, trees).Select(_ => random.Next(leaves, 1))]));
        var table = random.Rows(1_100);
        var together = new double[1_100];
        form.Predict(table, together);
        for (var row = 0; row < together.Length; row++)
        {
            var alone = new double[1];
            form.Predict(table.Take([row]), alone);
            Assert.Equal(BitConverter.DoubleToInt64Bits(alone[0]), BitConverter.DoubleToInt64Bits(together[row]));
        }
    }
}
