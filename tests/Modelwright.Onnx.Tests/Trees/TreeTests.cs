using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Onnx.Tests.Data;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Onnx.Tests.Trees;

/// <summary>Tree ensembles through ONNX Runtime.</summary>
public sealed class TreeTests
{
    /// <summary>Leaves are added in another order, within and between the nodes of a graph.</summary>
    private const double Order = 1e-12;

    private static readonly FormInput[] Mixed = [Planted.Number("a"), Planted.Category("b", 5), Planted.Number("c"), Planted.Category("d", 70)];

    /// <summary>0.1 lies between two single-precision numbers, and so do its neighbours: rounded to single precision all three are one.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(16777217)]
    [InlineData(-1e-300)]
    public void Split_OneStepBesideTheThreshold_GoesByDoublePrecision(double threshold)
    {
        var ensemble = new TreeEnsemble([Planted.Number("x")], [Planted.Stump(threshold, false, 1, 2)]);

        Assert.Equal([1, 1, 2], Scores(ensemble, Math.BitDecrement(threshold), threshold, Math.BitIncrement(threshold)));
    }

    [Fact]
    public void Leaf_OfAnyDouble_IsThatDouble() =>
        Assert.Equal([0.1, -1e-300], Scores(new([Planted.Number("x")], [Planted.Stump(0, false, 0.1, -1e-300)]), -1, 1));

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void Split_OfAMissingNumber_GoesWhereItSays(bool missingLeft, double expected) =>
        Assert.Equal([expected], Scores(new([Planted.Number("x")], [Planted.Stump(0, missingLeft, 1, 2)]), double.NaN));

    [Fact]
    public void Ensemble_WithBaseAndSingleLeaves_AddsThem()
    {
        var ensemble = new TreeEnsemble([Planted.Number("x")], [Planted.Stump(0, false, 1, 2), Tree.SingleLeaf(0.25), Planted.Stump(1, false, 10, 20)]) { Base = [100] };

        Assert.Equal([111.25, 112.25, 122.25], Scores(ensemble, 0, 1, 2));
    }

    [Fact]
    public void Ensemble_OfSingleLeavesAlone_IsTheSameForEachRow() =>
        Assert.Equal([3, 3], Scores(new([Planted.Number("x")], [Tree.SingleLeaf(2), Tree.SingleLeaf(4)]) { IsAverage = true }, 1, double.NaN));

    [Fact]
    public void Ensemble_WithoutTrees_IsItsBase() => Assert.Equal([7], Scores(new([Planted.Number("x")], []) { Base = [7] }, 1));

    [Fact]
    public void Ensemble_OfSeveralOutputs_TreesTakeTurns()
    {
        var ensemble = new TreeEnsemble([Planted.Number("x")], [Planted.Stump(0, false, 1, 2), Planted.Stump(0, false, 3, 4), Tree.SingleLeaf(8), Planted.Stump(0, false, 5, 6)]) { Outputs = 2, Base = [0.5, 0] };

        Assert.Equal([0.5 + 1 + 8, 3 + 5, 0.5 + 2 + 8, 4 + 6], Scores(ensemble, 0, 1));
    }

    [Fact]
    public void Ensemble_OfWideLeaves_AddsToAllOutputs()
    {
        var ensemble = new TreeEnsemble([Planted.Number("x")], [Planted.Stump(0, false, 1, 2, 3, 4), Tree.SingleLeaf(10, 20), Planted.Stump(1, false, 5, 6, 7, 8)]) { Outputs = 2, IsAverage = true };

        Assert.Equal([16 / 3.0, 28 / 3.0, 18 / 3.0, 30 / 3.0, 20 / 3.0, 32 / 3.0], Scores(ensemble, 0, 1, 2));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(33, 1)]
    [InlineData(34, 2)]
    [InlineData(99, 2)]
    public void Set_CodesOfIt_GoLeft_AllOthersRight(double code, double expected) =>
        Assert.Equal([expected], Scores(new([Planted.Category("x", 100)], [Planted.SetStump(0, [1, 33], 1, 2)]), code));

    [Fact]
    public void Set_OfAMissingCode_GoesRight() =>
        Assert.Equal([2], Scores(new([Planted.Category("x", 100)], [Planted.SetStump(0, [1, 33], 1, 2)]), double.NaN));

    /// <summary>A root between a leaf and an inner node whose numbers are one and the same.</summary>
    [Fact]
    public void Root_WhoseChildrenHaveOneNumber_IsStillAsked()
    {
        var tree = new Tree
        {
            Feature = [0, 0], Threshold = [0, 1], Left = [~1, ~0], Right = [1, ~2], MissingLeft = [false, false],
            CategoryStart = [-1, -1], CategoryWords = [0, 0], CategoryBits = [], Leaves = [20, 10, 30],
        };

        Assert.Equal([10, 20, 30], Scores(new([Planted.Number("x")], [tree]), 0, 1, 2));
    }

    [Theory]
    [InlineData(1, 1, false, 40)]
    [InlineData(1, 1, true, 40)]
    [InlineData(3, 1, false, 40)]
    [InlineData(3, 1, true, 41)]
    [InlineData(3, 3, false, 40)]
    [InlineData(3, 3, true, 40)]
    [InlineData(1, 1, false, 600)]
    public void Ensemble_OfRandomTrees_AnswersAsTheForm(int outputs, int width, bool isAverage, int count)
    {
        var random = new Random(outputs + (7 * width) + count);
        Tree[] trees = [.. Enumerable.Range(0, count).Select(tree => tree % 9 == 8
            ? Tree.SingleLeaf([.. Enumerable.Range(0, width).Select(_ => random.NextDouble())])
            : Planted.Random(random, Mixed, 1 + random.Next(20), width))];
        var ensemble = new TreeEnsemble(Mixed, trees) { Outputs = outputs, IsAverage = isAverage, Base = [.. Enumerable.Range(0, outputs).Select(output => (double)output)] };
        var rows = RandomRows(random, 700);
        var formula = Exported.Of(
            builder => builder.Trees(builder.Join([.. Mixed.Select(input => builder.Input(input.Type == ColumnType.Number ? FormulaOperation.Number : FormulaOperation.Category, input.Name))]), ensemble),
            [.. Mixed.Select(input => new FormulaInput(input.Name, input.Type, input.Levels, []))]);
        var expected = new double[rows.RowCount * outputs];
        new FormulaEvaluation(formula).Answer(rows, expected, TestContext.Current.CancellationToken);

        var answers = Exported.Answers(formula, rows).Outputs;

        Assert.All(expected.Zip(answers), pair => Assert.Equal(pair.First, pair.Second, Order));
    }

    private static double[] Scores(TreeEnsemble ensemble, params double[] values) => Exported.For(builder => builder.Trees(builder.X(), ensemble), values);

    /// <summary>Numbers on and between the thresholds, some missing; codes of levels, one that is not known, and missing ones.</summary>
    private static Table RandomRows(Random random, int count) => new([.. Mixed.Select(input => input.Type == ColumnType.Number
        ? (Column)new NumberColumn(input.Name, [.. Enumerable.Range(0, count).Select(_ => random.Next(8) == 0 ? double.NaN : random.Next(-18, 18) / 8.0)])
        : new CategoryColumn(input.Name, [.. input.Levels, "other"], [.. Enumerable.Range(0, count).Select(_ => random.Next(-1, input.Levels.Count + 1))]))]);
}
