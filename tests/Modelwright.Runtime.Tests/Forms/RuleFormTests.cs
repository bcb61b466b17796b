using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Rules;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class RuleFormTests
{
    private static readonly FormInput[] Inputs = [new("income", ColumnType.Number, []), new("plan", ColumnType.Category, ["basic", "gold", "pro"])];

    private static readonly RuleSet Two = new(
        Inputs,
        [
            new([new(0) { Above = 2100, AtMost = 5000, HoldsMissing = true }, new(1) { Levels = [0b101], HoldsMissing = true }], [1]),
            new([new(1) { Levels = [0b10] }], [-4]),
        ],
        [10]);

    [Fact]
    public void Predict_Rules_AddsTheWeightsOfThoseThatHold()
    {
        var rows = new Table(
        [
            new NumberColumn("income", [2100, 2101, 5000, 5001, double.NaN, double.NaN, 3000]),
            CategoryColumn.FromTexts("plan", ["basic", "basic", "pro", "pro", "pro", "gold", null]),
        ]);
        var answers = new double[7];
        new NumberRulesForm(Two).Predict(rows, answers);
        Assert.Equal([10, 11, 11, 10, 11, 6, 11], answers);
    }

    [Fact]
    public void Predict_InfiniteNumbers_FallOnTheOpenSides()
    {
        FormInput[] inputs = [Inputs[0]];
        var form = new NumberRulesForm(new(inputs, [new([new(0) { AtMost = 5 }], [1]), new([new(0) { Above = 5 }], [2])], [0]));
        var answers = new double[2];
        form.Predict(new([new NumberColumn("income", [double.NegativeInfinity, double.PositiveInfinity])]), answers);
        Assert.Equal([1, 2], answers);
    }

    [Fact]
    public void Lines_Rules_HeaviestFirst()
    {
        Assert.Equal(new FormParts(2, "rules"), new NumberRulesForm(Two).Parts);
        Assert.Equal(
        [
            "the answer starts at 10",
            "  -4 if plan is gold",
            "  +1 if 2,100 < income <= 5,000* and plan is not gold",
            "* also where the value is missing",
        ], new NumberRulesForm(Two).Lines);
        Assert.Equal("the log-odds of yes start at 10", new ClassRulesForm(Two, ["no", "yes"], ProbabilityLink.Logistic).Lines.First());
    }

    [Fact]
    public void Lines_RulesOfThreeClasses_HaveAWeightEach()
    {
        var form = new ClassRulesForm(new(Inputs, [new([new(0) { AtMost = 1 }], [1, 0, -1])], [0, 0.5, 0]), ["a", "b", "c"], ProbabilityLink.Softmax);
        Assert.Equal(["the scores start at 0 for a, 0.5 for b, 0 for c", "  +1 for a, +0 for b, -1 for c if income <= 1"], form.Lines);
    }

    public static TheoryData<string, RuleSet> Unsound => new()
    {
        { "Form 'number_rules' has 0 start scores, or one that is not finite. Give one an output, at least one.", Two with { Start = [] } },
        { "Form 'number_rules' has 1 start scores, or one that is not finite. Give one an output, at least one.", Two with { Start = [double.NaN] } },
        { "Rule 0 of form 'number_rules' has 2 weights for 1 outputs. Give it one an output.", Two with { Rules = [new([], [1, 2])] } },
        { "Rule 0 of form 'number_rules' asks input 2 of 2 after input -1. Ask each input once, in their order.", Two with { Rules = [new([new(2)], [1])] } },
        { "Rule 0 of form 'number_rules' asks input 0 of 2 after input 0. Ask each input once, in their order.", Two with { Rules = [new([new(0), new(0)], [1])] } },
        { "Rule 0 of form 'number_rules' has the wrong kind of condition for input 'income'. Bound numbers, and list the levels of categories.", Two with { Rules = [new([new(0) { Levels = [1] }], [1])] } },
        { "Rule 0 of form 'number_rules' has the wrong kind of condition for input 'plan'. Bound numbers, and list the levels of categories.", Two with { Rules = [new([new(1) { AtMost = 3 }], [1])] } },
        { "A bound of rule 0 of form 'number_rules' for input 'income' is not a number. Make the model again.", Two with { Rules = [new([new(0) { Above = double.NaN }], [1])] } },
        { "The weights of form 'number_rules' are not finite, or add up beyond the range of numbers. Make the model again from a target of a smaller unit.", Two with { Rules = [new([], [1e308]), new([], [1e308])] } },
        { "Form 'number_rules' answers one number; the rules have 2 outputs. Give them one.", Two with { Rules = [], Start = [1, 2] } },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Form_UnsoundRules_AreRefused(string text, RuleSet rules) =>
        Assert.Equal(text, Assert.Throws<ArtifactException>(() => new NumberRulesForm(rules)).Message);
}
