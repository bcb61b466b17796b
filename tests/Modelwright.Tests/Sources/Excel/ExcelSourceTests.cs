using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using static Modelwright.Tests.Sources.Excel.XlsxFile;

namespace Modelwright.Tests.Sources.Excel;

public class ExcelSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_EveryKindOfCell_HasItsMeaning()
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(
            file.Path,
            ("Data", Row(1, "name", "number", "day", "formula", "answer")
                + Row(2, "a", "1.5", "<c s=\"1\"><v>45351</v></c>", "<c><f>1+1</f><v>2</v></c>", "<c t=\"b\"><v>1</v></c>")
                + Row(3, "", "", "", "", "")
                + Row(4, "<c t=\"inlineStr\"><is><t>007</t></is></c>", "-2", "<c s=\"1\"><v>45352.5</v></c>", "<c t=\"str\"><f>x</f><v>3</v></c>", "<c t=\"b\"><v>0</v></c>")));

        var read = await SourceTable.ReadAsync(file.Path, cancellation: Cancel);

        Assert.Equal(["a|1.5|2024-02-29|2|true", "007|-2|2024-03-01T12:00:00|3|false"], Lines(read.Table));
        Assert.Equal([ColumnType.Category, ColumnType.Number, ColumnType.Time, ColumnType.Category, ColumnType.Category], read.Table.Columns.Select(column => column.Type));
        Assert.Equal(["Sheet 'Data' was read.", "1 blank rows were passed over."], read.Report.Notes);
        Assert.Equal(("excel", 2, new FileInfo(file.Path).Length), (read.Report.Source, read.Report.RowsRead, read.Report.Bytes));
    }

    [Fact]
    public async Task Read_ErrorsAndMergedCells_AreCountedAndSaid()
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(file.Path, ("Data", Row(1, "a", "b") + Row(2, "1", "<c t=\"e\"><v>#DIV/0!</v></c>") + Row(3, "2", "4") + "</data><mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"));

        var read = await SourceTable.ReadAsync(file.Path, cancellation: Cancel);

        Assert.Equal(["1|", "2|4"], Lines(read.Table));
        Assert.Equal(1, read.Report.CellsUnreadable);
        Assert.Equal("cell B2 in column 'b' holds the error #DIV/0!; such cells are missing in the table. Mend the formula.", Assert.Single(read.Report.Faults).Text);
        Assert.Contains("The sheet has 1 merged areas: each holds its value in its upper left cell only, and its other cells are missing.", read.Report.Notes);
    }

    [Theory]
    [InlineData("Sales", null, "x|y;1|2")]
    [InlineData("2", null, "x|y;1|2")]
    [InlineData("Notes", "B3:C4", "u|v;5|6")]
    [InlineData("Notes", "b3:c", "u|v;5|6;7|8")]
    public async Task Read_SheetAndRange_AreChosen(string sheet, string? range, string expected)
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(file.Path, ("Notes", Row(1, "Report of 2024") + Row(3, "", "u", "v") + Row(4, "", "5", "6") + Row(5, "", "7", "8")), ("Sales", Row(1, "x", "y") + Row(2, "1", "2")));

        var table = await Table.ReadAsync(file.Path, new() { Sheet = sheet, CellRange = range }, Cancel);

        Assert.Equal(expected, string.Join(';', [string.Join('|', table.Names), .. Lines(table)]));
    }

    [Fact]
    public async Task Read_SeveralSheetsOrNone_ListsThem()
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(file.Path, ("Notes", Row(1, "a")), ("Sales", ""));

        var several = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, cancellation: Cancel));
        var wrong = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, new() { Sheet = "Sale" }, Cancel));
        var empty = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, new() { Sheet = "Sales" }, Cancel));

        Assert.Equal($"{file.Path}: there are 2 sheets. There are: 'Notes', 'Sales'. Name one by Sheet (--sheet).", several.Message);
        Assert.Equal($"{file.Path}: there is no sheet 'Sale'. Did you mean 'Sales'? There are: 'Notes', 'Sales'. Name one of them, or its number from 1.", wrong.Message);
        Assert.Equal($"{file.Path}: the sheet 'Sales' is empty. Name another sheet or range.", empty.Message);
    }

    [Theory]
    [InlineData("a||a", "cell B1 of the header is empty. Name the column, or leave it out by Range (--range).|cells A1 and C1 of the header are both 'a'. Rename one of them.")]
    public async Task Read_HeaderThatIsNone_NamesTheCells(string header, string expected)
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(file.Path, ("Data", Row(1, header.Split('|')) + Row(2, "1", "2", "3")));

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal([.. expected.Split('|').Select(line => $"{file.Path}: {line}"), "If the sheet has no header, set HasHeader = false (--no-header); if it begins further down, name its Range (--range)."], error.Message.Split('\n'));
    }

    [Fact]
    public async Task Read_ValueUnderNoName_IsRefused()
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(file.Path, ("Data", Row(1, "a") + Row(2, "1") + Row(3, "2", "", "9")));

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal($"{file.Path}: cell C3 holds a value, but its column has no name in the header. Name the column, or leave it out by Range (--range).", error.Message);
        Assert.Equal(["column1", "column2", "column3"], (await Table.ReadAsync(file.Path, new() { HasHeader = false }, Cancel)).Names);
    }

    [Theory]
    [InlineData("A3")]
    [InlineData("F3:A9")]
    [InlineData("A9:F3")]
    [InlineData("A0:B2")]
    [InlineData("A1:ZZZ9")]
    [InlineData("A1:B9999999")]
    public async Task Read_RangeThatIsNone_ShowsHowToWriteOne(string range)
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(file.Path, ("Data", Row(1, "a")));

        var error = await Assert.ThrowsAsync<OptionsException>(() => Table.ReadAsync(file.Path, new() { CellRange = range }, Cancel));

        Assert.Equal($"Range (--range) must be two cells of a sheet, the upper left one first. Got '{range}'. Write it as A3:F200, or A3:F for all rows from the third.", error.Message);
    }

    [Fact]
    public async Task Read_ZipBomb_IsRefusedSoon()
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(file.Path, ("Data", Row(1, "a") + new string(' ', 40 << 20)));

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal($"{file.Path}: 'xl/worksheets/sheet1.xml' unpacks to more than 300 times its size, which no sheet of data does. If the file is to be trusted, save the sheet as CSV.", error.Message);
    }

    [Fact]
    public async Task Read_CellInTheLastCorner_IsBounded()
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(file.Path, ("Data", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"));

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, new() { HasHeader = false }, Cancel));

        Assert.StartsWith($"{file.Path}: the sheet has more than 536870912 cells up to row ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>")]
    [InlineData("<row><c>")]
    public async Task Read_XmlThatIsHostileOrCut_IsRefused(string rows)
    {
        using var file = TempFile.Named("rows.xlsx");
        Write(file.Path, ("Data", rows));

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, cancellation: Cancel));

        Assert.StartsWith($"{file.Path}: the workbook is damaged (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Open it in Excel and save it again, or save the sheet as CSV.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FileCutAnywhere_IsNeverAShorterTable()
    {
        using var tree = new TempTree();
        Write(tree.At("whole.xlsx"), ("Data", Row(1, "a", "b") + string.Concat(Enumerable.Range(2, 300).Select(row => Row(row, $"{row}", $"text {row * 7919 % 1000}")))));
        var whole = File.ReadAllBytes(tree.At("whole.xlsx"));
        for (var cut = 0; cut < whole.Length; cut += whole.Length / 40)
        {
            File.WriteAllBytes(tree.At("cut.xlsx"), whole[..cut]);

            await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.At("cut.xlsx"), cancellation: Cancel));
        }
    }

    [Fact]
    public async Task Read_BytesChangedAnywhere_IsAnAnswerOrARefusal()
    {
        using var tree = new TempTree();
        Write(tree.At("whole.xlsx"), ("Data", Row(1, "a", "b") + string.Concat(Enumerable.Range(2, 50).Select(row => Row(row, $"{row}", $"text {row}")))));
        var whole = File.ReadAllBytes(tree.At("whole.xlsx"));
        for (var place = 0; place < whole.Length; place += 7)
        {
            var changed = whole.ToArray();
            changed[place] ^= 0x55;
            File.WriteAllBytes(tree.At("changed.xlsx"), changed);

            var error = await Record.ExceptionAsync(() => Table.ReadAsync(tree.At("changed.xlsx"), cancellation: Cancel));

            Assert.True(error is null or DataException, $"byte {place}: {error}");
        }
    }

    private static string[] Lines(Table table) => [.. Enumerable.Range(0, table.RowCount).Select(row => string.Join('|', table.Columns.Select(column => column.Format(row))))];
}
