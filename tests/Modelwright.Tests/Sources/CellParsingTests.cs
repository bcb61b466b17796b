using System.Globalization;
using CsCheck;
using Modelwright.Sources.Columns;

namespace Modelwright.Tests.Sources;

public class CellParsingTests
{
    [Fact]
    public void Number_WrittenByDotNet_ReadsBackToTheBit() =>
        Gen.Double.Where(value => double.IsFinite(value) && (Math.Abs(value) < 1e15 || value != Math.Floor(value))).Sample(value =>
        {
            Assert.Equal(NumberKind.Finite, NumberText.Read(value.ToString("R", CultureInfo.InvariantCulture), out var read));
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(read));
        });

    [Fact]
    public void Number_ShortDecimal_IsWhatTheFrameworkReads() =>
        Gen.Select(Gen.Long[-99_999_999_999_999, 99_999_999_999_999], Gen.Int[0, 14]).Sample((digits, scale) =>
        {
            var text = new decimal(digits) / (decimal)Math.Pow(10, scale);
            var shown = text.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(NumberKind.Finite, NumberText.Read(shown, out var read));
            Assert.Equal(double.Parse(shown, CultureInfo.InvariantCulture), read);
        });

    [Theory]
    [InlineData("007")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData("0x1F")]
    [InlineData("1e")]
    [InlineData("--1")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("12 3")]
    [InlineData("NaN")]
    [InlineData("9007199254740993")]
    public void Number_CodeOrText_IsNone(string text) => Assert.Equal(NumberKind.None, NumberText.Read(text, out _));

    [Theory]
    [InlineData("+5", 5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("-0.25", -0.25)]
    [InlineData("1E+3", 1000)]
    [InlineData("0", 0)]
    [InlineData("9007199254740992", 9007199254740992)]
    [InlineData("0.32799999999999996", 0.32799999999999996)]
    public void Number_Usual_IsRead(string text, double expected)
    {
        Assert.Equal(NumberKind.Finite, NumberText.Read(text, out var read));
        Assert.Equal(expected, read);
    }

    [Theory]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000")]
    [InlineData("2024-02-29 13:45", "2024-02-29T13:45:00.0000000")]
    [InlineData("2024-02-29T13:45:10.25", "2024-02-29T13:45:10.2500000")]
    [InlineData("2024-02-29T13:45:10Z", "2024-02-29T13:45:10.0000000")]
    [InlineData("2024-02-29T13:45:10+02:00", "2024-02-29T11:45:10.0000000")]
    [InlineData("2024-02-29T13:45:10-0130", "2024-02-29T15:15:10.0000000")]
    public void Time_Iso_IsRead(string text, string expected)
    {
        Assert.True(IsoTime.TryRead(text, out var ticks, out _));
        Assert.Equal(expected, new DateTime(ticks).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-1-1")]
    [InlineData("2024-01-01T25:00")]
    [InlineData("2024-01-01 10")]
    [InlineData("2024-01-01T10:00+99:00")]
    [InlineData("0001-01-01T00:00+02:00")]
    [InlineData("20240101")]
    public void Time_NotIso_IsNone(string text) => Assert.False(IsoTime.TryRead(text, out _, out _));
}
