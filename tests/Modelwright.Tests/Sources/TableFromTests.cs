using System.Data;
using Modelwright.Core.Data;
using Modelwright.Sources;
using DataException = Modelwright.Core.Errors.DataException;

namespace Modelwright.Tests.Sources;

public class TableFromTests
{
    [Fact]
    public void From_Objects_HasAColumnForEachProperty()
    {
        var table = Table.From(new[]
        {
            new Customer("Ann", 31, 1.5m, true, new(2024, 5, 1), Plan.Basic),
            new Customer(null, null, null, null, null, null),
        });

        Assert.Equal(["Name", "Age", "Money", "Active", "Since", "Plan"], table.Names);
        Assert.Equal([ColumnType.Category, ColumnType.Number, ColumnType.Number, ColumnType.Category, ColumnType.Time, ColumnType.Category], table.Columns.Select(column => column.Type));
        Assert.Equal(["Ann", "31", "1.5", "true", "2024-05-01", "Basic"], table.Columns.Select(column => column.Format(0)));
        Assert.All(table.Columns, column => Assert.True(column.IsMissing(1)));
    }

    [Fact]
    public void From_TextLikeANumber_StaysText() =>
        Assert.Equal("007", Table.From([new { Code = "007" }, new { Code = "NA" }])["Code"].Format(0));

    [Fact]
    public void From_WholeNumbersThatADoubleCannotHold_AreTextsThatStayApart()
    {
        var table = Table.From(new long?[] { 7, 1_000_000_000_000_000, null, 9_007_199_254_740_993, 9_007_199_254_740_992, long.MaxValue }.Select(code => new { Code = code, Small = 1L }));

        Assert.Equal(["7", "1000000000000000", null, "9007199254740993", "9007199254740992", "9223372036854775807"], Enumerable.Range(0, 6).Select(table["Code"].Format));
        Assert.Equal(ColumnType.Number, table["Small"].Type);
    }

    [Fact]
    public void From_InfiniteNumber_IsMissing() =>
        Assert.True(Table.From([new { X = double.PositiveInfinity }])["X"].IsMissing(0));

    [Fact]
    public void From_PropertyOfOtherType_ListsAllOfThem()
    {
        var error = Assert.Throws<DataException>(() => Table.From([new { A = 1, B = new int[2], C = new Version(1, 0) }]));

        Assert.Contains("Property 'B' of", error.Message, StringComparison.Ordinal);
        Assert.Contains("is a Int32[], which is no number, time, text, answer or enumeration. Select the values to use before making the table.", error.Message, StringComparison.Ordinal);
        Assert.Contains("Property 'C' of", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_Numbers_SaysToGiveObjects()
    {
        var error = Assert.Throws<DataException>(() => Table.From([1, 2]));

        Assert.Equal("Int32 has no public properties to make columns of. Give objects with one property a column, such as records or anonymous objects.", error.Message);
    }

    [Fact]
    public void From_NullRow_SaysWhich()
    {
        var error = Assert.Throws<DataException>(() => Table.From(new Customer?[] { new("a", 1, 1, true, default, Plan.Basic), null }));

        Assert.Equal("Row 2 of the Customer objects is null. Leave such rows out.", error.Message);
    }

    [Fact]
    public void From_DataTableAndItsReader_AreTheSame()
    {
        using var data = new DataTable();
        data.Columns.Add("id", typeof(int));
        data.Columns.Add("name", typeof(string));
        data.Columns.Add("at", typeof(DateTime));
        data.Rows.Add(1, "x", new DateTime(2024, 1, 2));
        data.Rows.Add(DBNull.Value, DBNull.Value, DBNull.Value);
        using var reader = data.CreateDataReader();

        foreach (var table in new[] { Table.From(data), Table.From(reader) })
        {
            Assert.Equal(2, table.RowCount);
            Assert.Equal(["1", "x", "2024-01-02"], table.Columns.Select(column => column.Format(0)));
            Assert.All(table.Columns, column => Assert.True(column.IsMissing(1)));
        }
    }

    [Fact]
    public void From_DataTableWithBytes_IsRefused()
    {
        using var data = new DataTable();
        data.Columns.Add("picture", typeof(byte[]));

        var error = Assert.Throws<DataException>(() => Table.From(data));

        Assert.Equal("Column 'picture' is a Byte[], which is no number, time, text or answer. Leave it out of the query, or convert it there.", error.Message);
    }

    private enum Plan
    {
        Basic,
    }

    private sealed record Customer(string? Name, int? Age, decimal? Money, bool? Active, DateOnly? Since, Plan? Plan);
}
