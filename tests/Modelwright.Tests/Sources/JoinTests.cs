using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class JoinTests
{
    private const string Orders = "customer_id,ordered,amount,shop,note\n1,2024-01-01,10,a,x1\n1,2024-01-05,20,b,x2\n1,2024-01-09,,b,x3\n2,2024-01-02,7,a,x4\n9,2024-01-02,1,a,x5\n,2024-01-02,2,a,x6\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NoTimeOfTheRows_SumsUpAllOfTheOtherTable()
    {
        using var tree = new TempTree().With("customers.csv", "customer_id,age\n1,30\n2,40\n3,50\n").With("orders.csv", Orders);

        var read = await Read(tree, "orders.csv:customer_id");

        Assert.Equal(
            [
                "customer_id: 1 2 3", "age: 30 40 50", "orders.count: 3 1 0", "orders.ordered.days_since: 0 7 -", "orders.amount.sum: 30 7 -", "orders.amount.mean: 15 7 -",
                "orders.amount.min: 10 7 -", "orders.amount.max: 20 7 -", "orders.amount.last: 20 7 -", "orders.shop.most_frequent: b a -", "orders.shop.distinct: 2 1 0",
                "orders.note.most_frequent: x1 x4 -", "orders.note.distinct: 3 1 0",
            ],
            Shown(read.Table));
        Assert.Equal(["orders:customer_id"], read.Report.Joins);
        Assert.Contains("orders:customer_id: 4 of 6 rows belong to a row here; 1 have no key.", read.Report.Notes);
    }

    [Fact]
    public async Task Read_RowsWithATime_SeeOnlyWhatCameBefore()
    {
        using var tree = new TempTree().With("customers.csv", "customer_id,day\n1,2024-01-05\n1,2024-01-01\n2,2024-02-01\n1,2024-01-06\n2,\n").With("orders.csv", Orders);

        var read = await Read(tree, "orders.csv:customer_id");

        string[] expected = ["orders.count: 1 0 1 2 0", "orders.ordered.days_since: 4 - 30 1 -", "orders.amount.sum: 10 - 7 30 -", "orders.amount.last: 10 - 7 20 -", "orders.shop.most_frequent: a - a a -"];
        Assert.Equal(expected, Shown(read.Table).Intersect(expected));
        Assert.Contains("orders:customer_id: only rows with 'ordered' before 'day' count.", read.Report.Notes);
    }

    [Fact]
    public void Read_AnyRows_GiveWhatACountByHandGives() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 4], Gen.Int[1, 28]).Array[1, 12],
            Gen.Select(Gen.Int[0, 4], Gen.Int[1, 28], Gen.Int[-9, 9]).Array[1, 25]).Sample(
            (parents, children) =>
            {
                using var tree = new TempTree()
                    .With("rows.csv", "id,at\n" + string.Concat(parents.Select(row => $"{row.Item1},2024-01-{row.Item2:00}\n")))
                    .With("more.csv", "id,seen,x\n" + string.Concat(children.Select(row => $"{row.Item1},2024-01-{row.Item2:00},{row.Item3}\n")));

                var table = Table.ReadAsync(tree.At("rows.csv"), new() { Joins = [ChildJoin.Parse(tree.At("more.csv") + ":id")] }).Result;

                return parents.Select((parent, row) => (parent, row)).All(pair =>
                {
                    var before = children.Where(child => child.Item1 == pair.parent.Item1 && child.Item2 < pair.parent.Item2).ToArray();
                    return table["more.count"].Format(pair.row) == $"{before.Length}"
                        && table["more.x.sum"].Format(pair.row) == (before.Length == 0 ? null : $"{before.Sum(child => child.Item3)}")
                        && table["more.x.last"].Format(pair.row) == (before.Length == 0 ? null : $"{before.OrderBy(child => child.Item2).Last().Item3}")
                        && table["more.seen.days_since"].Format(pair.row) == (before.Length == 0 ? null : $"{pair.parent.Item2 - before.Max(child => child.Item2)}");
                });
            },
            iter: 100);

    [Fact]
    public async Task Read_OtherKeyNameSeveralTimesAndSql_AreTaken()
    {
        using var tree = new TempTree().With("customers.csv", "id,day\n1,2024-03-01\n").With("orders.csv", "who,ordered,sent\n1,2024-01-01,2024-06-01\n");

        var read = await Read(tree, "orders.csv:who=id@ordered");
        var sql = await Table.ReadAsync(tree.At("customers.csv"), new() { Joins = [ChildJoin.Parse($"SELECT who, ordered FROM '{tree.At("orders.csv")}':who=id")] }, Cancel);

        Assert.Equal(["id: 1", "day: 2024-03-01", "orders.count: 1", "orders.ordered.days_since: 60"], Shown(read.Table));
        Assert.Contains("orders:who=id@ordered: column 'sent' was left out, as its times may lie after those of 'ordered'.", read.Report.Notes);
        Assert.Equal(["id", "day", "orders.count", "orders.ordered.days_since"], sql.Names);
    }

    [Theory]
    [InlineData("orders.csv:customer_id", "customers.csv", "id\n1\n", "{0}/customers.csv: there is no column 'customer_id' to join 'orders:customer_id' by. Check the spelling (case matters); keys of two names are written orders:KEY=KEY_OF_THE_ROWS.")]
    [InlineData("orders.csv:custmer_id=id", "customers.csv", "id\n1\n", "{0}/orders.csv: there is no column 'custmer_id' to join 'orders:custmer_id=id' by. Did you mean 'customer_id'? Check the spelling (case matters); keys of two names are written orders:KEY=KEY_OF_THE_ROWS.")]
    [InlineData("orders.csv:customer_id=id@note", "customers.csv", "id\n1\n", "Column 'note' of 'orders' holds no times, but category values. Write its times as 2026-01-31 or 2026-01-31T10:00:00, or name another column.")]
    [InlineData("orders.csv:customer_id=id", "customers.csv", "id,a,b\n1,2024-01-01,2024-01-02\n", "There are 2 columns of times in the rows to which 'orders:customer_id=id' is joined: 'a', 'b'. So that nothing is used before it was known, say which one counts: name it by JoinTime (--time).")]
    public async Task Read_JoinThatDoesNotFit_SaysWhatToDo(string join, string file, string text, string expected)
    {
        using var tree = new TempTree().With(file, text).With("orders.csv", Orders);

        var error = await Assert.ThrowsAsync<DataException>(() => Read(tree, join));

        Assert.Equal(expected.Replace("{0}", tree.Path, StringComparison.Ordinal), error.Message);
    }

    [Theory]
    [InlineData("orders.csv")]
    [InlineData(":id")]
    [InlineData("orders.csv:")]
    [InlineData("orders.csv:a=b=c")]
    [InlineData("orders.csv:a@")]
    public void Parse_WhatIsNoJoin_ShowsHowToWriteOne(string text)
    {
        var error = Assert.Throws<OptionsException>(() => ChildJoin.Parse(text));

        Assert.Equal($"A join must be FILE:KEY, FILE:KEY=KEY_OF_THE_ROWS, or one of these with @TIME behind. Got '{text}'. Write it as orders.csv:customer_id, or orders.csv:customer_id=id@ordered_at.", error.Message);
    }

    [Fact]
    public async Task Read_TwoJoinsOfOneName_AreRefused()
    {
        using var tree = new TempTree().With("customers.csv", "customer_id\n1\n").With("orders.csv", Orders);

        var error = await Assert.ThrowsAsync<OptionsException>(() => Read(tree, "orders.csv:customer_id", "orders.csv:customer_id"));

        Assert.Equal("2 joins are named 'orders', so their columns would have the same names. Rename one of the files.", error.Message);
    }

    private static Task<SourceTable> Read(TempTree tree, params string[] joins) =>
        SourceTable.ReadAsync(tree.At("customers.csv"), new() { Joins = [.. joins.Select(join => ChildJoin.Parse(tree.At(join)))] }, Cancel);

    private static string[] Shown(Table table) => [.. table.Columns.Select(column => $"{column.Name}: {string.Join(' ', Enumerable.Range(0, column.RowCount).Select(row => column.Format(row) ?? "-"))}")];
}
