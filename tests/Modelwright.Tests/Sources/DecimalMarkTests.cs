using System.Globalization;
using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;
using Modelwright.Sources.Columns;

namespace Modelwright.Tests.Sources;

public class DecimalMarkTests
{
    private const string Note = "Numbers have decimal commas, such as '1,5' in column 'a'. If that is wrong, set DecimalMark (--decimal).";

    [Theory]
    [InlineData("1,5", 1.5)]
    [InlineData("-0,25", -0.25)]
    [InlineData("+3,", 3)]
    [InlineData(",5", 0.5)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("12.345.678", 12345678)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u00A0234\u202F567", double.NaN)]
    [InlineData("1\u202F234\u202F567,25", 1234567.25)]
    [InlineData("7", 7)]
    [InlineData("1,5e3", 1500)]
    [InlineData("1.5", double.NaN)]
    [InlineData("1,2,3", double.NaN)]
    [InlineData("01.02.2024", double.NaN)]
    [InlineData("1.23,4", double.NaN)]
    [InlineData("0.123", double.NaN)]
    [InlineData("1,2.3", double.NaN)]
    [InlineData("007,5", double.NaN)]
    [InlineData(".5", double.NaN)]
    [InlineData(",", double.NaN)]
    [InlineData("-", double.NaN)]
    public void Read_Number_IsAsWritten(string text, double expected)
    {
        var kind = CommaNumber.Read(text, out var value);

        Assert.Equal((double.IsNaN(expected) ? NumberKind.None : NumberKind.Finite, expected), (kind, value));
    }

    [Fact]
    public void Read_WhatAGermanProgramWrites_IsTheSameNumber()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        Gen.Select(Gen.Double[-1e9, 1e9], Gen.Int[0, 6], Gen.Bool).Sample((number, digits, isGrouped) =>
        {
            var text = number.ToString((isGrouped ? "N" : "F") + digits.ToString(CultureInfo.InvariantCulture), german);
            Assert.Equal(NumberKind.Finite, CommaNumber.Read(text, out var value));
            Assert.Equal(double.Parse(number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), value);
        });
    }

    [Theory]
    [InlineData("a;b\n1,5;x\n2;y\n", ';')]
    [InlineData("a\tb\n1,5\tx\n2\ty\n", '\t')]
    [InlineData("a,b\n\"1,5\",x\n2,y\n", ',')]
    public async Task Read_DecimalCommas_AreFoundAndNoted(string text, char separator)
    {
        var read = await Read(text);

        Assert.Equal((separator, ','), (read.Report.Separator, read.Report.DecimalMark));
        Assert.Equal(["1.5", "2"], Texts(read.Table, "a"));
        Assert.Equal([Note], read.Report.Notes);
    }

    [Fact]
    public async Task Read_OneRow_IsReadAsTheRowsBefore()
    {
        Assert.Equal("1.5", (await Read("a;b\n1,5;x\n")).Table["a"].Format(0));
        Assert.Equal("1500.25", (await Read("a;b\n1.500,25;x\n")).Table["a"].Format(0));
        Assert.Equal("7", (await Read("a;b\n7;x\n")).Table["a"].Format(0));
    }

    [Fact]
    public async Task Read_OneRowThatTellsNothing_IsNoted()
    {
        var read = await Read("a;b\n1.500;x\n");

        Assert.Equal("1.5", read.Table["a"].Format(0));
        Assert.Equal(["'1.500' in column 'a' may be a number with three decimals or one in thousands, and nothing in the file tells; only points were read as decimal marks. If that is wrong, set DecimalMark (--decimal)."], read.Report.Notes);
        Assert.Equal("1500", (await Read("a;b\n1.500;x\n", new() { DecimalMark = ',' })).Table["a"].Format(0));
        Assert.Empty((await Read("a;b\n1.500;x\n", new() { DecimalMark = '.' })).Report.Notes);
    }

    [Theory]
    [InlineData("a;b\n1,5;2.5\n", "'1,5' in column 'a' looks like a number with a decimal comma and '2.5' in column 'b' like one with a decimal point; commas were left as text. If they are decimal marks, set DecimalMark (--decimal).")]
    [InlineData("a;b\n1,5;\"1,234.5\"\n", "'1,5' in column 'a' looks like a number with a decimal comma and '1,234.5' in column 'b' like one with a decimal point; commas were left as text. If they are decimal marks, set DecimalMark (--decimal).")]
    public async Task Read_BothMarks_LeavesCommasAsText(string text, string note)
    {
        var read = await Read(text);

        Assert.Equal("1,5", read.Table["a"].Format(0));
        Assert.Equal([note], read.Report.Notes);
    }

    [Theory]
    [InlineData("a;b\n1,5;x\nno number;y\n", "1,5")]
    [InlineData("a;b\n1,5;x\n1,2,3;y\n", "1,5")]
    [InlineData("a,b\n\"1,234\",2\n\"5,678\",3\n", "1,234")]
    public async Task Read_ColumnsThatAreNotAllNumbers_AreText(string text, string first)
    {
        var read = await Read(text);

        Assert.Equal(first, read.Table["a"].Format(0));
        Assert.Equal('.', read.Report.DecimalMark);
    }

    [Fact]
    public async Task Read_TextAfterDecimalCommas_KeepsTheTextOfAllRows()
    {
        var many = string.Concat(Enumerable.Repeat("1,50;2,5\n", 2000));

        var table = (await Read($"a;b\n{many}none at all;2,5\n")).Table;

        Assert.Equal(("1,50", ColumnType.Number), (table["a"].Format(0), table["b"].Type));
    }

    [Fact]
    public async Task Read_ColumnThatTheModelKnowsAsText_SaysNothing()
    {
        var read = await Read("a;b\n1,5;2\n", new() { Types = new Dictionary<string, ColumnType> { ["a"] = ColumnType.Category } });

        Assert.Equal(("1,5", '.'), (read.Table["a"].Format(0), read.Report.DecimalMark));
        Assert.Empty(read.Report.Notes);
    }

    [Theory]
    [InlineData("a;b;c\n1.500;x;7\n", "1500", "'1.500' in column 'a' may be a number with three decimals or one in thousands, and nothing in the file tells; it was read with decimal commas, as when the model was trained. If that is wrong, set DecimalMark (--decimal).")]
    [InlineData("a,b,c\n\"1,500\",x,7\n", "1.5", "'1,500' in column 'a' may be a number with three decimals or one in thousands, and nothing in the file tells; it was read with decimal commas, as when the model was trained. If that is wrong, set DecimalMark (--decimal).")]
    [InlineData("a;b;c\n1.500,25;x;7\n", "1500.25", null)]
    [InlineData("a;b;c\n15;x;7\n", "15", null)]
    [InlineData("a;b;c\n1.5;x;7\n", "1.5", "Numbers have decimal points, such as '1.5' in column 'a', and had decimal commas when the model was trained. If that is wrong, set DecimalMark (--decimal).")]
    [InlineData("a;b;c\n1.500;x;2.5\n", "1.5", "Numbers have decimal points, such as '2.5' in column 'c', and had decimal commas when the model was trained. If that is wrong, set DecimalMark (--decimal).")]
    [InlineData("a;b;c\n1,5;x;2.5\n", "1.5", "'1,5' in column 'a' looks like a number with a decimal comma and '2.5' in column 'c' like one with a decimal point; points were left as text, as numbers had commas when the model was trained. If points are decimal marks, set DecimalMark (--decimal).")]
    public async Task Read_RowsForAModelOfDecimalCommas_AreReadAsItsOwnWhereNothingTells(string text, string expected, string? note)
    {
        var read = await Read(text, ReadOptions.For(Commas));

        Assert.Equal(expected, read.Table["a"].Format(0));
        Assert.Equal(note is null ? [] : [note], read.Report.Notes);
    }

    [Fact]
    public async Task Read_MarkThatIsTold_WinsOverTheModel()
    {
        var read = await Read("a;b;c\n1.500;x;7\n", ReadOptions.For(Commas, new() { DecimalMark = '.' }));

        Assert.Equal(("1.5", '.'), (read.Table["a"].Format(0), read.Report.DecimalMark));
        Assert.Empty(read.Report.Notes);
    }

    [Fact]
    public async Task Read_ColumnWithItsOwnNotation_SaysNothingOfTheOthers()
    {
        // Trained on a file where one column had commas as text and the other points.
        var schema = new Schema([new("a", ColumnType.Number) { Notation = new() { DecimalSeparator = ',' } }, new("b", ColumnType.Number)]);

        var read = await Read("a;b\n1,5;1.234\n", ReadOptions.For(schema));

        Assert.Equal(("1,5", "1.234", '.'), (read.Table["a"].Format(0), read.Table["b"].Format(0), read.Report.DecimalMark));
    }

    [Fact]
    public void Notation_OfASchema_ReadsWhatTheReaderReads()
    {
        var spec = new ColumnSpec("a", ColumnType.Number) { Notation = CommaNumber.Notation };
        var read = 0;
        Gen.Char["0123456789.,,..-+eE \u00A0\u202F"].Array[1, 10].Select(letters => new string(letters).Trim()).Where(text => text.Length > 0).Sample(
            text =>
            {
                if (CommaNumber.Read(text, out var value) == NumberKind.Finite)
                {
                    Interlocked.Increment(ref read);
                    Assert.True(CellText.TryNumber(text, spec, out var again));
                    Assert.Equal(value, again);
                }
            },
            iter: 20_000);

        Assert.True(read > 500, $"only {read} of the texts are numbers");
    }

    private static Schema Commas { get; } = new([new("a", ColumnType.Number) { Notation = CommaNumber.Notation }, new("b", ColumnType.Category), new("c", ColumnType.Number) { Notation = CommaNumber.Notation }]);

    private static async Task<SourceTable> Read(string text, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.csv", text);
        return await SourceTable.ReadAsync(file.Path, options, TestContext.Current.CancellationToken);
    }

    private static string?[] Texts(Table table, string column) => [.. Enumerable.Range(0, table.RowCount).Select(table[column].Format)];
}
