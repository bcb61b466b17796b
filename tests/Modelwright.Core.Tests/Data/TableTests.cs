using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Tests.Data;

public sealed class TableTests
{
    private static Table People => new([new NumberColumn("age", [41, double.NaN, 7]), CategoryColumn.FromTexts("plan", ["b", "a", null]), new TextColumn("note", ["x", null, ""])]);

    [Fact]
    public void Table_WrongLengthsAndNames_SaysAll()
    {
        var error = Assert.Throws<DataException>(() => new Table([new NumberColumn("a", [1, 2]), new NumberColumn("b", [1]), new TextColumn("a", ["x", "y"]), new NumberColumn("c", [1, 2, 3])]));

        Assert.Equal(
            """
            Column 'b' has 1 rows, the table has 2. Give every column one value a row.
            Two columns are named 'a' (columns 1 and 3). Rename one of them.
            Column 'c' has 3 rows, the table has 2. Give every column one value a row.
            """,
            error.Message);
    }

    [Fact]
    public void Table_NoColumns_KeepsItsRows()
    {
        Assert.Equal(0, new Table([]).RowCount);
        Assert.Equal(5, new Table([], 5).RowCount);
        Assert.Equal(2, new Table([], 5).Take([3, 3]).RowCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Table([], -1));
    }

    [Fact]
    public void Index_Absent_SuggestsAndLists()
    {
        Assert.Equal(
            "Column 'Agee' was not found. Did you mean 'age'? The table has: 'age', 'plan', 'note'. Check the spelling (case matters).",
            Assert.Throws<DataException>(() => People["Agee"]).Message);
        Assert.False(People.TryGet("AGE", out _));
    }

    [Fact]
    public void Index_AbsentAmongMany_ListsTwenty()
    {
        var wide = new Table([.. Enumerable.Range(0, 25).Select(place => new NumberColumn($"c{place:D2}", [1]))]);

        Assert.EndsWith("'c18', 'c19' and 5 more. Check the spelling (case matters).", Assert.Throws<DataException>(() => wide["nothing"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_RowsInAnyOrderAndTwice_GivesThem()
    {
        var taken = People.Take([2, 0, 2]);

        Assert.Equal(["7", "41", "7"], Texts(taken["age"]));
        Assert.Equal([null, "b", null], Texts(taken["plan"]));
        Assert.Equal(["", "x", ""], Texts(taken["note"]));
    }

    [Fact]
    public void Select_NamesInAnyOrder_SharesColumns()
    {
        var people = People;

        var selected = people.Select(["note", "age"]);

        Assert.Equal(["note", "age"], selected.Names);
        Assert.Same(people["age"], selected["age"]);
        Assert.Equal(3, people.Select([]).RowCount);
    }

    [Fact]
    public void Select_AbsentNames_SaysAll() =>
        Assert.Equal(
            ["Column 'x' was not found.", "Column 'plann' was not found. Did you mean 'plan'?"],
            Assert.Throws<DataException>(() => People.Select(["x", "age", "plann"])).Message.Split('\n').Select(line => line[..line.IndexOf(" The table", StringComparison.Ordinal)]));

    [Fact]
    public void Without_NamesThatAreNotThere_IsNoError() => Assert.Equal(["age"], People.Without(["plan", "note", "nothing"]).Names);

    [Fact]
    public void With_NewAndKnownNames_AddsOrReplacesInPlace()
    {
        Assert.Equal(["age", "plan", "note", "new"], People.With(new NumberColumn("new", [1, 2, 3])).Names);
        var replaced = People.With(new TextColumn("plan", ["p", "q", "r"]));
        Assert.Equal(["age", "plan", "note"], replaced.Names);
        Assert.Equal(["p", "q", "r"], Texts(replaced["plan"]));
        Assert.Throws<DataException>(() => People.With(new NumberColumn("short", [1])));
    }

    [Fact]
    public void Concat_ColumnsByName_WhatIsAbsentIsMissing()
    {
        var top = new Table([new NumberColumn("n", [1, double.NaN]), new TimeColumn("t", [5, TimeColumn.Missing]), CategoryColumn.FromTexts("c", ["x", null]), new NumberColumn("only", [7, 8]), new NumberColumn("mixed", [1.5, 2])]);
        var below = new Table([CategoryColumn.FromTexts("mixed", ["old"]), new TextColumn("c", ["y"]), new TimeColumn("t", [6]), new NumberColumn("n", [3]), new TimeColumn("late", [9])]);

        var all = top.Concat(below);

        Assert.Equal((3, 6), (all.RowCount, all.Columns.Count));
        Assert.Equal(["n", "t", "c", "only", "mixed", "late"], all.Names);
        Assert.Equal(["1", null, "3"], Texts(all["n"]));
        Assert.Equal([5, TimeColumn.Missing, 6], Enumerable.Range(0, 3).Select(((TimeColumn)all["t"]).Values.At));
        Assert.Equal(["x", null, "y"], Texts(Assert.IsType<CategoryColumn>(all["c"])));
        Assert.Equal(["7", "8", null], Texts(all["only"]));
        Assert.Equal(["1.5", "2", "old"], Texts(Assert.IsType<CategoryColumn>(all["mixed"])));
        Assert.Equal([TimeColumn.Missing, TimeColumn.Missing, 9], Enumerable.Range(0, 3).Select(((TimeColumn)all["late"]).Values.At));
    }

    [Fact]
    public void Concat_WithNoRows_IsTheSameRows() => Assert.Equal(Texts(People["plan"]), Texts(People.Concat(People.Take([]))["plan"]));

    private static string?[] Texts(Column column) => [.. Enumerable.Range(0, column.RowCount).Select(column.Format)];
}
