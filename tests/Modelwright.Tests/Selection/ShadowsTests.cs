using Modelwright.Core.Data;
using Modelwright.Profile.Relations;
using Modelwright.Selection;

namespace Modelwright.Tests.Selection;

/// <summary>Copies of columns that tell nothing.</summary>
public sealed class ShadowsTests
{
    private static readonly SelectionColumn Any = new("any", []);

    private static SelectionGround Ground(params (string Column, ColumnRole Role)[] roles)
    {
        var table = SimulatedRows.Table(60, 1, 1).With(new NumberColumn("order", [.. Enumerable.Range(0, 60).Select(row => (double)(59 - row) / 3)]));
        return SelectionGround.Draw(SimulatedRows.Ask(SimulatedRows.Labelled(table, roles)));
    }

    [Fact]
    public void Draw_Rows_AreShuffledAmongThemselves()
    {
        int[] rows = [.. Enumerable.Range(20, 30)];
        var from = new Shadows(Ground(), rows, seed: 1).Draw(Any);
        Assert.Equal(rows, from.Order());
        Assert.NotEqual(rows, from);
        Assert.Equal(from, new Shadows(Ground(), rows, seed: 1).Draw(Any));
    }

    [Fact]
    public void Draw_InTime_MovesAllByOneDistance()
    {
        int[] rows = [.. Enumerable.Range(0, 60)];
        var from = new Shadows(Ground(("order", ColumnRole.Time)), rows, seed: 2).Draw(Any);

        // The order in time is that of falling rows, three of them at a time in the order of the file.
        var order = rows.OrderBy(row => (59 - row) / 3.0).ToArray();
        var distances = rows.Select(row => (Array.IndexOf(order, from[row]) - Array.IndexOf(order, row) + 60) % 60).Distinct();
        Assert.NotEqual(0, Assert.Single(distances));
    }

    [Fact]
    public void Draw_ColumnOfGroups_StaysOneValueAGroup()
    {
        var table = SimulatedRows.Table(60, 1, 1)
            .With(new NumberColumn("group", [.. Enumerable.Range(0, 60).Select(row => (double)(row % 6))]))
            .With(new NumberColumn("of_group", [.. Enumerable.Range(0, 60).Select(row => (double)(row % 6 * 7))]));
        var ground = SelectionGround.Draw(SimulatedRows.Ask(SimulatedRows.Labelled(table, ("group", ColumnRole.Group))));
        var column = Assert.Single(ground.Columns, column => column.IsOfGroups);
        Assert.Equal("of_group", column.Name);
        int[] rows = [.. Enumerable.Range(0, 60)];
        var from = new Shadows(ground, rows, seed: 3).Draw(column);
        Assert.Equal(6, rows.Select(row => (row % 6, from[row] % 6)).Distinct().Count());
        Assert.Equal(6, from.Select(row => row % 6).Distinct().Count());
    }

    [Fact]
    public void Moved_View_LeavesOtherRowsAsTheyAre()
    {
        var view = new BinnedColumn("x", [1, 2, 3, 4], 5, IsOrdered: true, IsExact: true);
        Assert.Equal([1, 4, 3, 2], FoldColumns.Moved(view, [1, 3], [3, 1]).Codes);
        Assert.Equal([1, 2, 3, 4], view.Codes);
    }
}
