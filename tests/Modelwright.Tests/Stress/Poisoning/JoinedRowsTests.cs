using Modelwright.Core.Data;
using Modelwright.Stress.Poisoning;

namespace Modelwright.Tests.Stress.Poisoning;

public sealed class JoinedRowsTests
{
    private static string?[] Texts(Column column) => [.. Enumerable.Range(0, column.RowCount).Select(column.Format)];

    [Fact]
    public void Of_AllTypes_SecondComesBehindFirst()
    {
        Table first = new([new NumberColumn("n", [1, double.NaN]), new CategoryColumn("c", ["a", "b"], [1, -1]), new TextColumn("t", ["x", null]), new TimeColumn("d", [0, TimeColumn.Missing]), new NumberColumn("own", [1, 2])]);
        Table second = new([new CategoryColumn("c", ["c", "b"], [0, 1]), new NumberColumn("n", [3, 4]), new TextColumn("t", ["y", "z"]), new TimeColumn("d", [TimeColumn.Missing, 0])]);

        var joined = JoinedRows.Of(first, second);

        Assert.Equal(["n", "c", "t", "d"], joined.Names);
        Assert.Equal(["1", null, "3", "4"], Texts(joined["n"]));
        Assert.Equal(["b", null, "c", "b"], Texts(joined["c"]));
        Assert.Equal(["a", "b", "c"], ((CategoryColumn)joined["c"]).Levels);
        Assert.Equal(["x", null, "y", "z"], Texts(joined["t"]));
        Assert.Equal(["0001-01-01", null, null, "0001-01-01"], Texts(joined["d"]));
    }

    [Fact]
    public void Of_OtherTypes_SaysWhich() => Assert.StartsWith(
        "Column 'n' is of the types Number and Text. Bring it as one of them.",
        Assert.Throws<ArgumentException>(() => JoinedRows.Of(new NumberColumn("n", [1]), new TextColumn("n", ["x"]))).Message,
        StringComparison.Ordinal);
}
