using Modelwright.Tasks.Clustering.Naming;

namespace Modelwright.Tests.Tasks.Clustering.Naming;

public sealed class TimeSpanWordsTests
{
    [Theory]
    [InlineData("2020-05-05", 0, "2020-05-05")]
    [InlineData("2024-03-01", 10, "2024-03-03 to 2024-03-08")]
    [InlineData("2021-01-01", 600, "2021-05 to 2022-03")]
    [InlineData("2001-06-01", 7_000, "2006 to 2015")]
    public void Of_TimesEvenlyOverSomeDays_TellsTheMiddleHalf(string first, int days, string expected)
    {
        var start = DateTime.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        double[] ordered = [.. Enumerable.Range(0, 101).Select(place => (double)start.AddDays(days * place / 100.0).Ticks)];
        Assert.Equal(expected, TimeSpanWords.Of(ordered));
    }

    [Fact]
    public void Of_OneTime_IsThatDay() => Assert.Equal("1999-12-31", TimeSpanWords.Of([new DateTime(1999, 12, 31).Ticks]));
}
