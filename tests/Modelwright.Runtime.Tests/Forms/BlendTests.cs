using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Constant;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class BlendTests
{
    [Theory]
    [InlineData(new[] { 0.5, 0.25 }, "0.5, 0.25")]
    [InlineData(new[] { 1.5, -0.5 }, "1.5, -0.5")]
    [InlineData(new[] { double.NaN, 1 }, "NaN, 1")]
    public void Make_WeightsThatAreNoShares_SaysWhichAndWhatToDo(double[] weights, string shown) =>
        Assert.Equal($"The weights of form 'number_blend' must be from 0 to 1 with sum 1. They are {shown}. Give each member its share of the answer.", Refusal(weights));

    [Fact]
    public void Make_ManyWeights_ShowsTheFirst() =>
        Assert.Equal("The weights of form 'number_blend' must be from 0 to 1 with sum 1. They are 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 and 90 more. Give each member its share of the answer.", Refusal([.. Enumerable.Repeat(1.0, 100)]));

    private static string Refusal(double[] weights) =>
        Assert.Throws<ArtifactException>(() => new NumberBlendForm([.. weights.Select(weight => (IForm)new NumberConstantForm(1))], weights)).Message;
}
