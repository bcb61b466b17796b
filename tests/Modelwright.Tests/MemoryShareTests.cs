using Modelwright.Core.Data;

namespace Modelwright.Tests;

public class MemoryShareTests
{
    private const int Rows = 200_000;

    [Fact]
    public void Fit_NoLimit_KeepsAllRows() => Assert.Equal((Rows, 0), Share(Levels(2), limit: null));

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(30_000)]
    public void Fit_Limit_LeavesOutWhatDoesNotFit(int levels)
    {
        var (kept, leftOut) = Share(Levels(levels), 190L << 20);

        Assert.Equal(Rows, kept + leftOut);
        Assert.InRange(kept, 1_000, Rows - 1);
    }

    [Fact]
    public void Fit_MoreLevels_KeepsFewerRows()
    {
        int[] kept = [.. new[] { 2, 40, 30_000 }.Select(levels => Share(Levels(levels), 190L << 20).Kept)];

        Assert.True(kept[0] > kept[1] && kept[1] > kept[2], string.Join(", ", kept));
    }

    [Fact]
    public void Fit_Limit_SearchHoldsFewerRowsThanAFit()
    {
        var share = MemoryShare.Fit(Levels(2), 190L << 20, seed: 0);

        Assert.InRange(share.SearchRows, share.Rows.RowCount / 4, share.Rows.RowCount / 2);
    }

    // A row of twenty numbers in seven copies is 1120 bytes, in bins it is 30 beside the 150 of any row.
    [Fact]
    public void Fit_BinsFitButCopiesDoNot_KeepsAllRowsForFitsThatHoldThem()
    {
        var share = MemoryShare.Fit(Numbers(20), 350L << 20, seed: 0);

        Assert.Equal((Rows, 0), (share.Rows.RowCount, share.LeftOut));
        Assert.InRange(share.CopiedRows, 1_000, Rows - 1);
        Assert.InRange(share.RefitBytes, 2 * 30 * Rows, 350L << 20);
    }

    [Fact]
    public void Fit_LimitBelowAll_KeepsSomeRows() => Assert.Equal(1_000, Share(Levels(30_000), 32L << 20).Kept);

    private static (int Kept, int LeftOut) Share(Table table, long? limit)
    {
        var share = MemoryShare.Fit(table, limit, seed: 0);
        return (share.Rows.RowCount, share.LeftOut);
    }

    private static Table Numbers(int count) => new([.. Enumerable.Range(0, count).Select(column => new NumberColumn($"x{column}", new double[Rows]))]);

    private static Table Levels(int count) => new(
    [
        new NumberColumn("x", new double[Rows]),
        new CategoryColumn("c", [.. Enumerable.Range(0, count).Select(level => $"{level}")], [.. Enumerable.Range(0, Rows).Select(row => row % count)]),
    ]);
}
