using System.Globalization;
using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Cells;

namespace Modelwright.Runtime.Tests.Prediction;

public sealed class WrittenNumberTests
{
    private static readonly ColumnSpec German = new("x", ColumnType.Number)
    {
        Unit = "kg",
        Notation = new() { DecimalSeparator = ',', GroupSeparators = ". ", HasNegativeParentheses = true, Suffixes = [new("kg", 1), new("g", 0.001), new("t", 1000)] },
    };

    [Theory]
    [InlineData("1.234,5 kg", 1234.5)]
    [InlineData(" 1.234 ", 1234)]
    [InlineData("0,125t", 125)]
    [InlineData("(1.234)", -1234)]
    [InlineData("( 500 g )", -0.5)]
    [InlineData("1 234 567,25", 1234567.25)]
    [InlineData("12.34.567", 1234567)]
    [InlineData(",5", 0.5)]
    [InlineData("+1,5e2", 150)]
    public void TryNumber_Notation_IsRead(string text, double expected)
    {
        Assert.True(CellText.TryNumber(text, German, out var value));
        Assert.Equal(expected, value, 12);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("0.123")]
    [InlineData("12.34")]
    [InlineData("1.234 567")]
    [InlineData("1.2345")]
    [InlineData("1234.567")]
    [InlineData("1,5,5")]
    [InlineData("1..234")]
    [InlineData(".234")]
    [InlineData("1.234.")]
    [InlineData("5 lb")]
    [InlineData("kg")]
    [InlineData("5 kg kg")]
    [InlineData("(-5)")]
    [InlineData("()")]
    [InlineData("1 ,5")]
    [InlineData("")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void TryNumber_WhatTheNotationDoesNotFit_IsNoNumber(string text)
    {
        Assert.False(CellText.TryNumber(text, German, out var value));
        Assert.True(double.IsNaN(value));
    }

    [Fact]
    public void TryNumber_VeryLongText_IsNoNumber() => Assert.False(CellText.TryNumber(new string('1', 100_000), German, out _));

    [Fact]
    public void TryNumber_PlainNotation_ReadsAsVersionOneDid() =>
        Gen.Char["0123456789.,$ eE+-"].Array[0, 10].Select(letters => new string(letters)).Sample(text =>
        {
            var spec = new ColumnSpec("x", ColumnType.Number) { NumberDecorations = ["$", ","] };
            var isRead = CellText.TryNumber(text, spec.NumberDecorations, out var expected);

            Assert.Equal(isRead, CellText.TryNumber(text, spec, out var value));
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
        });

    [Fact]
    public void TryNumber_WrittenAndReadAgain_IsTheSameNumber() =>
        Gen.Double[-1e9, 1e9].Sample(number =>
        {
            var text = number.ToString("R", CultureInfo.InvariantCulture).Replace('.', ',');

            Assert.True(CellText.TryNumber(text, German, out var value));
            Assert.Equal(number, value);
        });

    [Fact]
    public void Admit_NothingReadable_SaysHowToWriteIt()
    {
        var error = Assert.Throws<DataException>(() => Admission.Admit(new([new TextColumn("x", (string?[])["1.5"])]), new([German]), needsTarget: false));

        Assert.Equal("Column 'x', row 1: '1.5' cannot be read as a number. Write it like 1.234,5 kg, or leave it empty where there is no value.", error.Message);
    }

    [Fact]
    public void Column_NumbersAmongTexts_MeanWhatTheyMeanAlone()
    {
        object?[] values = [1.234, "1.234", 2];

        var column = (TextColumn)CellValue.Column(German, values, []);

        Assert.Equal(["1,234", "1.234", "2"], Enumerable.Range(0, 3).Select(row => column.Values.At(row)));
    }
}
