using Modelwright.Search;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Search;

public sealed class RunClockTests
{
    [Fact]
    public void Left_WithoutBudget_IsEndless()
    {
        var clock = new RunClock(TimeProvider.System, null);
        Assert.False(clock.IsLimited);
        Assert.Equal(double.PositiveInfinity, clock.Left);
        Assert.Null(clock.In(clock.Left));
    }

    [Fact]
    public void Left_AsTimePasses_Falls()
    {
        var time = new HandClock();
        var clock = new RunClock(time, TimeSpan.FromSeconds(60));
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(45, clock.Left, 9);
        Assert.Equal(40, clock.Less(5).Left, 9);
        Assert.Equal(15, clock.Elapsed, 9);
    }
}
