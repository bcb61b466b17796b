using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Meanings;
using Modelwright.Sources;

namespace Modelwright.Tests.Profile;

public class ColumnEvidenceTests
{
    private const int Many = 300_000;

    [Fact]
    public void Distinct_OfMoreRowsThanAreSorted_IsOfAllRows()
    {
        var column = Of(new NumberColumn("x", Numbers(Many, row => row % 120_000)));

        Assert.Equal((120_000, false), (column.Evidence.Distinct, column.Evidence.IsDistinctEstimated));
    }

    [Fact]
    public void Distinct_OfVeryManyValues_IsAnEstimateThatSaysSo()
    {
        var evidence = Of(new NumberColumn("x", Numbers(Many, row => row * 0.5))).Evidence;

        Assert.True(evidence.IsDistinctEstimated);
        Assert.InRange(evidence.Distinct, Many * 0.98, Many * 1.02);
    }

    [Fact]
    public void Distinct_OfTimesAndTexts_IsOfAllRowsToo()
    {
        long[] times = [.. Enumerable.Range(0, Many).Select(row => row % 90_000L * TimeSpan.TicksPerMinute)];
        string?[] texts = [.. Enumerable.Range(0, Many).Select(row => $"the text number {row % 70_000} of many")];

        Assert.Equal(90_000, Of(new TimeColumn("t", times)).Evidence.Distinct);
        Assert.Equal(70_000, Of(new TextColumn("s", texts)).Evidence.Distinct);
    }

    [Fact]
    public void DistinctCounter_Values_AreWithinTheStatedError()
    {
        foreach (var count in new[] { 1_000, 131_072, 200_000, 2_000_000 })
        {
            var counter = new DistinctCounter();
            for (var value = 0; value < count; value++)
            {
                counter.Add((ulong)value * 7);
                counter.Add((ulong)value * 7);
            }

            Assert.Equal(count <= 131_072, counter.IsExact);
            Assert.InRange(counter.Count, count - (counter.IsExact ? 0 : count * 0.015), count + (counter.IsExact ? 0 : count * 0.015));
        }
    }

    [Fact]
    public void MissingCode_InRowsThatAreNotSorted_IsCountedInAll()
    {
        // Every third row is sorted; two of three hold the code, among them all of those.
        var profile = Inspect(new NumberColumn("x", Numbers(Many, row => row % 3 == 1 ? row % 50 : -999)));

        Assert.Equal("'x' holds -999 in 200000 rows, far from all other values.", Assert.Single(profile.Findings, finding => finding.Kind == "missing_code").Text);
        Assert.Equal((200_000, 0.0), (profile.Columns[0].Evidence.Missing, profile.Columns[0].Evidence.Minimum));
    }

    [Fact]
    public void Days_WrittenAsNumbers_AreTimes()
    {
        double[] days = [.. Enumerable.Range(0, 200).Select(row => double.Parse(new DateTime(2023, 12, 1).AddDays(row).ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];
        days[5] = double.NaN;

        var column = Of(new NumberColumn("day", days));

        Assert.Equal((ColumnMeaning.Time, ColumnType.Time, ColumnRole.Feature), (column.Meaning, column.Spec.Type, column.Spec.Role));
        Assert.Equal(["yyyyMMdd"], column.Spec.TimeFormats);
        Assert.Equal(("2023-12-01T00:00:00", "2024-06-17T00:00:00", 1), (column.Evidence.Earliest, column.Evidence.Latest, column.Evidence.Missing));
    }

    [Fact]
    public void Days_WithOneThatIsNone_AreNumbers() =>
        Assert.Equal(ColumnMeaning.Number, Of(new NumberColumn("amount", [20240101, 20240102, 20240103, 20240104, 20240105, 20241301, 20240106])).Meaning);

    [Theory]
    [InlineData("yyyy-M-d")]
    [InlineData("yyyy.MM.dd")]
    [InlineData("ddd, dd MMM yyyy HH:mm:ss 'GMT'")]
    [InlineData("M/d/yyyy H:mm")]
    public void Times_InOtherFormats_AreFound(string format)
    {
        string?[] texts = [.. Enumerable.Range(0, 100).Select(row => new DateTime(2024, 1, 1, 8, 5, 0).AddDays(row).ToString(format, CultureInfo.InvariantCulture))];

        Assert.Equal([format], Of(new TextColumn("t", texts)).Spec.TimeFormats);
    }

    [Theory]
    [InlineData("ja", "nein")]
    [InlineData("Oui", "Non")]
    [InlineData("是", "否")]
    public void Answers_InOtherLanguages_AreBooleans(string yes, string no) =>
        Assert.Equal(ColumnMeaning.Boolean, Of(CategoryColumn.FromTexts("x", [yes, no, yes, null])).Meaning);

    [Theory]
    [InlineData("sentiment_id", ColumnMeaning.Id)]
    [InlineData("second", ColumnMeaning.Number)]
    public void Id_WhoseNameHoldsAWordOfTime_IsAnId(string name, ColumnMeaning meaning) =>
        Assert.Equal(meaning, Of(new NumberColumn(name, Numbers(50, row => row + 1))).Meaning);

    [Fact]
    public void TypingErrorsAmongNumbers_AreCountedAndShown()
    {
        string?[] texts = [.. Enumerable.Range(0, 400).Select(row => row is 7 or 300 ? $"{row}o" : $"{row}.5")];

        var profile = Inspect(new TextColumn("x", texts));

        Assert.Equal((ColumnMeaning.Number, 2, 2), (profile.Columns[0].Meaning, profile.Columns[0].Evidence.Unreadable, profile.Columns[0].Evidence.Missing));
        var finding = Assert.Single(profile.Findings, finding => finding.Kind == "unreadable");
        Assert.Equal(
            (FindingSeverity.Warning, "'x' holds 2 cells that are no numbers, such as '300o'.", "They are read as missing; mend them, or give the column the type category."),
            (finding.Severity, finding.Text, finding.Remedy));
    }

    [Fact]
    public void TypingErrorsAmongTimes_AreCountedAndShown()
    {
        string?[] texts = [.. Enumerable.Range(0, 400).Select(row => row == 7 ? "soon" : new DateTime(2024, 1, 1).AddDays(row).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))];

        var finding = Assert.Single(Inspect(new TextColumn("x", texts)).Findings, finding => finding.Kind == "unreadable");

        Assert.Equal("'x' holds 1 cells that are no points in time, such as 'soon'.", finding.Text);
    }

    [Theory]
    [InlineData("1,234.5 | 12.5 | 7 | 1,000,000", 7, 1_000_000, 250_313.5, 623.5, null)]
    [InlineData("$3k | $950 | $1.5M | $50", 50, 1_500_000, 376_000, 1975, "$")]
    [InlineData("12 % | 7.5 % | 30 % | 0.5 %", 0.5, 30, 12.5, 9.75, "%")]
    [InlineData("2 kg | 500 g | 1.5 kg | 4 kg", 0.5, 4, 2, 1.75, "kg")]
    [InlineData("1.234,5 € | 12,5 € | 7 € | 6 €", 6, 1234.5, 315, 9.75, "€")]
    [InlineData("$5.50 | €2.00 | $3.50 | $1.00", 1, 5.5, 3, 2.75, null)]
    public void NumbersHeldAsText_HaveTheFiguresOfNumbers(string texts, double minimum, double maximum, double mean, double median, string? unit)
    {
        var column = Of(new TextColumn("x", texts.Split(" | ")));

        var evidence = column.Evidence;
        Assert.Equal((minimum, maximum, mean, median, unit), (evidence.Minimum, evidence.Maximum, evidence.Mean, evidence.Median, column.Unit));
        Assert.Equal(4, evidence.Top.Count);
    }

    [Fact]
    public void NumbersHeldAsText_OfManyRows_AreAllMeasured()
    {
        // Above 50,000 texts the meaning is found in some of them; the largest number stands in none of those.
        string?[] texts = [.. Enumerable.Range(0, 120_000).Select(row => row == 1 ? "$900000.50" : row == 2 ? null : $"${row % 700}.50")];

        var evidence = Of(new TextColumn("x", texts)).Evidence;

        Assert.Equal((0.5, 900_000.5, 1), (evidence.Minimum, evidence.Maximum, evidence.Missing));
    }

    [Theory]
    [InlineData("25/12/2024 | 01/02/2024 | 03/04/2025", "2024-02-01T00:00:00", "2025-04-03T00:00:00")]
    [InlineData("5 May 2024, 3:05 pm | 1 Jan 2024, 11:59 am | 1 May 2024, 12:00 am", "2024-01-01T11:59:00", "2024-05-05T15:05:00")]
    [InlineData("Q3 2024 | Q1 2023 | Q4 2022", "2022-10-01T00:00:00", "2024-07-01T00:00:00")]
    public void TimesHeldAsText_HaveTheirEnds(string texts, string earliest, string latest)
    {
        var evidence = Of(new TextColumn("x", texts.Split(" | "))).Evidence;

        Assert.Equal((earliest, latest), (evidence.Earliest, evidence.Latest));
    }

    [Fact]
    public void TypeTold_LeavesNoFiguresOfNumbers()
    {
        var column = Inspect(new([new TextColumn("x", ["$1", "$2.50", "$3"])]), new() { Types = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Category } }).Columns[0];

        Assert.Null(column.Evidence.Minimum);
        Assert.Empty(column.Evidence.Quantiles);
        Assert.Null(column.Unit);
    }

    [Fact]
    public void TargetWithAUnit_IsAQuantity()
    {
        string?[] stars = [.. Enumerable.Range(0, 200).Select(row => $"{row % 4} %")];

        var profile = Inspect(new([new TextColumn("y", stars), new NumberColumn("x", Numbers(200, row => row * 0.1))]), new() { Target = "y" });

        Assert.Equal(("the target is a number", ColumnType.Number), (profile.TaskReason, profile.Columns[0].Spec.Type));
    }

    [Fact]
    public void TypeTold_TakesTheUnreadableBack()
    {
        string?[] texts = [.. Enumerable.Range(0, 400).Select(row => row == 7 ? "7o" : $"${row}.5")];

        var column = Inspect(new([new TextColumn("x", texts)]), new() { Types = new Dictionary<string, ColumnType> { ["x"] = ColumnType.Category } }).Columns[0];

        Assert.Equal((0, 0), (column.Evidence.Unreadable, column.Evidence.Missing));
        Assert.Empty(column.Spec.NumberDecorations);
    }

    [Fact]
    public void MissingWords_AreOneFindingWithTheirCounts()
    {
        var report = new SourceReport
        {
            Path = "x.csv",
            Source = "csv",
            Fingerprint = "",
            Bytes = 1,
            RowsRead = 3,
            Markers = new Dictionary<string, IReadOnlyDictionary<string, long>>
            {
                ["x"] = new Dictionary<string, long> { ["NA"] = 1, ["?"] = 2 },
                ["y"] = new Dictionary<string, long> { ["NA"] = 5 },
            },
        };
        var table = new Table([new NumberColumn("x", [1, 2, 3]), new NumberColumn("y", [1, 2, 3])]);

        var profile = Inspect(table, new() { Source = report });

        Assert.Equal("Read as missing: '?' in 'x' (2), 'NA' in 'x' (1), 'NA' in 'y' (5).", Assert.Single(profile.Findings, finding => finding.Kind == "missing_words").Text);
        Assert.Equal([new("?", 2), new("NA", 1)], profile.Columns[0].Evidence.Markers);
    }

    [Fact]
    public void CodesThatComeAgain_AreNoted()
    {
        var profile = Inspect(new NumberColumn("store_id", Numbers(200, row => row % 12)));

        var finding = Assert.Single(profile.Findings, finding => finding.Kind == "code");
        Assert.Equal(
            ("'store_id' is named like a code, and its 12 numbers come again and again.", "If they name something, give it the type category; if rows with one of them belong together, the role group."),
            (finding.Text, finding.Remedy));
    }

    [Fact]
    public void TargetOfClassNumbers_MeansCategories()
    {
        var profile = Inspect(new([new NumberColumn("y", Numbers(200, row => row % 4)), new NumberColumn("x", Numbers(200, row => row * 0.1))]), new() { Target = "y" });

        Assert.Equal((ColumnMeaning.Category, ColumnType.Category), (profile.Columns[0].Meaning, profile.Columns[0].Spec.Type));
    }

    [Fact]
    public void Duplicates_OfManyTexts_AreNotFoundWhereThereAreNone()
    {
        string?[] texts = [.. Enumerable.Range(0, Many).Select(row => $"text {row}")];

        Assert.Equal(0, Inspect(new TextColumn("x", texts)).DuplicateRows);
    }

    private static double[] Numbers(int rows, Func<int, double> value) => [.. Enumerable.Range(0, rows).Select(value)];

    private static ColumnProfile Of(Column column) => Inspect(column).Columns[0];

    private static DataProfile Inspect(Column column) => Inspect(new Table([column]));

    private static DataProfile Inspect(Table table, ProfileOptions? options = null) =>
        Profiler.Inspect(table, options, TestContext.Current.CancellationToken);
}
