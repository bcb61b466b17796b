using Modelwright.Core.Learning;
using Modelwright.Stress.Gates;

namespace Modelwright.Tests.Stress;

public sealed class GateTests
{
    private static GateFigure Figure(double value, double lower, double upper) => new("lost", value, lower, upper, "worst in 'age'");

    [Theory]
    [InlineData(0.35, 0.31, 0.4, false, false)]
    [InlineData(0.35, 0.25, 0.4, false, true)]
    [InlineData(0.25, 0.2, 0.35, true, false)]
    [InlineData(0.25, 0.2, 0.3, true, true)]
    public void Judge_AtMost_ByTheIntervalAndWhoHasToProve(double value, double lower, double upper, bool needsProof, bool passes) =>
        Assert.Equal(passes, new GateRule { Figure = "lost", AtMost = 0.3, NeedsProof = needsProof }.Judge(Figure(value, lower, upper)).Passed);

    [Theory]
    [InlineData(-0.1, -0.2, 0.1, false, true)]
    [InlineData(-0.1, -0.2, -0.05, false, false)]
    [InlineData(0.1, -0.01, 0.2, true, false)]
    [InlineData(0.1, 0.01, 0.2, true, true)]
    public void Judge_AtLeast_ByTheIntervalAndWhoHasToProve(double value, double lower, double upper, bool needsProof, bool passes) =>
        Assert.Equal(passes, new GateRule { Figure = "lost", AtLeast = 0, NeedsProof = needsProof }.Judge(Figure(value, lower, upper)).Passed);

    [Fact]
    public void Judge_FigureThatIsNoNumber_Passes_Nothing() =>
        Assert.False(new GateRule { Figure = "lost", AtMost = 1 }.Judge(Figure(double.NaN, double.NaN, double.NaN)).Passed);

    [Fact]
    public void Judge_Texts_SayFigureBoundAndProof()
    {
        Assert.Equal("'lost' is 0.35 (0.31 … 0.4; worst in 'age'), where at most 0.3 is asked.", new GateRule { Figure = "lost", AtMost = 0.3 }.Judge(Figure(0.35, 0.31, 0.4)).Text);
        Assert.Equal("'lost' is 0.35 (0.31 … 0.4; worst in 'age'), where at least 0.5 is asked beyond doubt.", new GateRule { Figure = "lost", AtLeast = 0.5, NeedsProof = true }.Judge(Figure(0.35, 0.31, 0.4)).Text);
        Assert.Equal("'lost' is 0.35 (0.31 … 0.4; worst in 'age').", new GateRule { Figure = "lost", AtMost = 1 }.Judge(Figure(0.35, 0.31, 0.4)).Text);
    }

    [Fact]
    public void For_AnyTask_AsksForALeadBeyondDoubt() =>
        Assert.Contains(Gate.For(LearningTask.Regression).Rules, rule => rule is { Figure: "lead", AtLeast: 0, NeedsProof: true, Required: true });
}
