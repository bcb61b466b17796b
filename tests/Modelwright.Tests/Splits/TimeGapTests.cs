using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Splits;

namespace Modelwright.Tests.Splits;

public sealed class TimeGapTests
{
    [Theory]
    [InlineData("7d", 7.0 * TimeSpan.TicksPerDay, TimeGapUnit.Ticks)]
    [InlineData("1.5 h", 1.5 * TimeSpan.TicksPerHour, TimeGapUnit.Ticks)]
    [InlineData("2w", 14.0 * TimeSpan.TicksPerDay, TimeGapUnit.Ticks)]
    [InlineData("100rows", 100, TimeGapUnit.Rows)]
    [InlineData("1 row", 1, TimeGapUnit.Rows)]
    [InlineData("2.5", 2.5, TimeGapUnit.OfColumn)]
    public void Parse_Distance_IsAmountAndUnit(string text, double amount, TimeGapUnit unit) => Assert.Equal(new(amount, unit), TimeGap.Parse(text, "--gap"));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("0d")]
    [InlineData("-3d")]
    [InlineData("3 moons")]
    [InlineData("1.5rows")]
    [InlineData("1e99d")]
    public void Parse_SomethingElse_ShowsHowToWriteIt(string text) => Assert.Equal(
        $"--gap must be a distance above 0. Got '{text}'. Write a number and a unit, s, m, h, d or w, such as 7d; 100rows for rows; a number alone where times are numbers.",
        Assert.Throws<OptionsException>(() => TimeGap.Parse(text, "--gap")).Message);

    [Fact]
    public void Split_UnitsThatTheColumnDoesNotHave_AreToldTogether()
    {
        var request = new SplitRequest(9) { Folds = 2, Times = new TimeColumn("day", [1, 2, 3, 4, 5, 6, 7, 8, 9]), Gap = new(1, TimeGapUnit.OfColumn), Embargo = new(2, TimeGapUnit.OfColumn) };

        Assert.Equal(
            "Gap has no unit, but column 'day' holds times. Write one of s, m, h, d, w or rows behind the number, such as 7d.\n" +
            "Embargo has no unit, but column 'day' holds times. Write one of s, m, h, d, w or rows behind the number, such as 7d.",
            Refusal("time_forward", request));
        Assert.Equal(
            "Gap is a length of time, but column 'step' holds numbers. Give a number in their unit, or a count such as 100rows.",
            Refusal("time_forward", request with { Times = new NumberColumn("step", [1, 2, 3, 4, 5, 6, 7, 8, 9]), Gap = new(5, TimeGapUnit.Ticks), Embargo = null }));
    }

    [Fact]
    public void Split_NumbersAsTimes_AreMeasuredInTheirUnit()
    {
        // Numbers of both signs; the gap of 2 leaves out 0.5 alone before the test at 1.5, -0.6 being 2.1 away.
        var request = new SplitRequest(6) { TestShare = 0.34, Times = new NumberColumn("step", [-3, -1, 0.5, 1.5, 4, -0.6]), Gap = new(2, TimeGapUnit.OfColumn) };
        var split = BuiltInSplitters.Get("time_holdout").Split(request).Single();

        Assert.Equal([0, 1, 5], split.Training);
        Assert.Equal([3, 4], split.Test);
    }

    [Fact]
    public void Split_DistanceThatLeavesNothing_NamesTheSplit()
    {
        var request = new SplitRequest(9) { Folds = 2, Times = new NumberColumn("step", [1, 2, 3, 4, 5, 6, 7, 8, 9]) };

        Assert.Equal("The gap leaves no row to train on in split 1. Ask for a shorter gap or fewer folds, or bring older rows.", Refusal("time_forward", request with { Gap = new(4, TimeGapUnit.OfColumn) }));
        Assert.Equal("The embargo leaves no row to test in split 1. Ask for a shorter embargo or fewer folds, or bring more rows.", Refusal("time_forward", request with { Embargo = new(4, TimeGapUnit.Rows) }));
    }

    private static string Refusal(string splitter, SplitRequest request) => Assert.Throws<OptionsException>(() => BuiltInSplitters.Get(splitter).Split(request)).Message;
}
