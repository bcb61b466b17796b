using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Cells;
using Modelwright.Runtime.Prediction.Times;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class OwnTimeTests
{
    private static readonly Gen<DateTime> Days = Gen.Int[0, 3_000_000].Select(day => DateTime.MinValue.AddDays(day));

    public static TheoryData<string> Languages => [.. MonthNames.Known];

    [Theory]
    [MemberData(nameof(Languages))]
    public void WrittenInALanguage_IsReadAgain(string language) => Days.Sample(day =>
    {
        var format = $"[{language}] d. MMMM yyyy";

        Assert.True(CellText.TryTime(OwnTime.Write(day, format), [format], out var ticks));
        Assert.Equal(day.Ticks, ticks);
    });

    [Theory]
    [InlineData("unix_seconds")]
    [InlineData("unix_milliseconds")]
    [InlineData("iso_8601")]
    public void WrittenToTheSecond_IsReadAgain(string format) => Gen.Select(Days, Gen.Int[0, 86_399]).Sample(pair =>
    {
        var time = pair.Item1.AddSeconds(pair.Item2);

        Assert.True(CellText.TryTime(OwnTime.Write(time, format), [format], out var ticks));
        Assert.Equal(time.Ticks, ticks);
    });

    [Theory]
    [InlineData("3:05 p.m.", 15, 5)]
    [InlineData("3:05 P.M", 15, 5)]
    [InlineData("3:05 pm.", 15, 5)]
    [InlineData("3:05 p. m.", 15, 5)]
    [InlineData("3:05 p.\u00A0m.", 15, 5)]
    [InlineData("3:05 a.m.", 3, 5)]
    [InlineData("12:00 A.M.", 0, 0)]
    public void HalfOfTheDayWithPoints_IsReadAsWithout(string clock, int hour, int minute)
    {
        Assert.True(CellText.TryTime($" 5/13/2024 {clock}", ["M/d/yyyy h:mm tt"], out var ticks));
        Assert.Equal(new DateTime(2024, 5, 13, hour, minute, 0).Ticks, ticks);
    }

    [Theory]
    [InlineData("3:05 p..m.")]
    [InlineData("3:05 p.m..")]
    [InlineData("3:05 x.m.")]
    [InlineData("3:05 gram.")]
    [InlineData("p.m.")]
    [InlineData("m.")]
    [InlineData(".m.")]
    [InlineData("3:05 .m.")]
    public void OtherPoints_AreNoHalfOfTheDay(string text) => Assert.False(HalfOfDay.HasPoints(text));

    [Theory]
    [InlineData("iso_week", 7)]
    [InlineData("quarter", 92)]
    public void WrittenToThePeriod_IsReadAsItsFirstDay(string format, int days) => Days.Where(day => day.Year is > 2 and < 8000).Sample(day =>
    {
        Assert.True(CellText.TryTime(OwnTime.Write(day, format), [format], out var ticks));
        Assert.InRange((day.Ticks - ticks) / TimeSpan.TicksPerDay, 0, days - 1);
    });

    [Theory]
    [InlineData("iso_week", "2021-W53")]
    [InlineData("iso_week", "2024-W7")]
    [InlineData("iso_week", "٢٠٢٤-W07")]
    [InlineData("quarter", "Q0 2024")]
    [InlineData("quarter", "2024--Q1")]
    [InlineData("quarter", "Q1 0000")]
    [InlineData("unix_seconds", "1e9")]
    [InlineData("unix_seconds", "99999999999999999999")]
    [InlineData("unix_seconds", "-99999999999")]
    [InlineData("[de] d. MMMM yyyy", "32. März 2024")]
    [InlineData("[de] d. MMMM yyyy", "5. Mars 2024")]
    [InlineData("[xx] d. MMMM yyyy", "5. März 2024")]
    [InlineData("[", "[")]
    [InlineData("d", "12/31/2024")]
    public void TryTime_WhatTheFormatDoesNotFit_IsNoTime(string format, string text)
    {
        Assert.False(CellText.TryTime(text, [format], out var ticks));
        Assert.Equal(TimeColumn.Missing, ticks);
    }

    [Fact]
    public void TryTime_AnyText_NeverFailsOtherwise() => Gen.Select(Gen.String, Gen.String).Sample(pair =>
    {
        foreach (var format in new[] { "iso_week", "quarter", "unix_seconds", "[fr] d MMMM yyyy", "[" + pair.Item2 })
        {
            CellText.TryTime(pair.Item1, [format], out _);
        }
    });

    [Fact]
    public void Column_TimesAmongTexts_AreWrittenAsTheColumnIsRead()
    {
        var spec = new ColumnSpec("x", ColumnType.Time) { TimeFormats = ["iso_week", "[de] d. MMMM yyyy"] };

        var column = (TextColumn)CellValue.Column(spec, [new DateTime(2024, 2, 12), new DateTime(2024, 3, 5), "2024-W08"], []);

        Assert.Equal(["2024-W07", "5. märz 2024", "2024-W08"], Enumerable.Range(0, 3).Select(row => column.Values.At(row)));
    }

    [Fact]
    public void Admit_NothingReadable_ShowsAnExampleOfEachFormat()
    {
        var spec = new ColumnSpec("x", ColumnType.Time) { TimeFormats = ["iso_week", "[de] d. MMMM yyyy", "dd.MM.yyyy"] };

        var error = Assert.Throws<DataException>(() => Admission.Admit(new([new TextColumn("x", (string?[])["soon"])]), new([spec]), needsTarget: false));

        Assert.Equal("Column 'x', row 1: 'soon' cannot be read as a point in time. Write it in the format of '2026-W14' or of '31. märz 2026' or 'dd.MM.yyyy', or leave it empty where there is no value.", error.Message);
    }

    [Theory]
    [InlineData("dd.MM.yyyy", 1)]
    [InlineData("quarter", 2)]
    [InlineData("[de] d. MMMM yyyy", 2)]
    public void Save_FormatThatOlderReadersDoNotKnow_IsOfVersionTwo(string format, byte version)
    {
        var package = ExampleModels.ClassPackage();
        var schema = new Schema([.. package.Model.Schema.Columns.Select(spec => spec.Name == "Since" ? spec with { TimeFormats = [format] } : spec)]);
        using var stream = new MemoryStream();

        (package with { Model = package.Model with { Schema = schema } }).Save(stream);

        Assert.Equal(version, stream.ToArray()[4]);
        stream.Position = 0;
        Assert.Equal([format], Package.Load(stream).Model.Schema.Columns[3].TimeFormats);
    }
}
