using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging.Records;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Times;
using Modelwright.Runtime.Steps.Times.Calendars;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>Circles and calendars. Origin of the Easter days: the table of the Gregorian calendar in Meeus 1991; of the holidays: the calendars of 2024 as published.</summary>
public sealed class TimeStepTests
{
    private static readonly DateTime NewYear = new(2024, 1, 1);

    private static double[] Values(Table rows, string name)
    {
        var values = new double[rows.RowCount];
        ((NumberColumn)rows[name]).Values.CopyTo(values);
        return values;
    }

    private static Table Times(params DateTime?[] times) =>
        new([new TimeColumn("t", [.. times.Select(time => time?.Ticks ?? TimeColumn.Missing)])]);

    [Fact]
    public void Cyclic_MonthsAndHours_OnTheCircle()
    {
        const double Tolerance = 1e-15;

        var made = new Cyclic().Fit(new(Times(new DateTime(2023, 1, 2, 0, 0, 0), new DateTime(2023, 4, 3, 6, 0, 0), new DateTime(2023, 7, 3, 18, 0, 0), null))).Training;

        Assert.Equal(["t:month_sin", "t:month_cos", "t:day_of_year_sin", "t:day_of_year_cos", "t:hour_sin", "t:hour_cos", "t:minute_of_day_sin", "t:minute_of_day_cos"], made.Names);
        Assert.Equal([0, 1, 0], Values(made, "t:month_sin")[..3], (one, other) => Math.Abs(one - other) <= Tolerance);
        Assert.Equal([1, 0, 0], Values(made, "t:hour_cos")[..3]);
        Assert.Equal([0, 1, -1], Values(made, "t:hour_sin")[..3], (one, other) => Math.Abs(one - other) <= Tolerance);
        Assert.All(made.Columns, column => Assert.True(column.IsMissing(3)));
    }

    [Theory]
    [InlineData(1, new string[0])]
    [InlineData(3, new[] { "t:hour_sin", "t:hour_cos" })]
    [InlineData(20, new[] { "t:weekday_sin", "t:weekday_cos", "t:hour_sin", "t:hour_cos" })]
    [InlineData(800, new[] { "t:month_sin", "t:month_cos", "t:weekday_sin", "t:weekday_cos", "t:hour_sin", "t:hour_cos" })]
    public void Cyclic_OnlyRepeated_RoundsGoneThroughTwice(int days, string[] names)
    {
        var times = Times([.. Enumerable.Range(0, (days * 24) + 1).Select(hour => (DateTime?)NewYear.AddHours(hour))]);

        Assert.Equal(names, new Cyclic { OnlyRepeated = true }.Fit(new(times)).Training.Names);
    }

    [Fact]
    public void Cyclic_DecemberAndJanuary_AreNeighbours()
    {
        var made = new Cyclic().Fit(new(Times([.. Enumerable.Range(0, 12).Select(month => (DateTime?)NewYear.AddMonths(month))]))).Training;
        double Apart(int one, int other) => Math.Sqrt(
            Math.Pow(Values(made, "t:month_sin")[one] - Values(made, "t:month_sin")[other], 2) + Math.Pow(Values(made, "t:month_cos")[one] - Values(made, "t:month_cos")[other], 2));

        Assert.Equal(Apart(0, 1), Apart(11, 0), 1e-15);
    }

    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void EasterSunday_KnownYears_AsPublished(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day).DayNumber, EasterSunday.DayIn(year));

    [Theory]
    [InlineData("DE", "01-01 03-29 04-01 05-01 05-09 05-20 10-03 12-25 12-26")]
    [InlineData("ES", "01-01 01-06 03-29 05-01 08-15 10-12 11-01 12-06 12-08 12-25")]
    [InlineData("FR", "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("GB", "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData("IT", "01-01 01-06 04-01 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26")]
    [InlineData("NL", "01-01 04-01 04-27 05-09 05-20 12-25 12-26")]
    [InlineData("US", "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25")]
    public void Holidays_Of2024_AsPublished(string country, string days)
    {
        var year = Times([.. Enumerable.Range(0, 366).Select(day => (DateTime?)NewYear.AddDays(day))]);

        var made = new Holidays { Country = country }.Fit(new(year)).Training;

        var found = Enumerable.Range(0, 366).Where(day => Values(made, "t:holiday")[day] == 1).Select(day => NewYear.AddDays(day).ToString("MM-dd", null));
        Assert.Equal(days, string.Join(' ', found));
    }

    [Fact]
    public void Holidays_KnownCountries_AllAreTested() => Assert.Equal(["DE", "ES", "FR", "GB", "IT", "NL", "US"], Holidays.KnownCountries);

    [Fact]
    public void Holidays_AroundChristmas_DaysBeforeAndBehind()
    {
        var rows = Times(new DateTime(2024, 12, 24, 23, 0, 0), new DateTime(2024, 12, 25), new DateTime(2024, 12, 31), new DateTime(2025, 1, 4), null);

        var made = new Holidays { Country = "DE" }.Fit(new(rows)).Training;

        Assert.Equal([82, 0, 5, 3, double.NaN], Values(made, "t:since_holiday"));
        Assert.Equal([1, 0, 1, 104, double.NaN], Values(made, "t:until_holiday"));
        Assert.Equal([0, 0, 0, 1, double.NaN], Values(made, "t:weekend"));
        Assert.Equal([0, 0, 1, 0, double.NaN], Values(made, "t:month_end"));
    }

    [Fact]
    public void Holidays_EndsOfTime_HaveAnAnswer()
    {
        var step = new Holidays { Country = "US" }.Fit(new(Times([.. Enumerable.Range(0, 300).Select(day => (DateTime?)NewYear.AddDays(day))]))).Step;

        var made = step.Apply(Times(DateTime.MinValue, DateTime.MaxValue, DateTime.MinValue.AddDays(364), DateTime.MaxValue.AddDays(-364)));

        Assert.All(Values(made, "t:since_holiday").Concat(Values(made, "t:until_holiday")), days => Assert.InRange(days, 0, 366));
    }

    [Fact]
    public void Holidays_UnknownCountry_ListsAll()
    {
        var error = Assert.Throws<OptionsException>(() => new Holidays { Country = "XX" }.Fit(new(Times(NewYear))));

        Assert.Equal("Country 'XX' of step 'holidays' is not known. There are: DE, ES, FR, GB, IT, NL, US. Name one of them, or leave it out for weekends and ends of months.", error.Message);
    }

    [Theory]
    [InlineData(new[] { 0, 2, 29, 0 }, "Step 'holidays' holds a holiday for column 't' that is no day of every year. Make the file again.")]
    [InlineData(new[] { 1, 81, 0, 0 }, "Step 'holidays' holds a holiday for column 't' that is no day of every year. Make the file again.")]
    [InlineData(new[] { 2, 13, 0, 1 }, "Step 'holidays' holds a holiday for column 't' that is no day of every year. Make the file again.")]
    [InlineData(new[] { 9, 1, 1, 0 }, "Step 'holidays' holds a holiday for column 't' that is no day of every year. Make the file again.")]
    [InlineData(new[] { 0, 1 }, "Step 'holidays' holds 2 numbers of holidays for column 't'; 4 for each of at most 100 are needed. Make the file again.")]
    public void Read_HolidaysThatAreNone_Refused(int[] rules, string text)
    {
        var writer = new RecordWriter();
        writer.Text("step", "holidays");
        writer.Integer("version", 1);
        writer.Flag("keeps_inputs", false);
        writer.Integer("columns", 1);
        var part = ((Core.Artifacts.IArtifactWriter)writer).Part("column_0");
        part.Text("input", "t");
        part.Texts("outputs", ["t:holiday"]);
        part.Texts("figures", ["holiday"]);
        part.Integers("rules", rules);

        Assert.Equal(text, Assert.Throws<ArtifactException>(() => BuiltInSteps.Catalog.Read(new RecordReader(writer.ToArray(), "step"))).Message);
    }
}
