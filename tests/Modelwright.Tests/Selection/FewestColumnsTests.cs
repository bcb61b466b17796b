using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Recording;
using Modelwright.Selection;

namespace Modelwright.Tests.Selection;

/// <summary>The smallest set of columns that does.</summary>
public sealed class FewestColumnsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Choose_CopiesOfAColumn_KeepsOneOfEach(int seed)
    {
        var table = SimulatedRows.Table(400, 6, seed);
        var random = new Random(seed);
        double[] strong = [.. Enumerable.Range(0, 400).Select(row => ((NumberColumn)table["strong"]).Values.At(row))];
        table = table.With(new NumberColumn("exact", strong)).With(new NumberColumn("near", [.. strong.Zip(SimulatedRows.Normal(400, random), (value, chance) => value + (0.02 * chance))]));
        var kept = SimulatedRows.Kept(SimulatedRows.Ask(SimulatedRows.Labelled(table), FeatureChoice.Fewest) with { Seed = seed });
        Assert.Single(kept, name => name is "strong" or "exact" or "near");
        Assert.Contains("fair", kept);
        Assert.DoesNotContain(kept, name => name.StartsWith("noise", StringComparison.Ordinal));
        Assert.InRange(kept.Length, 2, 3);
    }

    [Fact]
    public void Choose_Curve_TakesTheSmallestSizeWithinOneStandardError()
    {
        var selection = ColumnSelector.Choose(SimulatedRows.Ask(SimulatedRows.Labelled(SimulatedRows.Table(400, 8, 1)), FeatureChoice.Fewest));
        var kept = selection.Columns.Where(column => column.Decision == "kept").ToArray();
        var chosen = Assert.Single(selection.Sizes, size => size.IsChosen);
        Assert.Equal(kept.Length, chosen.Columns);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 10, 11], selection.Sizes.Select(size => size.Columns));
        Assert.True(chosen.AboveBest <= chosen.StandardError);
        Assert.All(selection.Sizes.Where(size => size.Columns < chosen.Columns), size => Assert.True(size.AboveBest > size.StandardError));
        Assert.Equal(0, selection.Sizes.Min(size => size.AboveBest), 1e-12);
        Assert.All(selection.Sizes, size => Assert.InRange(size.Loss, 0.2, 1.2));
        Assert.Equal($"In the smallest set within one standard error of the best; above every shuffled copy in {kept[0].Hits} of 20 rounds.", kept[0].Reason);
        var left = selection.Columns[^1];
        Assert.Equal($"{kept.Length} columns are as good without it, within one standard error; above every shuffled copy in {left.Hits} of 20 rounds.", left.Reason);
        Assert.StartsWith("Chosen on all 400 rows outside the rows of the figures, in 5 folds: the smallest set of columns whose loss lies within one standard error of the best, in sets that shrink by", selection.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void SizesTo_AnyNumber_RiseFromOneToAllInBoundedSteps() => Gen.Int[1, 2000].Sample(count =>
    {
        int[] sizes = [.. FewestColumns.SizesTo(count)];
        return sizes[0] == 1 && sizes[^1] == count && sizes.Length <= 45
            && sizes.Zip(sizes.Skip(1)).All(pair => pair.Second > pair.First && pair.Second <= Math.Max(pair.First + 1, 1.25 * pair.First));
    });
}
