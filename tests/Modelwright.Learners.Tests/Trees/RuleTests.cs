using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Tests.Data;
using Modelwright.Learners.Trees;
using Modelwright.Learners.Trees.Rules;
using Modelwright.Runtime.Forms.Rules;

namespace Modelwright.Learners.Tests.Trees;

public sealed class RuleTests
{
    /// <summary>The answer is 1, and 10 more where x is above 5 and the kind is b; a tenth of the numbers is missing.</summary>
    private static TrainingSet OneRule(int rows, double noise = 0)
    {
        var random = new Random(1);
        double[] x = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.1 ? double.NaN : Math.Round(10 * random.NextDouble(), 1))];
        int[] kind = [.. Enumerable.Range(0, rows).Select(_ => random.Next(3))];
        double[] y = [.. Enumerable.Range(0, rows).Select(row => 1 + (x[row] > 5 && kind[row] == 1 ? 10 : 0) + (noise * (random.NextDouble() - 0.5)))];
        return new(LearningTask.Regression, new([new NumberColumn("x", x), new CategoryColumn("kind", ["a", "b", "c"], kind)])) { Target = new NumberColumn("y", y) };
    }

    private static RuleSet Rules(TrainingSet data, ParameterValues? values = null) =>
        Assert.IsType<NumberRulesForm>(new RuleLearner().Fit(data, values ?? ParameterValues.Default, new FitContext()).Form).Rules;

    [Fact]
    public void Fit_OneRuleInTheData_IsFoundWithItsWeight()
    {
        var rules = Rules(OneRule(1000, noise: 0.5), ParameterValues.Default.With("max_rules", 1));
        var rule = Assert.Single(rules.Rules);
        Assert.Equal(["kind", "x"], rules.Inputs.Select(input => input.Name).Order());
        Assert.Equal(2, rule.Conditions.Count);
        var number = rule.Conditions.Single(condition => rules.Inputs[condition.Input].Name == "x");
        Assert.InRange(number.Above, 5, 5.1);
        Assert.False(number.HoldsMissing);
        Assert.InRange(rule.Weights[0], 9.7, 10.1);
        Assert.InRange(rules.Start[0], 0.9, 1.1);
    }

    [Fact]
    public void Fit_RidgeOfOneRow_WeightIsDrawnToNothingByIt()
    {
        // 400 rows, half of them 1 above the others: with the start free, the weight is 1 x h / (h + 1), h being 400 x 0.5 x 0.5.
        double[] x = [.. Enumerable.Range(0, 400).Select(row => (double)(row % 2))];
        var data = new TrainingSet(LearningTask.Regression, new([new NumberColumn("x", x)])) { Target = new NumberColumn("y", x) };
        var rule = Assert.Single(Rules(data, ParameterValues.Default.With("max_rules", 1)).Rules);
        Assert.Equal(100.0 / 101, Math.Abs(rule.Weights[0]), 6);
    }

    [Fact]
    public void Fit_Noise_KeepsNoRule()
    {
        var random = new Random(2);
        double[] Draw() => [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        var data = new TrainingSet(LearningTask.Regression, new([new NumberColumn("x", Draw()), new NumberColumn("z", Draw())])) { Target = new NumberColumn("y", Draw()) };
        Assert.Empty(Rules(data).Rules);
    }

    [Fact]
    public void Fit_FewRulesAllowed_AreTheFirstOfMany()
    {
        var data = Clouds.Wave(500, 3);
        var all = ParameterValues.Default.With("pruning", "none");
        var (few, many) = (Rules(data, all.With("max_rules", 3)), Rules(data, all.With("max_rules", 8)));
        Assert.Equal(3, few.Rules.Count);
        Assert.Equal(8, many.Rules.Count);
        Assert.Equal(few.Rules.Select(Text), many.Rules.Take(3).Select(Text));
        static string Text(Rule rule) => string.Join(";", rule.Conditions.Select(condition => $"{condition.Above}..{condition.AtMost}"));
    }

    [Fact]
    public void Fit_Deadline_SaysSoAndKeepsWhatThereIs()
    {
        var fitted = new RuleLearner().Fit(OneRule(300), ParameterValues.Default, new FitContext { Deadline = 0 });
        Assert.Equal(FitEnd.Deadline, fitted.Report.End);
        Assert.Equal("max_rules=1, pruning=none, trees=1", fitted.Report.Decided.ToString());
        Assert.Equal(["The deadline came after 1 rules from 1 trees, or before their number was settled. Give the fit more time."], fitted.Report.Warnings);
    }

    /// <summary>What the form answers for training rows is what the rows counted for while fitting: the conditions are the tree's.</summary>
    [Fact]
    public void Conditions_OfAnyNode_HoldForItsRowsAlone()
    {
        var data = OneRule(500, noise: 5);
        var target = new ForestTarget(data);
        BinnedColumn[] columns = [NumberBins.Of((NumberColumn)data.Features["x"]), CategoryBins.Of((CategoryColumn)data.Features["kind"], target)];
        var candidates = new CandidateRules(columns, data.Features, target, new() { Trees = 5, MaxDepth = 3, MinSamplesLeaf = 5, Bootstrap = true }, new FitContext());
        for (var tree = 0; tree < candidates.Trees; tree++)
        {
            foreach (var child in new[] { -1, -2, -3, 1, 2 })
            {
                var set = new RuleSet(candidates.Inputs, [new(candidates.Conditions(tree, child), [1])], [0]);
                Assert.Equal(candidates.Rows(tree, child).Select(holds => holds ? 1.0 : 0), Answers.Numbers(new NumberRulesForm(set), data.Features));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void Loss_Slope_IsThatOfTheLoss(int classes)
    {
        var random = new Random(3);
        var features = new Table([new NumberColumn("x", [.. Enumerable.Range(0, 6).Select(row => (double)row)])]);
        Column column = classes == 0
            ? new NumberColumn("y", [1, 4, 2, 8, 5, 7])
            : new CategoryColumn("y", [.. Enumerable.Range(0, classes).Select(label => $"{label}")], [.. Enumerable.Range(0, 6).Select(row => row % classes)]);
        var set = new TrainingSet(classes == 0 ? LearningTask.Regression : LearningTask.Classification, features) { Target = column, Weights = [1, 2, 1, 3, 1, 1] };
        var loss = new RuleLoss(new(set));
        double[] scores = [.. Enumerable.Range(0, 6 * loss.Outputs).Select(_ => random.NextDouble() - 0.5)];
        var (first, second, other) = (new double[scores.Length], new double[scores.Length], new double[scores.Length]);
        loss.Of(scores, first, second);
        const double Step = 1e-5;
        for (var place = 0; place < scores.Length; place++)
        {
            double[] up = [.. scores];
            double[] down = [.. scores];
            (up[place], down[place]) = (scores[place] + Step, scores[place] - Step);
            var slope = (loss.Of(down, new double[scores.Length], other) - loss.Of(up, new double[scores.Length], other)) / (2 * Step);
            Assert.Equal(slope, first[place], 6);
            Assert.True(second[place] > 0);
        }
    }

    [Fact]
    public void Solve_PositiveSystem_GivesTheSolution()
    {
        double[,] matrix = { { 4, 0, 0 }, { 2, 5, 0 }, { 1, 3, 6 } };
        double[] expected = [1, -2, 3];
        double[] right = [(4 * 1) + (2 * -2) + (1 * 3), (2 * 1) + (5 * -2) + (3 * 3), (1 * 1) + (3 * -2) + (6 * 3)];
        Assert.All(PositiveSystem.Solve(matrix, right).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 12));
    }
}
