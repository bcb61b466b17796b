using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Numbers;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class ReadableTests
{
    private static readonly FormInput[] Inputs = [new("income", ColumnType.Number, []), new("plan", ColumnType.Category, ["basic", "gold", "pro"])];

    /// <summary>income at most 2,100 (or missing)? Then plan in {basic, gold}; else income at most 5,000.</summary>
    private static Tree Three(params double[] leaves) => new()
    {
        Feature = [0, 1, 0],
        Threshold = [2100, 0, 5000],
        Left = [1, ~0, ~2],
        Right = [2, ~1, ~3],
        MissingLeft = [true, false, false],
        CategoryStart = [-1, 0, -1],
        CategoryWords = [0, 1, 0],
        CategoryBits = [0b11],
        Leaves = leaves,
    };

    [Fact]
    public void Lines_OneTree_AreItsLeavesWithAllThatLeadsThere()
    {
        var form = new ClassTreesForm(new(Inputs, [Three(0.25, 0.75, 1, 0, 0.5, 0.5, 0.125, 0.875)]) { Outputs = 2 }, ["no", "yes"], ProbabilityLink.Identity);
        Assert.Equal(new FormParts(4, "leaves"), form.Parts);
        Assert.Equal(
        [
            "if income <= 2,100* and plan is basic, gold: no 25.0 %, yes 75.0 %",
            "if income <= 2,100* and plan is not basic, gold: no 100.0 %, yes 0.0 %",
            "if 2,100 < income <= 5,000: no 50.0 %, yes 50.0 %",
            "if income > 5,000: no 12.5 %, yes 87.5 %",
            "* also where the value is missing",
        ], form.Lines);
    }

    [Fact]
    public void Lines_TreeOfNumbers_StartFromTheBase()
    {
        var form = new NumberTreesForm(new(Inputs, [Three(1, 2, 3.123456, -4)]) { Base = [1000] });
        Assert.Equal("if 2,100 < income <= 5,000: 1,003.1", form.Lines.ElementAt(2));
    }

    [Fact]
    public void Lines_SeveralTrees_SayThatTheyAreAdded()
    {
        var form = new ClassTreesForm(new(Inputs, [Tree.SingleLeaf(0.5), Tree.SingleLeaf(-2)]), ["no", "yes"], ProbabilityLink.Logistic);
        Assert.Equal(["tree 1 of 2, which are added up:", "+0.5 for yes", "tree 2 of 2, which are added up:", "-2 for yes"], form.Lines);
    }

    [Fact]
    public void Lines_SplitOfMissingFromAllOthers_SaysSo()
    {
        var tree = new Tree { Feature = [0], Threshold = [double.MaxValue], Left = [~0], Right = [~1], MissingLeft = [false], CategoryStart = [-1], CategoryWords = [0], CategoryBits = [], Leaves = [1, 2] };
        Assert.Equal(["if income is not missing: 1", "if income is missing: 2"], new NumberTreesForm(new(Inputs, [tree])).Lines);
    }

    [Fact]
    public void Lines_Sum_LargestTermFirst()
    {
        FormInput[] inputs = [new("a", ColumnType.Number, []), new("b", ColumnType.Number, []), new("c", ColumnType.Number, [])];
        var form = new ClassLinearForm(new(inputs, [0.5, -2, 0], [-1.5]), ["no", "yes"], ProbabilityLink.Logistic);
        Assert.Equal(new FormParts(2, "terms"), form.Parts);
        Assert.Equal(["the log-odds of yes is -1.5", "  -2 x b", "  +0.5 x a"], form.Lines);
    }

    [Fact]
    public void Lines_SumsOfThreeClasses_AreAScoreEach()
    {
        FormInput[] inputs = [new("a", ColumnType.Number, [])];
        var form = new ClassLinearForm(new(inputs, [1, 0, -1], [0, 1, 2]), ["x", "y", "z"], ProbabilityLink.Softmax);
        Assert.Equal(["the score of x is 0", "  +1 x a", "the score of y is 1", "the score of z is 2", "  -1 x a"], form.Lines);
    }

    [Fact]
    public void Lines_Pipeline_SaysWhatChangedInputsStandFor()
    {
        var training = new Table([new NumberColumn("age", [20, double.NaN, 40, 60]), CategoryColumn.FromTexts("plan", ["a", "b", "c", "a"])]);
        var impute = new Impute { FillsCategories = false }.Fit(new(training));
        var scale = new Scale { Columns = ["age"] }.Fit(new(impute.Training));
        var hot = new OneHot().Fit(new(scale.Training));
        FormInput[] inputs = [new("age", ColumnType.Number, []), new("age:missing", ColumnType.Number, []), new("plan=a", ColumnType.Number, [])];
        var pipeline = Assert.IsAssignableFrom<IReadable>(PipelineForm.Of([impute.Step, scale.Step, hot.Step], new NumberLinearForm(new(inputs, [3, 1, -2], [10]))));
        Assert.Equal(new FormParts(3, "terms"), pipeline.Parts);
        Assert.Equal(
        [
            "the answer is 10",
            "  +3 x age",
            "  -2 x plan=a",
            "  +1 x age:missing",
            "where age stands for (age - 40) / 14.142",
            "where age counts as 40 if missing",
            "where age:missing is 1 if age is missing, else 0",
        ], pipeline.Lines);
    }

    [Fact]
    public void Lines_Constants_AreTheAnswer()
    {
        Assert.Equal(["3.25"], new NumberConstantForm(3.25).Lines);
        Assert.Equal(["b 50.0 %, a 25.0 %, c 25.0 %"], new ClassConstantForm(["a", "b", "c"], [0.25, 0.5, 0.25]).Lines);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(2100, "2,100")]
    [InlineData(123456.789, "123,457")]
    [InlineData(-0.000123456, "-0.00012346")]
    [InlineData(1.23456789, "1.2346")]
    [InlineData(1.5e13, "1.5E+13")]
    [InlineData(1e-9, "1E-09")]
    public void Number_AnySize_FiveDigitsOrTheWholePart(double value, string text) => Assert.Equal(text, ReadableNumber.Of(value));
}
