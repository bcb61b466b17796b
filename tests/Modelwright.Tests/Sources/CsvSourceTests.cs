using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class CsvSourceTests
{
    [Fact]
    public async Task Read_EveryKindOfColumn_HasItsType()
    {
        var read = await Read("age,name,since,zip,note\n31,Ann,2024-05-01,01234,\n,Bo,2024-05-02T10:30,99999,NA\n2.5e1,\"C, \"\"D\"\"\nE\",?,00501,x\n");

        var table = read.Table;
        Assert.Equal([ColumnType.Number, ColumnType.Category, ColumnType.Time, ColumnType.Category, ColumnType.Category], table.Columns.Select(column => column.Type));
        Assert.Equal(["31", null, "25"], Texts(table, "age"));
        Assert.Equal(["Ann", "Bo", "C, \"D\"\nE"], Texts(table, "name"));
        Assert.Equal(["2024-05-01", "2024-05-02T10:30:00", null], Texts(table, "since"));
        Assert.Equal(["01234", "99999", "00501"], Texts(table, "zip"));
        Assert.Equal([null, null, "x"], Texts(table, "note"));
        Assert.Equal(1, read.Report.Markers["since"]["?"]);
        Assert.Equal(1, read.Report.Markers["note"]["NA"]);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task Read_OtherSeparator_IsFound(char separator)
    {
        var read = await Read($"a{separator}b\n1,x{separator}x\n2,x{separator}y\n");

        Assert.Equal(separator, read.Report.Separator);
        Assert.Equal(["1,x", "2,x"], Texts(read.Table, "a"));
    }

    [Fact]
    public async Task Read_TextAfterNumbers_KeepsTheTextOfAllRows()
    {
        var read = await Read("code\n1.0\n1\n+2\nA\n");

        Assert.Equal(["1.0", "1", "+2", "A"], Texts(read.Table, "code"));
    }

    [Fact]
    public async Task Read_BrokenRows_ListsAllOfThem()
    {
        using var file = TempFile.With("bad.csv", "a,b\n1,2\n3\n4,5,6\n7,\"8\n");

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal(
            $"""
            {file.Path}, line 3: found 1 columns, expected 2 as in the header 'a,b'; the last value is '3'. Quote values that hold ',', or name another separator.
            {file.Path}, line 4: found 3 columns, expected 2 as in the header 'a,b'; the last value is '6'. Quote values that hold ',', or name another separator.
            {file.Path}, line 5: a quote is opened in column 'b' and not closed. Close it, or set HasQuotes = false (--no-quotes).
            Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.
            """,
            error.Message);
    }

    [Fact]
    public async Task Read_BrokenRowsSkipped_CountsThem()
    {
        var read = await Read("a,b\n1,2\n3\n4,5\n", new() { SkipBadRows = true });

        Assert.Equal(["1", "4"], Texts(read.Table, "a"));
        Assert.Equal(1, read.Report.RowsSkipped);
        Assert.Equal(3, Assert.Single(read.Report.Faults).Line);
    }

    [Fact]
    public async Task Read_LevelsBeyondTheirShareOfMemory_BecomeTextsThatAreTheSame()
    {
        // 40,000 levels of 200 characters are over 15 % of 32 MiB; the short ones stay levels.
        string[] values = [.. Enumerable.Range(0, 80_000).Select(row => $"{row % 40_000:000000}{new string('x', 194)}")];
        var text = "long,short\n" + string.Concat(values.Select((value, row) => $"{value},{row % 7}s\n"));

        var table = (await Read(text, new() { MemoryBytes = ReadOptions.SmallestMemory })).Table;

        Assert.Equal((ColumnType.Text, ColumnType.Category), (table["long"].Type, table["short"].Type));
        Assert.Equal(values, Texts(table, "long"));
        Assert.Equal(ColumnType.Category, (await Read(text)).Table["long"].Type);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<SourceTable> Read(string text, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.csv", text);
        return await SourceTable.ReadAsync(file.Path, options, Cancel);
    }

    private static string?[] Texts(Table table, string column) =>
        [.. Enumerable.Range(0, table.RowCount).Select(table[column].Format)];
}
