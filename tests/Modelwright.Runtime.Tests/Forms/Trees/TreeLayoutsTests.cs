using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Forms.Trees;

public sealed class TreeLayoutsTests
{
    [Fact]
    public void Single_CheckRowsOfAPackage_LayNothingOut()
    {
        var rows = ExampleModels.ClassPackage().CheckRows.Rows.RowCount;
        Assert.Equal(32, rows);
        var layouts = new TreeLayouts([new RandomTrees(3).Next(20, 1)], RandomTrees.Inputs, width: 1);

        Assert.Null(layouts.Single(rows));
        Assert.Null(layouts.Single(TreeLayouts.RowsBeforePacking - rows - 1));
        Assert.NotNull(layouts.Single(1));
        layouts.Release();
        Assert.Null(layouts.Single(1));
    }
}
