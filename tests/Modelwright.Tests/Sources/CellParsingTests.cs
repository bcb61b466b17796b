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
}
