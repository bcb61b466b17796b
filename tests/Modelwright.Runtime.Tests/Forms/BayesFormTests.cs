using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Bayes;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class BayesFormTests
{
    private static readonly FormInput[] Inputs = [new("age", ColumnType.Number, []), new("plan", ColumnType.Category, ["basic", "gold"])];

    private static readonly BayesTables Two = new(Inputs, [new([30, 60], [0, 1, 0, -1, 0, 2]), new([], [0.5, -0.5, -1, 1])], [0, -1]);

    [Fact]
    public void Predict_Tables_AddWhatEachValueSays()
    {
        var rows = new Table([new NumberColumn("age", [30, 30.5, 61, double.NaN]), CategoryColumn.FromTexts("plan", ["basic", "gold", "other", null])]);
        var shares = new double[8];
        new ClassBayesForm(Two, ["no", "yes"]).PredictProbabilities(rows, shares);
        double[] logOdds = [-1 + 1 - 1, -1 - 1 + 2, -1 + 2, -1];
        Assert.All(logOdds.Select((odds, row) => (1 / (1 + Math.Exp(-odds)), shares[(2 * row) + 1])), pair => Assert.Equal(pair.Item1, pair.Item2, 12));
    }

    [Fact]
    public void Lines_TwoClasses_OneAnInput()
    {
        var form = new ClassBayesForm(Two, ["no", "yes"]);
        Assert.Equal(new FormParts(2, "tables"), form.Parts);
        Assert.Equal(["the log-odds of yes start at -1", "  age: +1 up to 30, -1 up to 60, +2 above 60", "  plan: -1 for basic, +2 for gold"], form.Lines);
    }

    [Fact]
    public void Lines_ThreeClasses_OneACell()
    {
        var form = new ClassBayesForm(new([Inputs[1]], [new([], [1, 2, 3, -1, 0, 0.5])], [0, 1, 2]), ["a", "b", "c"]);
        Assert.Equal(["the scores start at 0 for a, 1 for b, 2 for c", "  plan for basic: +1 for a, +2 for b, +3 for c", "  plan for gold: -1 for a, +0 for b, +0.5 for c"], form.Lines);
    }

    public static TheoryData<string, BayesTables> Unsound => new()
    {
        { "Form 'class_bayes' has 1 tables for 2 inputs, and 2 classes. Give it a table an input and at least one class.", Two with { Tables = [Two.Tables[0]] } },
        { "The table of form 'class_bayes' for input 'age' has 2 edges and 4 logarithms for 3 cells and 2 classes. Give one a cell and class, and edges to numbers alone.", Two with { Tables = [new([30, 60], [0, 1, 0, 1]), Two.Tables[1]] } },
        { "The table of form 'class_bayes' for input 'plan' has 1 edges and 4 logarithms for 2 cells and 2 classes. Give one a cell and class, and edges to numbers alone.", Two with { Tables = [Two.Tables[0], new([1], [0, 1, 0, 1])] } },
        { "The edges of form 'class_bayes' for input 'age' are not finite, or do not rise. Make the model again.", Two with { Tables = [new([60, 30], [0, 1, 0, 1, 0, 1]), Two.Tables[1]] } },
        { "A logarithm of form 'class_bayes' is not finite, or they add up beyond the range of numbers. Make the model again.", Two with { Start = [double.NaN, 0] } },
        { "A logarithm of form 'class_bayes' is not finite, or they add up beyond the range of numbers. Make the model again.", Two with { Start = [1.7e308, 0], Tables = [Two.Tables[0], new([], [1e308, 0, 0, 0])] } },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Form_UnsoundTables_AreRefused(string text, BayesTables tables) =>
        Assert.Equal(text, Assert.Throws<ArtifactException>(() => new ClassBayesForm(tables, ["no", "yes"])).Message);
}
