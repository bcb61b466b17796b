using Modelwright.Learners.Network;

namespace Modelwright.Learners.Tests.Network;

public sealed class ScheduleTests
{
    /// <summary>A wave ends where 1 + 15 t is a power of two.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1 / 15.0)]
    [InlineData(3 / 15.0)]
    [InlineData(7 / 15.0)]
    [InlineData(1)]
    public void Rate_EndOfAWave_IsNothing(double done) => Assert.Equal(0, Schedule.Rate(done), 1e-12);

    [Fact]
    public void Rate_MiddleOfTheLastWave_IsWhole() => Assert.Equal(1, Schedule.Rate((Math.Pow(2, 3.5) - 1) / 15), 1e-12);

    [Fact]
    public void Restraint_FirstHalfWhole_ThenDownToNothing()
    {
        Assert.Equal(1, Schedule.Restraint(0.3));
        Assert.Equal(0.5, Schedule.Restraint(0.75), 1e-12);
        Assert.Equal(0, Schedule.Restraint(1), 1e-12);
    }
}
