using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Tests.Data;
using Modelwright.Learners.Trees;
using Modelwright.Learners.Trees.Single;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Tests.Trees;

public sealed class DecisionTreeTests
{
    private static readonly ParameterValues Whole = ParameterValues.Default.With("min_samples_leaf", 1).With("pruning", "given");

    /// <summary>Eight rows in four pairs: the cut in the middle saves 242 of the summed squared error of 252, the others 1 and 9.</summary>
    private static readonly TrainingSet Pairs = Numbers([1, 2, 3, 4, 5, 6, 7, 8], [0, 0, 1, 1, 10, 10, 13, 13]);

    [Fact]
    public void Fit_PriceOfNothing_KeepsEverySplitThatSaves()
    {
        var tree = Tree(Pairs, Whole);
        Assert.Equal([4.5, 2.5, 6.5], tree.Threshold);
        Assert.Equal([0, 1, 10, 13], tree.Leaves.Order());
    }

    [Theory]
    [InlineData(1.0 / 252, 3)]
    [InlineData(8.9 / 252, 3)]
    [InlineData(9.1 / 252, 2)]
    [InlineData(241.0 / 252, 2)]
    [InlineData(243.0 / 252, 1)]
    public void Fit_PriceOfALeaf_CutsWhatSavesLess(double price, int leaves) =>
        Assert.Equal(leaves, Tree(Pairs, Whole.With("ccp_alpha", price + 1e-12)).LeafCount);

    [Fact]
    public void Fit_FewLeavesAllowed_KeepsTheSplitsThatSaveMost()
    {
        var tree = Tree(Pairs, Whole.With("max_leaves", 3));
        Assert.Equal([4.5, 6.5], tree.Threshold);
        Assert.Equal([0.5, 10, 13], tree.Leaves.Order());
    }

    [Fact]
    public void Fit_ColumnThatIsNotAsked_IsNotRead()
    {
        var data = Pairs with { Features = Pairs.Features.With(new NumberColumn("other", [1, 0, 1, 0, 1, 0, 1, 0])) };
        var form = new DecisionTreeLearner().Fit(data, Whole, new FitContext()).Form;
        Assert.Equal(["x"], form.Info.Inputs.Select(input => input.Name));
    }

    [Fact]
    public void Fit_Noise_IsOneLeaf()
    {
        var random = new Random(5);
        var data = Numbers([.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())], [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())]);
        Assert.Equal(1, Tree(data, ParameterValues.Default).LeafCount);
    }

    [Fact]
    public void Fit_LevelsThatSayNothing_AreNotAsked()
    {
        var random = new Random(6);
        int[] codes = [.. Enumerable.Range(0, 900).Select(_ => random.Next(200))];
        var features = new Table([new CategoryColumn("level", [.. Enumerable.Range(0, 200).Select(level => $"level {level}")], codes)]);
        var target = new CategoryColumn("answer", ["no", "yes"], [.. codes.Select(_ => random.Next(2))]);
        var form = Assert.IsType<ClassTreesForm>(new DecisionTreeLearner().Fit(new(LearningTask.Classification, features) { Target = target }, ParameterValues.Default, new FitContext()).Form);
        Assert.Equal(0, form.Ensemble.Trees[0].NodeCount);
    }

    [Fact]
    public void Fit_OneStandardError_IsNoLargerThanTheBest()
    {
        var data = Clouds.Wave(600, 3, noise: 3);
        var (small, best) = (Tree(data, ParameterValues.Default), Tree(data, ParameterValues.Default.With("pruning", "best")));
        Assert.InRange(small.LeafCount, 2, best.LeafCount);
        Assert.InRange(best.LeafCount, 2, 20);
    }

    [Fact]
    public void Fit_ClassShares_AreDrawnToThoseOfAllRowsByTwoRows()
    {
        // Ten rows a side; all rows have 10 "yes" in 20. A side of no "yes" says (0 + 2 * 0.5) / (10 + 2).
        var features = new Table([new NumberColumn("x", [.. Enumerable.Range(0, 20).Select(row => (double)row)])]);
        var target = new CategoryColumn("answer", ["no", "yes"], [.. Enumerable.Range(0, 20).Select(row => row / 10)]);
        var form = new DecisionTreeLearner().Fit(new(LearningTask.Classification, features) { Target = target }, Whole, new FitContext()).Form;
        var answers = Answers.Probabilities(form, features.Take([0, 19]));
        double[] expected = [11.0 / 12, 1.0 / 12, 1.0 / 12, 11.0 / 12];
        Assert.All(answers.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void Fit_DeadlineBeforeTheSizeIsSettled_SaysSo()
    {
        var fitted = new DecisionTreeLearner().Fit(Clouds.Wave(200, 1), ParameterValues.Default, new FitContext { Deadline = 0 });
        Assert.Equal(FitEnd.Deadline, fitted.Report.End);
        Assert.Equal("given", fitted.Report.Decided.Texts["pruning"]);
        Assert.Equal(["The deadline came before the size of the tree was settled on held-out rows. Give the fit more time."], fitted.Report.Warnings);
    }

    /// <summary>For every price the tree cut back is the one of all trees cut back that costs least: Breiman et al. 1984, theorem 3.10.</summary>
    [Fact]
    public void Cut_AnyPrice_IsTheCheapestOfAllTreesCutBack()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 300; trial++)
        {
            double[] answers = [.. Enumerable.Range(0, 4 + random.Next(12)).Select(_ => random.NextDouble())];
            double[] places = [.. Enumerable.Range(0, answers.Length).Select(row => (double)row)];
            var tree = BestFirstGrower.Grow([NumberBins.Of(new("x", places))], new(Numbers(places, answers)), [.. answers.Select(_ => 1)], 1, 100, CancellationToken.None);
            WeakestLinks.Cut(tree);
            var price = 0.6 * random.NextDouble();
            var unit = price * tree.Nodes[0].Risk;
            Assert.Equal(Least(tree, 0, unit), Cost(tree, 0, price, unit), 9);
        }
    }

    private static double Cost(GrownTree tree, int node, double price, double unit) => tree.Nodes[node].CutAt <= price
        ? tree.Nodes[node].Risk + unit
        : Cost(tree, tree.Nodes[node].Low, price, unit) + Cost(tree, tree.Nodes[node].High, price, unit);

    private static double Least(GrownTree tree, int node, double unit)
    {
        var own = tree.Nodes[node].Risk + unit;
        return tree.Nodes[node].IsLeaf ? own : Math.Min(own, Least(tree, tree.Nodes[node].Low, unit) + Least(tree, tree.Nodes[node].High, unit));
    }

    private static Tree Tree(TrainingSet data, ParameterValues values)
    {
        var form = Assert.IsType<NumberTreesForm>(new DecisionTreeLearner().Fit(data, values, new FitContext()).Form);
        return Assert.Single(form.Ensemble.Trees);
    }

    private static TrainingSet Numbers(double[] values, double[] target) =>
        new(LearningTask.Regression, new Table([new NumberColumn("x", values)])) { Target = new NumberColumn("y", target) };
}
