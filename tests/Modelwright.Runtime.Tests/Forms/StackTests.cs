using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Stack;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class StackTests
{
    private static readonly Table OneRow = new([new NumberColumn("Tenure", [4])]);

    [Fact]
    public void Predict_Numbers_IsTheMeanOfSecondLayerAndBlend()
    {
        var form = new NumberStackForm([new NumberConstantForm(3), new NumberConstantForm(5)], [0.75, 0.25], StackForms.Second("stack:0:0", "stack:1:0"), 0.5);
        var output = new double[1];
        form.Predict(OneRow, output);

        // Second layer: 10 + 0.5 x 4 + 2 x 3 + 2 x 5 = 28; blend: 3.5.
        Assert.Equal((0.5 * 28) + (0.5 * 3.5), output[0], 12);
    }

    [Fact]
    public void Predict_NoShare_IsTheBlend()
    {
        var output = new double[1];
        new NumberStackForm([new NumberConstantForm(3)], [1], StackForms.Second("stack:0:0"), 0).Predict(OneRow, output);
        Assert.Equal(3, output[0]);
    }

    [Fact]
    public void Predict_TwoClasses_SecondLayerReadsTheLogOddsOfTheSecondClass()
    {
        FormInput[] inputs = [new("stack:0:0", ColumnType.Number, [])];
        var same = new ClassLinearForm(new(inputs, [1], [0]), ["no", "yes"], Runtime.Forms.ProbabilityLink.Logistic);
        var form = new ClassStackForm([new ClassConstantForm(["no", "yes"], [0.2, 0.8])], [1], same, 1);
        var output = new double[2];
        form.PredictProbabilities(OneRow, output);
        Assert.Equal(0.8, output[1], 12);
    }

    [Fact]
    public void Info_Inputs_AreColumnsAndNoAnswers() =>
        Assert.Equal(["Age", "Plan", "Tenure"], StackForms.Numbers.Info.Inputs.Select(input => input.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    public void Names_OfTwoMembers_AsManyAsTheSecondLayerReads(int classes, int count)
    {
        Assert.Equal(count, StackColumns.Names(2, classes).Distinct().Count());
        Assert.Equal(count, StackColumns.Count(2, classes));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void Make_ShareOutOfRange_SaysWhatIsAllowed(double share) => Assert.Equal(
        FormattableString.Invariant($"The share of the second layer of form 'number_stack' is {share}; it must be from 0 to 1. Give the part of the answer that is its, such as 0.5."),
        Refusal(() => new NumberStackForm([new NumberConstantForm(1)], [1], StackForms.Second("stack:0:0"), share)));

    [Fact]
    public void Make_SecondLayerReadsMoreMembers_SaysSo() => Assert.Equal(
        "The second layer of form 'number_stack' reads 'stack:1:0', which none of its 1 members answers. Give the members that it was fitted with.",
        Refusal(() => new NumberStackForm([new NumberConstantForm(1)], [1], StackForms.Second("stack:1:0"), 1)));

    [Fact]
    public void Make_MemberReadsAnAnswer_SaysToRename() => Assert.Equal(
        "A member of form 'number_stack' reads column 'stack:0:0', a name that only answers of members have. Rename the column.",
        Refusal(() => new NumberStackForm([StackForms.Second("stack:0:0")], [1], StackForms.Second("stack:0:0"), 1)));

    [Fact]
    public void Make_SecondLayerOfAnotherTask_SaysSo()
    {
        var classes = new ClassConstantForm(["no", "yes"], [0.5, 0.5]);
        Assert.Equal(
            "The second layer 'class_constant' of form 'number_stack' answers no numbers. Stack forms of one task.",
            Refusal(() => new NumberStackForm([new NumberConstantForm(1)], [1], classes, 1)));
        Assert.Equal(
            "The second layer 'number_constant' of form 'class_stack' answers no classes. Stack forms of one task.",
            Refusal(() => new ClassStackForm([classes], [1], new NumberConstantForm(1), 1)));
    }

    [Fact]
    public void Make_OtherClasses_SaysSo() => Assert.Equal(
        "The layers of form 'class_stack' have other classes than the first member, or another order. Stack forms that were fitted on one target.",
        Refusal(() => new ClassStackForm([new ClassConstantForm(["no", "yes"], [0.5, 0.5])], [1], new ClassConstantForm(["yes", "no"], [0.5, 0.5]), 1)));

    [Fact]
    public void Make_VeryManyAnswers_IsRefusedBeforeTheyAreNamed()
    {
        string[] classes = [.. Enumerable.Range(0, 5_000).Select(number => $"c{number}")];
        var constant = new ClassConstantForm(classes, [.. classes.Select(_ => 1.0 / classes.Length)]);
        Assert.Equal(
            "The members of form 'class_stack' answer 5000 numbers a row; at most 4096 can be read by a second layer. Take fewer members.",
            Refusal(() => new ClassStackForm([constant], [1], constant, 1)));
    }

    private static string Refusal(Func<object> make) => Assert.Throws<ArtifactException>(make).Message;
}
