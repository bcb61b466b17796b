using CsCheck;
using Modelwright.Reports.Charts;

namespace Modelwright.Tests.Reports;

public sealed class AxisTicksTests
{
    private static double Day(int year, int month, int day) => new DateTime(year, month, day).Ticks / (double)TimeSpan.TicksPerDay;

    private static string[] Texts(double from, double to, AxisScale scale) => [.. AxisTicks.Of(new("x", from, to) { Scale = scale }, 4).Select(tick => tick.Text)];

    [Fact]
    public void Of_Years_NamesEachOnce() => Assert.Equal(["2012", "2014", "2016", "2018", "2020"], Texts(Day(2010, 3, 1), Day(2020, 3, 1), AxisScale.Time));

    [Fact]
    public void Of_TwoYears_NamesMonths() => Assert.Equal(["2011-01", "2011-07", "2012-01", "2012-07"], Texts(Day(2011, 1, 1), Day(2012, 12, 31), AxisScale.Time));

    [Fact]
    public void Of_Days_NamesDays() => Assert.Equal(["03-02", "03-04", "03-06", "03-08"], Texts(Day(2026, 3, 1), Day(2026, 3, 8), AxisScale.Time));

    [Fact]
    public void Of_Logarithmic_HasPowersOfTen() => Assert.Equal(["1", "10", "100", "1,000"], Texts(0.7, 2_000, AxisScale.Logarithmic));

    [Fact]
    public void Of_Linear_IsRound() => Assert.Equal(["-0.2", "0", "0.2", "0.4", "0.6", "0.8"], Texts(-0.3, 0.9, AxisScale.Linear));

    [Fact]
    public void Of_AnyAxis_StaysWithinItAndIsFew() =>
        Gen.Select(Gen.Double[0.001, 3_000_000], Gen.Double[1e-3, 600_000], Gen.Int[0, 2]).Sample((from, wide, scale) =>
        {
            var axis = new ChartAxis("x", from, from + wide) { Scale = (AxisScale)scale };
            var ticks = AxisTicks.Of(axis, 5);
            Assert.InRange(ticks.Count, 0, 20);
            Assert.All(ticks, tick => Assert.InRange(tick.Value, from - (1e-6 * wide), from + (wide * (1 + 1e-6))));
        });

    [Theory]
    [InlineData(AxisScale.Logarithmic, 10, 1_000, 100)]
    [InlineData(AxisScale.Linear, 0, 10, 5)]
    public void Part_Middle_IsHalf(AxisScale scale, double from, double to, double middle) =>
        Assert.Equal(0.5, new ChartAxis("x", from, to) { Scale = scale }.Part(middle), 9);

    [Fact]
    public void WithRoom_Axis_DoesNotCrossZero()
    {
        Assert.Equal((0, 10.5), (new ChartAxis("x", 0, 10).WithRoom().Minimum, new ChartAxis("x", 0, 10).WithRoom().Maximum));
        Assert.InRange(new ChartAxis("x", 1, 100) { Scale = AxisScale.Logarithmic }.WithRoom().Minimum, 0.7, 0.9);
    }
}
