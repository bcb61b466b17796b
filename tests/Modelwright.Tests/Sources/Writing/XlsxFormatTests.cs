using System.IO.Compression;
using System.Xml.Linq;
using ExcelDataReader;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources.Writing;

public class XlsxFormatTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_EveryType_HasTheTypesOfExcel()
    {
        using var file = TempFile.Named("out.xlsx");
        await TableWriter.WriteAsync(TablesOfWriting.EveryType, file.Path, Cancel);

        using var stream = File.OpenRead(file.Path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);

        Assert.Equal((1, "predictions"), (reader.ResultsCount, reader.Name));
        Assert.Equal(
            [
                ["number", "day", "time", "level", "text"],
                [0.1, new DateTime(2024, 2, 29), new DateTime(2024, 2, 29, 13, 0, 0, 1), "007", "<a> & \"b\""],
                [-0.0, new DateTime(1999, 12, 31), null, "true", null],
                [1e300, null, new DateTime(1999, 12, 31), null, "two\nlines"],
                [null, new DateTime(1900, 3, 1), new DateTime(2100, 1, 1), "=1+1", " Łódź \U0001F600 "],
            ],
            Rows(reader));
    }

    [Fact]
    public async Task Write_Cells_AreMadeAsTheStandardSays()
    {
        using var file = TempFile.Named("out.xlsx");
        await TableWriter.WriteAsync(TablesOfWriting.EveryType.Take([0, 3]), file.Path, Cancel);

        var sheet = await Part(file.Path, "xl/worksheets/sheet1.xml");

        Assert.Equal(
            [
                "A1 inlineStr number", "B1 inlineStr day", "C1 inlineStr time", "D1 inlineStr level", "E1 inlineStr text",
                "A2 0.1", "B2 1 45351", "C2 3 45351.54166667824", "D2 inlineStr 007", "E2 inlineStr <a> & \"b\"",
                "B3 1 61", "C3 3 73051", "D3 inlineStr =1+1", "E3 inlineStr  Łódź \U0001F600 ",
            ],
            sheet.Descendants(Main + "c").Select(cell => string.Join(' ', cell.Attributes().Select(attribute => attribute.Value).Append(cell.Value))));
        Assert.Empty(sheet.Descendants(Main + "f"));
        Assert.Equal([" Łódź \U0001F600 "], sheet.Descendants(Main + "t").Where(text => (string?)text.Attribute(XNamespace.Xml + "space") == "preserve").Select(text => text.Value));
    }

    [Theory]
    [InlineData("a\u000bb", "a_x000B_b")]
    [InlineData("\u0000", "_x0000_")]
    [InlineData("a\r\nb", "a_x000D_\nb")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x00e9_", "_x005F_x00e9_")]
    [InlineData("__x0041__", "__x005F_x0041__")]
    [InlineData("_x41_ _x004_ x0041_", "_x41_ _x004_ x0041_")]
    [InlineData("\uffff", "_xFFFF_")]
    [InlineData("\U0001F600", "\U0001F600")]
    public async Task Write_OddCharacters_AreEscapedAsByExcel(string text, string expected)
    {
        using var file = TempFile.Named("out.xlsx");
        var table = new Table([new TextColumn("a", [text])]);

        await TableWriter.WriteAsync(table, file.Path, Cancel);

        Assert.Equal(expected, (await Part(file.Path, "xl/worksheets/sheet1.xml")).Descendants(Main + "t").Last().Value);
        Assert.Equal(text, (await Table.ReadAsync(file.Path, cancellation: Cancel))["a"].Format(0));
    }

    [Theory]
    [InlineData(TimeSpan.TicksPerDay, "yyyy-mm-dd")]
    [InlineData(TimeSpan.TicksPerSecond, "yyyy-mm-dd hh:mm:ss")]
    [InlineData(TimeSpan.TicksPerMillisecond, "yyyy-mm-dd hh:mm:ss.000")]
    public async Task Write_Times_HaveTheStyleThatShowsAllOfThem(long step, string expected)
    {
        using var file = TempFile.Named("out.xlsx");
        await TableWriter.WriteAsync(new([new TimeColumn("t", [TablesOfWriting.Ticks(2024, 1, 1), TablesOfWriting.Ticks(2024, 1, 1) + step])]), file.Path, Cancel);

        using var stream = File.OpenRead(file.Path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        reader.Read();

        for (var row = 0; row < 2; row++)
        {
            reader.Read();
            Assert.Equal(expected, reader.GetNumberFormatString(0).Replace("\\", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(1900, 2, 28, 0)]
    [InlineData(2024, 1, 1, 1)]
    public async Task Write_TimesThatExcelCannotHold_AreTextInTheWholeColumn(int year, int month, int day, long ticks)
    {
        using var file = TempFile.Named("out.xlsx");
        var table = new Table([new TimeColumn("t", [TablesOfWriting.Ticks(2024, 1, 1), TablesOfWriting.Ticks(year, month, day) + ticks])]);

        await TableWriter.WriteAsync(table, file.Path, Cancel);

        Assert.All((await Part(file.Path, "xl/worksheets/sheet1.xml")).Descendants(Main + "c"), cell => Assert.Equal("inlineStr", cell.Attribute("t")?.Value));
        var read = await Table.ReadAsync(file.Path, cancellation: Cancel);
        Assert.Equal(ColumnType.Time, read["t"].Type);
        Assert.Equal(TablesOfWriting.Cells(table), TablesOfWriting.Cells(read));
    }

    [Fact]
    public async Task Write_MoreRowsThanASheetHolds_SaysSo() => Assert.Equal(
        "FILE: the table has 1048576 rows, and a sheet of Excel holds 1048575 below the names. Write CSV or Parquet, or fewer rows.",
        await Refused(new([new NumberColumn("a", new double[1_048_576])])));

    [Fact]
    public async Task Write_WhatDoesNotFit_IsSaidTogether()
    {
        var tooLong = new string('x', 32_768);
        Column[] columns = [.. Enumerable.Range(0, 16_381).Select(column => new NumberColumn($"c{column}", [0, 0])), new NumberColumn(" ", [1, 2]), new NumberColumn("", [1, 2]), new NumberColumn("n", [1, double.NegativeInfinity]), CategoryColumn.FromTexts("t", [null, tooLong])];

        Assert.Equal(
            """
            FILE: the table has 16385 columns, and a sheet of Excel holds 16384. Write CSV or Parquet, or fewer columns.
            FILE: the name of column 16383: it is empty, and an Excel workbook needs one. Name the column, or write CSV.
            FILE: the name of column 16382: it is blank, and an Excel workbook needs one. Name the column, or write CSV.
            FILE: column 't', row 2: the text has 32768 characters, and a cell of Excel holds 32767. Shorten it, or write CSV.
            FILE: column 'n', row 2: the number is -Infinity, which no cell of Excel holds. Replace it by a finite one, or write CSV.
            """,
            await Refused(new(columns)));
    }

    [Fact]
    public async Task Write_LongestText_IsKept()
    {
        using var file = TempFile.Named("out.xlsx");
        var text = new string('_', 32_767);

        await TableWriter.WriteAsync(new([new TextColumn("a", [text])]), file.Path, Cancel);

        Assert.Equal(text, (await Table.ReadAsync(file.Path, cancellation: Cancel))["a"].Format(0));
    }

    private static async Task<string> Refused(Table table)
    {
        using var file = TempFile.Named("out.xlsx");
        var error = await Assert.ThrowsAsync<DataException>(() => TableWriter.WriteAsync(table, file.Path, Cancel));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file.Path)!));
        return error.Message.Replace(file.Path, "FILE", StringComparison.Ordinal);
    }

    private static List<object?[]> Rows(IExcelDataReader reader)
    {
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return rows;
    }

    private static async Task<XDocument> Part(string path, string name)
    {
        await using var archive = await ZipFile.OpenReadAsync(path, Cancel);
        await using var part = await archive.GetEntry(name)!.OpenAsync(Cancel);
        return await XDocument.LoadAsync(part, LoadOptions.PreserveWhitespace, Cancel);
    }
}
