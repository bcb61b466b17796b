using Modelwright.Onnx.Tests.Data;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Onnx.Tests.Operations;

/// <summary>Tables and places among ascending numbers, few (compared with all) and many (found by a tree).</summary>
public sealed class TableTests
{
    public static TheoryData<int> Counts => [0, 1, 2, 3, 4, 7, 32, 33, 34, 100, 5000];

    [Fact]
    public void Lookup_OneNumber_TakesTheRowBehindTheIndex() =>
        Assert.Equal([10, 11, 13], Exported.For(builder => builder.Lookup(builder.X(), [10, 11, 12, 13]), -1, 0, 2));

    [Fact]
    public void Lookup_SeveralNumbers_TakesTheRowBehindTheIndex() =>
        Assert.Equal([5, 6, 1, 2], Exported.For(builder => builder.Lookup(builder.X(), [1, 2, 3, 4, 5, 6], 2), 1, -1));

    [Theory]
    [MemberData(nameof(Counts))]
    public void Rank_OfEdgesAndBetween_CountsThoseBelow(int count)
    {
        var (edges, values) = Numbers(count);

        var ranks = Exported.For(builder => builder.Among(FormulaOperation.Rank, builder.X(), edges), [.. values, double.NaN]);

        Assert.Equal([.. values.Select(value => (double)edges.Count(edge => edge < value)), -1], ranks);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Reached_OfEdgesAndBetween_CountsThoseAtMost(int count)
    {
        var (edges, values) = Numbers(count);

        var reached = Exported.For(builder => builder.Among(FormulaOperation.Reached, builder.X(), edges), [.. values, double.NaN]);

        Assert.Equal([.. values.Select(value => (double)edges.Count(edge => edge <= value)), -1], reached);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Find_OfKeysAndBetween_IsTheirPosition(int count)
    {
        var (keys, values) = Numbers(count);

        var found = Exported.For(builder => builder.Among(FormulaOperation.Find, builder.X(), keys), [.. values, double.NaN]);

        Assert.Equal([.. values.Select(value => (double)Array.IndexOf(keys, value)), -1], found);
    }

    [Fact]
    public void Rank_OfEqualEdges_CountsAll()
    {
        Assert.Equal([0, 3], Exported.For(builder => builder.Among(FormulaOperation.Rank, builder.X(), [2, 2, 2, 5]), 2, 3));
        Assert.Equal([3, 0], Exported.For(builder => builder.Among(FormulaOperation.Reached, builder.X(), [2, 2, 2, 5]), 2, 1));
    }

    [Fact]
    public void Weigh_AddsProductsToStarts() =>
        Assert.Equal([1 + 3 + 10, 2 + 6 + 20], Exported.For(builder => builder.Weigh(FormulaOperation.Weigh, builder.Join([builder.X(), builder.Constant(10)]), [1, 2, 1, 2], [1, 2]), 3));

    [Fact]
    public void Weigh_BeyondTheRangeOfNumbers_IsHeldAtItsEnd() =>
        Assert.Equal([double.MaxValue, -double.MaxValue, double.NaN], Exported.For(builder => builder.Weigh(FormulaOperation.Weigh, builder.X(), [1e200], [0]), 1e200, -1e200, double.NaN));

    [Fact]
    public void Layer_AddsProductsToStarts_AndHoldsNothing() =>
        Assert.Equal([7, double.PositiveInfinity], Exported.For(builder => builder.Weigh(FormulaOperation.Layer, builder.X(), [2], [1]), 3, 1e308));

    [Fact]
    public void Waves_AddsMixedCosinesToOffsets()
    {
        // Two cosines: of x and of x + a quarter turn; two sums of them.
        var values = Exported.For(builder => builder.Waves(builder.X(), new(2, 2, [1, 1], [0, 0.25f], [1, 0, 2, 4], [0.5f, -1])), 0, 0.25, 0.5);

        Assert.Equal([1.5, 1, 0.5, -5, -0.5, -3], values, (one, two) => Math.Abs(one - two) < 1e-15);
    }

    /// <summary>Edges, and values on, right above, right below and beyond them.</summary>
    private static (double[] Edges, double[] Values) Numbers(int count)
    {
        double[] edges = [.. Enumerable.Range(0, count).Select(place => (place - (count / 2)) * 0.1)];
        return (edges, [.. edges.SelectMany(edge => new[] { edge, Math.BitIncrement(edge), Math.BitDecrement(edge) }), -1e300, 1e300]);
    }
}
