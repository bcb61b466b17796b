using Modelwright.Onnx.Tests.Data;
using Modelwright.Runtime.Forms.Network;
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
        Assert.Equal([7, double.PositiveInfinity], Exported.For(builder => builder.Weigh(FormulaOperation.Layer, builder.X(), [2], [1]), 3, 3e38f));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(17, 5)]
    [InlineData(18, 2)]
    [InlineData(100, 64)]
    public void Layer_OfManyPlaces_IsThatOfTheNetworkToTheBit(int places, int sums)
    {
        var random = new Random(places);
        double Draw() => (float)(random.NextDouble() - 0.5);
        double[] weights = [.. Enumerable.Range(0, places * sums).Select(_ => Draw())];
        double[] starts = [.. Enumerable.Range(0, sums).Select(_ => Draw())];
        double[] factors = [.. Enumerable.Range(0, places).Select(_ => Draw())];

        SameBits(builder => builder.Weigh(FormulaOperation.Layer, builder.Of(FormulaOperation.Single, builder.Of(FormulaOperation.Multiply, builder.X(), builder.Constants(factors))), weights, starts), 1, -7.3, 0);
    }

    [Fact]
    public void Waves_OfSixteenCosines_AreThoseOfTheNetworkToTheBit()
    {
        var random = new Random(3);
        float[] Draw(int count, float scale) => [.. Enumerable.Range(0, count).Select(_ => scale * ((float)random.NextDouble() - 0.5f))];
        var waves = new NumberWaves(16, 3, Draw(16, 20), Draw(16, 1), Draw(48, 2), Draw(3, 1));

        SameBits(builder => builder.Waves(builder.X(), waves), [0, 0.25f, -3.75f, 1e7f, .. Draw(50, 10)]);
    }

    /// <summary>One cosine of x, weighed by 2, and seven of weight 0; the sum begins at 0.5.</summary>
    [Fact]
    public void Waves_KnownValues()
    {
        var waves = new NumberWaves(8, 1, [1, 0, 0, 0, 0, 0, 0, 0], new float[8], [2, 0, 0, 0, 0, 0, 0, 0], [0.5f]);

        Assert.Equal([2.5, 0.5, -1.5], Exported.For(builder => builder.Waves(builder.X(), waves), 0, 0.25, 0.5), (one, two) => Math.Abs(one - two) < 1e-6);
    }

    private static void SameBits(Func<FormulaBuilder, FormulaNode> make, params double[] values)
    {
        var formula = Exported.Of(make, Exported.Number());
        var expected = new double[values.Length * formula.Answer.Width];
        new FormulaEvaluation(formula).Answer(Exported.Rows(values), expected, TestContext.Current.CancellationToken);

        Assert.Equal(expected, Exported.For(make, values));
    }

    /// <summary>Edges, and values on, right above, right below and beyond them.</summary>
    private static (double[] Edges, double[] Values) Numbers(int count)
    {
        double[] edges = [.. Enumerable.Range(0, count).Select(place => (place - (count / 2)) * 0.1)];
        return (edges, [.. edges.SelectMany(edge => new[] { edge, Math.BitIncrement(edge), Math.BitDecrement(edge) }), -1e300, 1e300]);
    }
}
