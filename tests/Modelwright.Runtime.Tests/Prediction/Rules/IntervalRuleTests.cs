using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Tests.Prediction.Rules;

public sealed class IntervalRuleTests
{
    private static readonly IntervalRule Scaled = new() { Level = 0.9, Below = 1, Above = 2, At = [0, 10, 20], Scale = [1, 3, 3] };

    [Theory]
    [InlineData(-5, -6, -3)]
    [InlineData(0, -1, 2)]
    [InlineData(5, 3, 9)]
    [InlineData(10, 7, 16)]
    [InlineData(100, 97, 106)]
    public void Around_FollowsTheScale(double answer, double lower, double upper) => Assert.Equal(new Interval(lower, upper), Scaled.Around(answer));

    [Fact]
    public void Around_NoPoints_IsOfOneWidth() => Assert.Equal(new Interval(3, 9), new IntervalRule { Level = 0.9, Below = 2, Above = 4 }.Around(5));

    [Fact]
    public void Around_HugeAnswer_StaysFinite() =>
        Assert.Equal(new Interval(double.MaxValue / 2, double.MaxValue), new IntervalRule { Level = 0.9, Below = double.MaxValue / 2, Above = double.MaxValue }.Around(double.MaxValue));

    [Fact]
    public void Fault_Sound_IsNone() => Assert.Null(Scaled.Fault());

    public static TheoryData<IntervalRule> Unsound =>
    [
        Scaled with { Level = 1 },
        Scaled with { Level = double.NaN },
        Scaled with { Below = -1 },
        Scaled with { Above = double.PositiveInfinity },
        Scaled with { Scale = [1, 0, 1] },
        Scaled with { Scale = [1, 1] },
        Scaled with { At = [0, 0, 1] },
        Scaled with { At = [0, double.NaN, 1] },
    ];

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Fault_Unsound_SaysWhatARuleIs(IntervalRule rule) => Assert.Equal(
        "a rule for intervals has a level above 0 and below 1, two finite reaches of 0 or more, and at most 1000 ascending points, each with a scale above 0",
        rule.Fault());
}
