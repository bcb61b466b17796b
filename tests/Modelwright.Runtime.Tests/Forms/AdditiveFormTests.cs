using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Runtime.Forms.Additive;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class AdditiveFormTests
{
    [Theory]
    [InlineData(5, "basic", 40, 1000 + 1 + 10 + 0.25 + 100)]
    [InlineData(10, "gold", 41, 1000 + 1 + 20 + 0.75 - 100)]
    [InlineData(10.5, "gold", 40, 1000 + 2 + 20 + 0.25 + 200)]
    [InlineData(double.PositiveInfinity, "basic", double.NegativeInfinity, 1000 + 3 + 10 + 0.25 - 200)]
    [InlineData(double.NaN, "basic", 50, 1000 + 0 + 10 + 0.75)]
    [InlineData(15, null, double.NaN, 1000 + 2 + 0.5 - 0.25)]
    [InlineData(15, "never seen", 40, 1000 + 2 + 0.5 + 0.25)]
    public void Predict_Row_AddsTheTermsOfItsBins(double tenure, string? plan, double age, double expected) =>
        Assert.Equal(expected, Predict(AdditiveForms.Numbers, AdditiveForms.Row(tenure, plan, age)));

    [Fact]
    public void PredictProbabilities_TwoClasses_AreLogistic()
    {
        var output = new double[2];
        AdditiveForms.TwoClasses.PredictProbabilities(AdditiveForms.Row(5, "basic", 50), output);
        Assert.Equal(1 / (1 + Math.Exp(-10.75)), output[1], 1e-15);
    }

    [Fact]
    public void PredictProbabilities_ThreeClasses_AreSoftmaxOfTheSums()
    {
        var output = new double[3];
        AdditiveForms.ThreeClasses.PredictProbabilities(AdditiveForms.Row(11, "basic", 3), output);
        double[] powers = [Math.Exp(0.1 - 1 + 1 + 0.5 + 2), Math.Exp(0.2 - 2 + 0 - 0.5 + 1), Math.Exp(-0.3 - 3)];
        Assert.Equal([.. powers.Select(power => power / powers.Sum())], output, (left, right) => Math.Abs(left - right) < 1e-14);
    }

    [Fact]
    public void Contributions_AnyRow_AddUpToTheAnswer()
    {
        var number = Gen.OneOf(Gen.Double[-50, 100], Gen.Const(double.NaN), Gen.Const(double.NegativeInfinity));
        Gen.Select(number, Gen.OneOf(Gen.Const("basic"), Gen.Const("gold"), Gen.Const("never seen")), number).Sample((tenure, plan, age) =>
        {
            var row = AdditiveForms.Row(tenure, plan, age);
            var parts = new double[4];
            AdditiveForms.Numbers.Contributions(row, parts);
            return Math.Abs(1000 + parts.Sum() - Predict(AdditiveForms.Numbers, row)) < 1e-9;
        });
    }

    [Fact]
    public void Contributions_ThreeClasses_StandByTermAndOutput()
    {
        var parts = new double[12];
        AdditiveForms.ThreeClasses.Contributions(AdditiveForms.Row(11, "gold", 3), parts);
        Assert.Equal([-1, -2, -3, 0, 1, 0, 0.5, -0.5, 0, 2, 1, 0], parts);
    }

    [Fact]
    public void Predict_SumBeyondTheRange_IsHeldAtItsEnd()
    {
        var form = new NumberAdditiveForm(new([AdditiveForms.Inputs[0]], [new([], [0, double.MaxValue])], [], [double.MaxValue]));
        Assert.Equal(double.MaxValue, Predict(form, AdditiveForms.Row(1, null, 1)));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "intercept", "Form 'number_additive' has no intercept, or one that is not finite. Make the model again." },
        { "shapes", "Form 'number_additive' has 2 shapes for 3 inputs. Give one for each." },
        { "values", "Form 'number_additive' has 3 values and 2 edges for input 'Tenure' of 0 levels and 1 outputs. Give a value for each bin and output, and edges to numbers alone." },
        { "edges", "A value of input 'Tenure' of form 'number_additive' is not finite, or its edges do not ascend. Make the model again." },
        { "named", "Form 'number_additive' pairs input 1 with input 1 of 3. Name two of them in ascending order, counted from 0." },
        { "parts", "The pair of inputs 'Tenure' and 'Plan' of form 'number_additive' has 9 values for 4 and 3 bins, or one that is not finite. Give each bin a part of the table, and each cell and output a finite value." },
        { "outputs", "Form 'number_additive' answers one number; the terms have 3 outputs. Give them one." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Make_UnsoundTerms_SaysWhatIsWrong(string fault, string expected)
    {
        var (terms, tenure, rest) = (AdditiveForms.Terms, AdditiveForms.Terms.Shapes[0], AdditiveForms.Terms.Shapes.Skip(1));
        var unsound = fault switch
        {
            "intercept" => terms with { Intercepts = [double.NaN] },
            "shapes" => terms with { Shapes = [.. rest] },
            "values" => terms with { Shapes = [tenure with { Values = [1, 2, 3] }, .. rest] },
            "edges" => terms with { Shapes = [tenure with { Edges = [20, 10] }, .. rest] },
            "named" => terms with { Pairs = [AdditiveForms.Pair with { First = 1 }] },
            "parts" => terms with { Pairs = [new(0, 1, [0, 1, 2, -1], [0, 1, 2], AdditiveForms.Pair.Values)] },
            _ => AdditiveForms.ThreeOutputs,
        };
        Assert.Equal(expected, Assert.Throws<ArtifactException>(() => new NumberAdditiveForm(unsound)).Message);
    }

    [Fact]
    public void PredictProbabilities_MissingColumns_NamesAll()
    {
        var error = Assert.Throws<DataException>(() => AdditiveForms.ThreeClasses.PredictProbabilities(new Table([new NumberColumn("Ages", [1])]), new double[3]));
        Assert.Equal(
            """
            Column 'Tenure' (number) was not found, and the model needs it. Add it, or rename the column that holds it (case matters).
            Column 'Plan' (category) was not found, and the model needs it. Add it, or rename the column that holds it (case matters).
            Column 'Age' (number) was not found, and the model needs it. Did you mean 'Ages'? Add it, or rename the column that holds it (case matters).
            """.ReplaceLineEndings("\n"),
            error.Message);
    }

    private static double Predict(NumberAdditiveForm form, Table rows)
    {
        var output = new double[1];
        form.Predict(rows, output);
        return output[0];
    }

    [Fact]
    public void Lines_Number_AreAShapeALineThenThePairs()
    {
        Assert.Equal(new FormParts(4, "terms"), AdditiveForms.Numbers.Parts);
        Assert.Equal(
        [
            "the answer starts at 1,000",
            "  Plan: +10 for basic, +20 for gold, +0 for any other or none",
            "  Tenure: +1 up to 10, +2 up to 20, +3 above 20, +0 where missing",
            "  Age: +0.25 up to 40, +0.75 above 40, -0.25 where missing",
            "  Tenure with Plan:",
            "    Tenure up to 10, Plan: +100 for basic, -100 for gold, +0 for any other or none",
            "    Tenure above 10, Plan: -200 for basic, +200 for gold, +0 for any other or none",
        ], AdditiveForms.Numbers.Lines);
    }

    [Fact]
    public void Lines_Classes_SayWhatIsScored()
    {
        Assert.Equal("the log-odds of yes start at -1", AdditiveForms.TwoClasses.Lines.First());
        Assert.Equal(["the score of a starts at 0.1", "the score of b starts at 0.2", "the score of c starts at -0.3"], AdditiveForms.ThreeClasses.Lines.Where(line => line[0] != ' '));
    }

    [Fact]
    public void Explain_Pair_CountsHalfToEachInput()
    {
        var parts = new double[3];
        AdditiveForms.Numbers.Explain(AdditiveForms.Row(5, "gold", 50), ContributionScale.Answer, parts);
        Assert.Equal([1 - 50, 20 - 50, 0.75], parts);
        Assert.Equal([1000.0], AdditiveForms.Numbers.Base(ContributionScale.Score));
    }
}
