using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Additive;
using Modelwright.Learners.Additive.Pairs;

namespace Modelwright.Learners.Tests.Additive;

public sealed class BinTests
{
    [Fact]
    public void Cuts_AnyNumbers_KeepTheirOrderAndLikeNumbersTogether()
    {
        var number = Gen.OneOf(Gen.Double[-5, 5], Gen.Int[-3, 3].Select(value => (double)value), Gen.Const(double.NaN), Gen.Const(1e300), Gen.Const(-0.0));
        Gen.Select(number.Array[2, 60], Gen.Int[2, 12]).Sample((values, most) =>
        {
            var input = NumberCuts.Of(new NumberColumn("x", values), values.Length + 4, most);
            Assert.True(input.Count <= most + 1, $"{input.Count} bins for {most}");
            for (var one = 0; one < values.Length; one++)
            {
                Assert.Equal(double.IsNaN(values[one]), input.Bins[one] == 0);
                for (var other = 0; other < values.Length; other++)
                {
                    Assert.True(!(values[one] <= values[other]) || input.Bins[one] <= input.Bins[other]);
                    Assert.True(values[one] != values[other] || input.Bins[one] == input.Bins[other]);
                }
            }
        });
    }

    [Fact]
    public void Cuts_ManyNumbers_HaveAboutEquallyManyRows()
    {
        var random = new Random(1);
        double[] values = [.. Enumerable.Range(0, 10_000).Select(_ => Math.Pow(random.NextDouble(), 4))];
        var input = NumberCuts.Of(new NumberColumn("x", values), values.Length, 20);
        Assert.All(input.Bins.GroupBy(bin => bin), bin => Assert.InRange(bin.Count(), 499, 501));
    }

    [Fact]
    public void HeldOut_Bags_ShareTheRowsAndAllClassesAlike()
    {
        int[] codes = [.. Enumerable.Range(0, 211).Select(row => row % 10 == 0 ? 1 : 0)];
        var features = new Table([new NumberColumn("x", [.. codes.Select((_, row) => (double)row)])]);
        var target = new BoostTarget(new TrainingSet(LearningTask.Classification, features) { Target = new CategoryColumn("y", ["a", "b"], codes) });
        var bags = HeldOut.Of(target, 8, 5);
        Assert.Equal(Enumerable.Range(0, 211), bags.SelectMany(rows => rows).Order());
        Assert.All(bags, rows => Assert.InRange(rows.Count(row => codes[row] == 1), 2, 4));
        Assert.Equal(30, HeldOut.Of(target, 1, 5)[0].Length, 1.0);
    }

    [Fact]
    public void HeldOut_TwoRows_LeaveOneToLearnFrom()
    {
        var data = new TrainingSet(LearningTask.Regression, new Table([new NumberColumn("x", [1, 2])])) { Target = new NumberColumn("y", [1, 2]) };
        Assert.All(HeldOut.Of(new BoostTarget(data), 3, 1), rows => Assert.Single(rows));
    }

    [Fact]
    public void Parts_ManyBins_AreJoinedInOrder()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(row => row % 250 == 0 ? double.NaN : row)];
        var parts = PairParts.Of(NumberCuts.Of(new NumberColumn("x", values), 1000, 200), 1000);
        Assert.Equal(0, parts.OfBin[0]);
        Assert.Equal(32, parts.Count);
        Assert.Equal(parts.OfBin.Skip(1).Order(), parts.OfBin.Skip(1));
        Assert.Equal(Enumerable.Range(0, 32), parts.OfBin.Distinct());
    }

    [Fact]
    public void Parts_FewBins_StandAlone()
    {
        var parts = PairParts.Of(NumberCuts.Of(new NumberColumn("x", [3, 1, 2, 3]), 4, 255), 4);
        Assert.Equal([0, 1, 2, 3], parts.OfBin);
    }

    /// <summary>Lengerich and others 2020, section 1: the function "and" of two even bits is a quarter, shapes of a quarter up and down, and a pair of a quarter.</summary>
    [Fact]
    public void Purify_TheFunctionAnd_LeavesAQuarterOfEach()
    {
        BinnedInput Bit(string name, params ushort[] bins) => new(new(name, ColumnType.Number, []), bins, [0.5], 3);
        BinnedInput[] inputs = [Bit("a", 1, 1, 2, 2), Bit("b", 1, 2, 1, 2)];
        PairParts[] parts = [.. inputs.Select(input => PairParts.Of(input, 4))];
        var pair = BoostedPair.Of(inputs, parts, 0, 1);
        var (table, first, second) = (new double[9], new double[3], new double[3]);
        table[8] = 1;
        Purification.Run(pair, [0, 0, 0, 0, 1, 1, 0, 1, 1], table, first, second);
        Assert.Equal([0.25, -0.25, -0.25, 0.25], [table[4], table[5], table[7], table[8]], (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.Equal(0, first[1] + second[1] + table[4], 1e-12);
        Assert.Equal(0.5, first[2] - first[1], 1e-12);
        Assert.Equal(0.5, second[2] - second[1], 1e-12);
        Assert.Equal(1, first[2] + second[2] + table[8], 1e-12);
    }
}
