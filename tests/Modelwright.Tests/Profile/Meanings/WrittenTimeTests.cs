using System.Globalization;
using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Tests.Profile.Meanings;

public class WrittenTimeTests
{
    [Theory]
    [InlineData("2024-05 | 2024-06 | 2023-12", "yyyy-MM", "2024-06", "2024-06-01")]
    [InlineData("2024-W07 | 2024-W52 | 2023-W01", "iso_week", "2024-W07", "2024-02-12")]
    [InlineData("Q3 2024 | Q1 2023 | Q4 2024", "quarter", "Q3 2024", "2024-07-01")]
    [InlineData("2024Q3 | 2023Q1 | 2024Q4", "quarter", "2024Q4", "2024-10-01")]
    [InlineData("May 2024 | Jan 2023 | Dec 2024", "MMM yyyy", "Dec 2024", "2024-12-01")]
    [InlineData("31.12.99 | 01.02.05 | 15.06.24", "dd.MM.yy", "31.12.99", "1999-12-31")]
    [InlineData("3:05 PM x | y", null, "", "")]
    [InlineData("5/13/2024 3:05 PM | 6/1/2024 11:59 AM | 7/30/2024 12:00 PM", "M/d/yyyy h:mm tt", "5/13/2024 3:05 PM", "2024-05-13T15:05:00")]
    [InlineData("5/13/2024 3:05 p.m. | 6/1/2024 11:59 a.m. | 7/30/2024 12:00 p.m.", "M/d/yyyy h:mm tt", "5/13/2024 3:05 p.m.", "2024-05-13T15:05:00")]
    [InlineData("13/05/2024 3:05 p. m. | 01/06/2024 11:59 a. m.", "dd/MM/yyyy h:mm tt", "01/06/2024 12:05 a.m.", "2024-06-01T00:05:00")]
    [InlineData("2024-05-13 3:05 PM | 2024-06-01 11:59 AM", "yyyy-M-d h:mm tt", "2024-05-13 3:05 PM", "2024-05-13T15:05:00")]
    [InlineData("5. März 2024 | 12. Okt. 2023 | 1. Mai 2024", "[de] d. MMMM yyyy", "12. Okt. 2023", "2023-10-12")]
    [InlineData("5 août 2024 | 12 févr. 2023 | 14 juillet 2023", "[fr] d MMMM yyyy", "12 févr. 2023", "2023-02-12")]
    [InlineData("5 de enero de 2024 | 12 de agosto de 2023", "[es] d 'de' MMMM 'de' yyyy", "5 de enero de 2024", "2024-01-05")]
    [InlineData("5 gennaio 2024 | 12 luglio 2023", "[it] d MMMM yyyy", "12 luglio 2023", "2023-07-12")]
    [InlineData("5 stycznia 2024 | 12 grudnia 2023", "[pl] d MMMM yyyy", "12 grudnia 2023", "2023-12-12")]
    [InlineData("10/Oct/2000:13:55:36 -0700 | 11/Oct/2000:08:00:00 -0700", "dd/MMM/yyyy:HH:mm:ss zzz", "10/Oct/2000:13:55:36 -0700", "2000-10-10T20:55:36")]
    public void Times_AsPeopleWriteThem_AreRead(string texts, string? format, string text, string expected)
    {
        var column = Texts.Of(Texts.Parted(texts));

        Assert.Equal(format is null ? [] : [format], column.Spec.TimeFormats);
        if (format is not null)
        {
            Assert.Equal(ColumnMeaning.Time, column.Meaning);
            Assert.True(CellText.TryTime(text, column.Spec.TimeFormats, out var ticks));
            Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture).Ticks, ticks);
        }
    }

    [Theory]
    [InlineData("2009-10 | 2010-11 | 2011-12")]
    [InlineData("2024-W54 | 2024-W60")]
    [InlineData("Q5 2024 | Q6 2024")]
    [InlineData("QR 2024 | QX 2023")]
    [InlineData("13.13.2024 | 14.14.2024 | 15.15.2024")]
    [InlineData("555-12-2024 | 556-13-2023")]
    [InlineData("10/2024x | 11/2024x")]
    [InlineData("Apple 12 2024 | Pear 11 2024")]
    [InlineData("march 12 miles | may 11 miles")]
    public void Texts_ThatOnlyLookLikeTimes_AreLeftAlone(string texts) =>
        Assert.NotEqual(ColumnMeaning.Time, Texts.Of(Texts.Parted(texts)).Meaning);

    [Theory]
    [InlineData(true, "dd/MM/yyyy", "dates as dd/MM/yyyy: above 12 in 32 values at the first place, in none at the second")]
    [InlineData(false, "MM/dd/yyyy", "dates as MM/dd/yyyy: above 12 in none at the first place, in 32 values at the second")]
    public void DaysAboveTwelve_SayWhichPlaceIsTheDay(bool isDayFirst, string format, string reason)
    {
        string?[] days = [.. Enumerable.Range(0, 56).Select(row => isDayFirst ? $"{(row % 28) + 1:00}/{(row % 11) + 1:00}/2024" : $"{(row % 11) + 1:00}/{(row % 28) + 1:00}/2024")];

        var column = Texts.Of(days);

        Assert.Equal([format], column.Spec.TimeFormats);
        Assert.Equal(reason, column.Reason);
        Assert.Empty(column.Evidence.Competing);
    }

    [Fact]
    public void DaysUpToTwelve_LeaveTwoReadings()
    {
        var profile = Texts.Inspect("day", "01/02/2024", "03/04/2024", "05/06/2024");

        Assert.Equal(["dates as MM/dd/yyyy"], profile.Columns[0].Evidence.Competing);
        Assert.InRange(profile.Columns[0].Confidence, 0.4, 0.5);
        Assert.Equal(
            "Warning: 'day' holds dates as dd/MM/yyyy, or as MM/dd/yyyy: day and month cannot be told apart. Write the dates as year-month-day.",
            Texts.Finding(profile, "ambiguous_time"));
    }

    [Fact]
    public void SeveralFormats_AreReadInOrderAndShown()
    {
        var profile = Texts.Inspect("day", "2024-05-01", "2024-05-02", "2024-05-03", "13.05.2024", "14.05.2024", "Q3 2024");

        Assert.Equal(["iso_8601", "dd.MM.yyyy", "quarter"], profile.Columns[0].Spec.TimeFormats);
        Assert.Equal(
            "Warning: 'day' holds times in 3 formats: iso_8601 (3, such as '2024-05-01'), dd.MM.yyyy (2, such as '13.05.2024'), quarter (1, such as 'Q3 2024'). They are tried in this order; write all as year-month-day.",
            Texts.Finding(profile, "mixed_times"));
    }

    [Fact]
    public void DaysFirstAndMonthsFirst_SayThatSomeMayBeWrong()
    {
        var profile = Texts.Inspect("day", "13/05/2024", "05/14/2024", "25/12/2024", "12/26/2024");

        Assert.Contains("In some the day stands first, in some the month, so others may be read wrong.", Texts.Finding(profile, "mixed_times"), StringComparison.Ordinal);
    }

    [Fact]
    public void OneTextThatIsNoTime_IsOddAndKeepsItsRow()
    {
        string?[] days = [.. Enumerable.Range(0, 400).Select(row => row == 7 ? "soon" : new DateTime(2024, 1, 1).AddDays(row).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))];

        var evidence = Texts.Of(days).Evidence;

        Assert.Equal((400, 399), (evidence.Looked, evidence.Agreeing));
        Assert.Equal([new("soon", 1, 7)], evidence.Disagreeing);
    }

    [Theory]
    [InlineData("timestamp", 1_700_000_000, 86_400, "unix_seconds", "2023-11-14T22:13:20")]
    [InlineData("created_at", 1_700_000_000_000, 86_400_000, "unix_milliseconds", "2023-11-14T22:13:20")]
    [InlineData("value", 1_700_000_000_000, 86_400_001, "unix_milliseconds", "2023-11-14T22:13:20")]
    public void UnixTimes_AreTimes(string name, double first, double step, string format, string earliest)
    {
        var column = Numbers(name, row => first + (step * (row * 7 % 40)));

        Assert.Equal((ColumnMeaning.Time, ColumnType.Time, earliest), (column.Meaning, column.Spec.Type, column.Evidence.Earliest));
        Assert.Equal([format], column.Spec.TimeFormats);
    }

    [Theory]
    [InlineData("value", 1_700_000_000, 86_400)]
    [InlineData("time", 100, 3)]
    [InlineData("ean", 4_006_381_333_931, 17)]
    [InlineData("customer_id", 1_700_000_000_000, 7)]
    [InlineData("sometimes_paid", 5_000_000_000, 86_400)]
    public void Numbers_ThatOnlyLookLikeUnixTimes_AreLeftAlone(string name, double first, double step) =>
        Assert.NotEqual(ColumnMeaning.Time, Numbers(name, row => first + (step * (row * 7 % 40))).Meaning);

    [Fact]
    public void TrainingAndPrediction_ReadEveryTextToTheSameTicks()
    {
        string[] columns = ["2024-05 | 2024-06", "5. März 2024 | 12. Okt. 2023", "Q3 2024 | Q1 2023", "2024-05-01 | 13.05.2024 | 14.05.2024", "2024-W07 | 2024-W52"];
        var text = Gen.Char["0123456789-./ QWMäOktrz"].Array[0, 12].Select(letters => new string(letters));

        Gen.Select(Gen.Int[0, columns.Length - 1].Select(place => columns[place]), text).Sample(pair =>
        {
            var parts = Texts.Parted(pair.Item1);
            var spec = Texts.Of(parts).Spec;
            foreach (var cell in parts.Append(pair.Item2))
            {
                var expected = CellText.TryTime(cell!, spec.TimeFormats, out var ticks) ? ticks : TimeColumn.Missing;
                Assert.Equal(expected, Admitted(new TextColumn("x", (string?[])[cell, parts[0]]), spec));
                Assert.Equal(expected, Admitted(CategoryColumn.FromTexts("x", [cell, parts[0]]), spec));
            }
        });

        static long Admitted(Column raw, ColumnSpec spec) => ((TimeColumn)Admission.Admit(new([raw]), new([spec]), needsTarget: false).Table.Columns[0]).Values.At(0);
    }

    private static ColumnProfile Numbers(string name, Func<int, double> value) =>
        Profiler.Inspect(new([new NumberColumn(name, [.. Enumerable.Range(0, 40).Select(value)])]), null, TestContext.Current.CancellationToken).Columns[0];
}
