using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

/// <summary>What stands before the first row: remarks, a line for Excel, one line of names or several.</summary>
public class HeaderTests
{
    private const string Joined = "The first 2 lines hold names and were joined, such as 'costs.q2'. If that is wrong, set HeaderRows (--header-rows).";
    private const string Passed = "1 line before the names was passed over: it starts with # or says what the separator is.";

    [Theory]
    [InlineData("sep=;\na;b\n1;x\n", ';')]
    [InlineData("SEP=|\r\na|b\r\n1|x\r\n", '|')]
    [InlineData("sep=;\na;b\n\"1.234,5\";x\n", ';')]
    [InlineData("sep=;\na;b\nx;y\n", ';')]
    [InlineData("\"sep=\t\"\na\tb\n1\tx\n", '\t')]
    [InlineData("\uFEFFsep=^\na^b\n1^x\n", '^')]
    public async Task Read_LineForExcel_SaysTheSeparator(string text, char separator)
    {
        var read = await Read(text);

        Assert.Equal(separator, read.Report.Separator);
        Assert.Equal(["a", "b"], read.Table.Names);
        Assert.Equal(Passed, read.Report.Notes[0]);
    }

    [Theory]
    [InlineData("# made today, by \"us\na,b\n1,x\n", "a,b", 1)]
    [InlineData("#made today,now\na,b\n1,x\n", "a,b", 1)]
    [InlineData("#id,name\n1,x\n", "#id,name", 1)]
    [InlineData("#id,name\nx,y\n", "#id,name", 1)]
    [InlineData("# a remark, long\nname,city\nx,y\n", "name,city", 1)]
    [InlineData("##one\n##two\n#id\tname\n1\tx\n", "#id,name", 1)]
    [InlineData(" \r\n# a remark\r\n\r\n# another\na,b\n1,x\n", "a,b", 1)]
    [InlineData("#only,names\n", "#only,names", 0)]
    public async Task Read_RemarksBeforeTheNames_ArePassedOver(string text, string names, int rows)
    {
        var read = await Read(text);

        Assert.Equal(names.Split(','), read.Table.Names);
        Assert.Equal(rows, read.Table.RowCount);
    }

    [Fact]
    public async Task Read_FaultAfterRemarks_HasTheLineOfTheFile() =>
        Assert.EndsWith("rows.csv, line 5: found 1 columns, expected 2 as in the header 'a,b'; the last value is '3'. Quote values that hold ',', or name another separator.", await Refused("# one\n# two\na,b\n1,2\n3\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Read_RemarkBelowALineThatIsNoText_DoesNotHideThatLine() =>
        Assert.Contains("line 1: a zero byte", await Refused("a\0\n# one, of many words that are text\n" + string.Concat(Enumerable.Repeat("some more of it\n", 20))), StringComparison.Ordinal);

    [Fact]
    public async Task Read_RowThatStartsWithTheSign_IsARow() => Assert.Equal("#2", (await Read("a,b\n1,x\n#2,y\n")).Table["a"].Format(1));

    [Fact]
    public async Task Read_FirstNameEmpty_IsNumbered()
    {
        var read = await Read(",a\n0,x\n1,y\n");

        Assert.Equal(["column1", "a"], read.Table.Names);
        Assert.Equal(["Column 1 has no name and is called 'column1'. If it only counts the rows, leave it out."], read.Report.Notes);
    }

    [Theory]
    [InlineData(",column1\n0,x\n")]
    [InlineData("column3,b,\n0,x,1\n")]
    [InlineData("a,,b\n0,x,1\n")]
    public async Task Read_OtherNameEmpty_IsRefused(string text) => Assert.EndsWith("has no name. Name it in the first line.", await Refused(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("a,b,\n1,x,\n2,y, \n", "a,b", "Column 3 has neither a name nor a value and was left out.")]
    [InlineData("a,b, \n", "a,b", "Column 3 has neither a name nor a value and was left out.")]
    [InlineData("a;b;;;\n1;x;;;\n2;y;;;\n", "a,b", "3 columns have neither a name nor a value and were left out: 3, 4, 5.")]
    [InlineData("a,b,\n1,x,\n2,y,7\n", "a,b,column3", "Column 3 has no name and is called 'column3'. Name it in the first line, or leave it out.")]
    [InlineData("a,b,\n1,x,NA\n2,y,\n", "a,b,column3", "Column 3 has no name and is called 'column3'. Name it in the first line, or leave it out.")]
    [InlineData("a,b,\n1,x,\n2,y,inf\n", "a,b,column3", "Column 3 has no name and is called 'column3'. Name it in the first line, or leave it out.")]
    [InlineData("a,,,\n1,2,,z\n3,4,,\n", "a,column2,column4", "Column 3 has neither a name nor a value and was left out.|2 columns have no name and are called 'column2', 'column4'. Name them in the first line, or leave them out.")]
    [InlineData(",b,\n1,x,\n2,y,\n", "column1,b", "Column 1 has no name and is called 'column1'. If it only counts the rows, leave it out.|Column 3 has neither a name nor a value and was left out.")]
    public async Task Read_NothingBehindTheLastName_IsLeftOut(string text, string names, string notes)
    {
        var read = await Read(text);

        Assert.Equal(names.Split(','), read.Table.Names);
        Assert.Equal(notes.Split('|'), read.Report.Notes);
        Assert.Equal(text.Count(letter => letter == '\n') - 1, read.Table.RowCount);
    }

    [Fact]
    public async Task Read_BrokenRowInAnEmptyColumn_IsNoValue()
    {
        var read = await Read("a,\n1,\n2,\"x\n", new() { SkipBadRows = true });

        Assert.Equal(["a"], read.Table.Names);
        Assert.Equal((1, 1), (read.Table.RowCount, read.Report.RowsSkipped));
    }

    [Fact]
    public async Task Read_EmptyColumnThatTheModelKnows_Stays()
    {
        var read = await Read("a,\n1,\n", new() { Types = new Dictionary<string, Modelwright.Core.Data.ColumnType> { ["column2"] = Modelwright.Core.Data.ColumnType.Number } });

        Assert.Equal(["a", "column2"], read.Table.Names);
        Assert.True(read.Table["column2"].IsMissing(0));
    }

    [Fact]
    public async Task Read_NumbersAsNamesBeforeNone_AreRefused() =>
        Assert.EndsWith("line 1: the first line holds numbers ('1', '2'), not names. Add a line of names, or set HasHeader = false (--no-header).", await Refused("1,2,\n3,4,\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("\t\n\t\n")]
    [InlineData("\n \n\t\n")]
    [InlineData(",,\n,,\n\n")]
    [InlineData(";\n")]
    public async Task Read_NothingButSeparators_SaysSo(string text) =>
        Assert.EndsWith("rows.csv: the file holds nothing but separators and blank lines. Give a file with a line of names and at least one row.", await Refused(text), StringComparison.Ordinal);

    [Fact]
    public async Task Read_BlankNamesAboveValues_AreRefusedAsBefore() =>
        Assert.EndsWith("column 2 has no name. Name it in the first line.", await Refused("\t\n1\t2\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Read_TwoLinesOfNames_AreFoundAndJoined()
    {
        var read = await Read("id,sales,,costs,\n,q1,q2,q1,q2\n1,10,20,3,4\n2,11,21,4,5\n");

        Assert.Equal(["id", "sales.q1", "sales.q2", "costs.q1", "costs.q2"], read.Table.Names);
        Assert.Equal(("2", "5"), (read.Table["id"].Format(1), read.Table["costs.q2"].Format(1)));
        Assert.Equal([Joined], read.Report.Notes);
    }

    [Fact]
    public async Task Read_YearsAsGroups_AreNames() =>
        Assert.Equal(["region", "2023.h1", "2023.h2"], (await Read("region,2023,\n,h1,h2\nnorth,1,2\n")).Table.Names);

    [Theory]
    [InlineData("a,a\nx,y\n", "columns 1 and 2 are both named 'a'. Rename one of them.")]
    [InlineData("a,a\nx,y\nz,w\n", "columns 1 and 2 are both named 'a'. Rename one of them.")]
    [InlineData("a,,b\n1,x,y\n2,z,w\n", "column 2 has no name. Name it in the first line.")]
    [InlineData("a,a\nx,x\n1,2\n", "columns 1 and 2 are both named 'a'. Rename one of them.")]
    public async Task Read_WeakEvidence_StaysOneLine(string text, string expected) => Assert.EndsWith(expected, await Refused(text), StringComparison.Ordinal);

    [Fact]
    public async Task Read_NamedNumberOfLines_IsTaken()
    {
        const string text = "year,year\nwest,east\nq1,q2\nx,y\n";

        Assert.Equal(["year.west.q1", "year.east.q2"], (await Read(text, new() { HeaderRows = 3 })).Table.Names);
        Assert.Equal(1, (await Read(text, new() { HeaderRows = 3 })).Table.RowCount);
    }

    [Fact]
    public async Task Read_LinesOfNamesOfOtherLength_AreRefused() =>
        Assert.EndsWith("rows.csv, line 2: this line of names has 3 cells and the first one 2. Give each a cell for every column, or set HeaderRows (--header-rows) to the number of lines with names.", await Refused("a,b\nx,y,z\n1,2\n", new() { HeaderRows = 2 }), StringComparison.Ordinal);

    [Fact]
    public void Options_LinesOfNamesWithoutAny_AreRefused() =>
        Assert.Equal("HeaderRows (--header-rows) is 2, but HasHeader is false (--no-header). Leave one of them out.", Assert.Throws<OptionsException>(new ReadOptions { HeaderRows = 2, HasHeader = false }.Validate).Message);

    private static async Task<SourceTable> Read(string text, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.csv", text);
        return await SourceTable.ReadAsync(file.Path, options, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Refused(string text, ReadOptions? options = null) =>
        (await Assert.ThrowsAsync<DataException>(() => Read(text, options))).Message;
}
