using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class TreeContributionTests
{
    // Sums of a few hundred products of numbers below 1.
    private const double Tolerance = 1e-12;

    [Fact]
    public void Explain_AnyTrees_ShapleyValuesByDefinition() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 40], Gen.Int[1, 3]).Sample(
            (seed, leaves, width) =>
            {
                var random = new RandomTrees(seed);
                Tree[] trees = [random.Next(leaves, width), random.Next(1, width), random.Next(2, width)];
                var form = new ClassTreesForm(new([.. RandomTrees.Inputs], trees) { Outputs = width == 1 ? 2 : width, IsAverage = width > 1 }, width == 3 ? ["a", "b", "c"] : ["a", "b"], ProbabilityLink.Identity);
                var rows = random.Rows(6);
                var found = Explain(form, rows, ContributionScale.Score, form.Ensemble.Outputs);

                for (var place = 0; place < found.Length; place++)
                {
                    var (row, output, input) = (place / 3 / form.Ensemble.Outputs, place / 3 % form.Ensemble.Outputs, place % 3);
                    var expected = trees.Index().Where(tree => width > 1 || tree.Index % 2 == output)
                        .Sum(tree => new BruteForceShapley(tree.Item, 3, width).Of(Values(rows, row), input, width > 1 ? output : 0)) / (width > 1 ? 3 : 1);
                    Assert.Equal(expected, found[place], Tolerance);
                }
            },
            iter: 200);

    [Fact]
    public void Explain_BaseAndContributions_AddUpToTheScore() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[2, 300]).Sample(
            (seed, leaves) =>
            {
                var random = new RandomTrees(seed);
                var form = new NumberTreesForm(new([.. RandomTrees.Inputs], [random.Next(leaves, 1), random.Next(7, 1)]) { Base = [100] });
                var rows = random.Rows(70);
                var found = Explain(form, rows, ContributionScale.Score, 1);
                var answers = new double[70];
                form.Predict(rows, answers);

                for (var row = 0; row < answers.Length; row++)
                {
                    Assert.Equal(answers[row], form.Base(ContributionScale.Score)[0] + found.AsSpan(row * 3, 3).ToArray().Sum(), 1e-9);
                }
            },
            iter: 100);

    [Fact]
    public void Explain_ManyRows_SameBitsAsOneByOne()
    {
        var random = new RandomTrees(3);
        var form = new NumberTreesForm(new([.. RandomTrees.Inputs], [random.Next(31, 1), random.Next(80, 1)]));
        var rows = random.Rows(1_100);
        var together = Explain(form, rows, ContributionScale.Score, 1);

        for (var row = 0; row < rows.RowCount; row += 7)
        {
            Assert.Equal(together[(row * 3)..((row * 3) + 3)], Explain(form, rows.Take([row]), ContributionScale.Score, 1));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(64)]
    public void GaussLegendre_PolynomialOfDegree_IsExact(int points)
    {
        var (at, weights) = GaussLegendre.Of(points);
        for (var degree = 0; degree < 2 * points; degree++)
        {
            Assert.Equal(1.0 / (degree + 1), at.Zip(weights, (point, weight) => weight * Math.Pow(point, degree)).Sum(), Tolerance);
        }
    }

    // Every input of a way is asked once, so that the polynomial has the highest degree.
    [Fact]
    public void Explain_WayThroughManyInputs_AddsUp()
    {
        const int Nodes = 120;
        int[] nodes = [.. Enumerable.Range(0, Nodes)];
        var tree = new Tree
        {
            Feature = nodes,
            Threshold = new double[Nodes],
            Left = [.. nodes.Select(node => ~node)],
            Right = [.. nodes.Select(node => node == Nodes - 1 ? ~Nodes : node + 1)],
            MissingLeft = new bool[Nodes],
            CategoryStart = [.. nodes.Select(_ => -1)],
            CategoryWords = new int[Nodes],
            CategoryBits = [],
            Leaves = [.. Enumerable.Range(0, Nodes + 1).Select(leaf => leaf % 7 - 2.5)],
            Covers = [.. Enumerable.Range(0, Nodes + 1).Select(leaf => 1 + leaf % 5)],
        };
        var form = new NumberTreesForm(new([.. nodes.Select(node => new FormInput($"c{node}", ColumnType.Number, []))], [tree]));
        var rows = new Table([.. nodes.Select(node => new NumberColumn($"c{node}", [1, node == 60 ? -1 : 1, node % 2 - 0.5]))]);
        var found = Explain(form, rows, ContributionScale.Score, 1);
        var answers = new double[3];
        form.Predict(rows, answers);

        for (var row = 0; row < answers.Length; row++)
        {
            Assert.Equal(answers[row], form.Base(ContributionScale.Score)[0] + found.AsSpan(row * Nodes, Nodes).ToArray().Sum(), 1e-9);
        }
    }

    [Fact]
    public void Explain_TreesWithoutCovers_SaysWhatToDo()
    {
        var form = new NumberTreesForm(new(Data.ExampleModels.Inputs, [Data.ExampleModels.Tree(1)]));
        const string Expected = "The trees do not hold how many training rows ended in each leaf, which exact contributions are weighed by: the package is of an older release. Train again to get them.";

        Assert.Equal(1, form.Info.Version);
        Assert.Equal(Expected, form.Unexplained);
        Assert.Equal(Expected, Assert.Throws<InvalidOperationException>(() => form.Base(ContributionScale.Score)).Message);
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, "it has 3 counts of training rows for 4 leaves, or one below 1")]
    [InlineData(new[] { 1, 2, 0, 4 }, "it has 4 counts of training rows for 4 leaves, or one below 1")]
    public void Form_CoversThatCannotBe_AreRefused(int[] covers, string what)
    {
        var tree = Data.ExampleModels.Covered(covers);

        var fault = Assert.Throws<ArtifactException>(() => new NumberTreesForm(new(Data.ExampleModels.Inputs, [tree])));

        Assert.Equal($"A tree cannot be used: {what}. Make the model again, or fetch the file again from where it was made.", fault.Message);
    }

    private static double[] Explain(IExplains form, Table rows, ContributionScale scale, int outputs)
    {
        var output = new double[rows.RowCount * outputs * ((IForm)form).Info.Inputs.Count];
        form.Explain(rows, scale, output);
        return output;
    }

    private static double[] Values(Table rows, int row) =>
        [((NumberColumn)rows["first"]).Values[0][row], ((NumberColumn)rows["second"]).Values[0][row], ((CategoryColumn)rows["level"]).Codes[0][row]];
}
