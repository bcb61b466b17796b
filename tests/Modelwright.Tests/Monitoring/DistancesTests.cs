using CsCheck;
using Modelwright.Monitoring.Chances;
using Modelwright.Monitoring.Drift;

namespace Modelwright.Tests.Monitoring;

public sealed class DistancesTests
{
    private static readonly Gen<double[]> Shares = Gen.Double[0.0, 1.0].Array[6].Select(values =>
    {
        var sum = values.Sum() + 1e-9;
        return Array.ConvertAll(values, value => (value + (1e-9 / 6)) / sum);
    });

    [Fact]
    public void Distances_OfTheSame_AreNothing() => Shares.Sample(shares =>
    {
        Assert.Equal(0, Distances.JensenShannon(shares, shares), 1e-7);
        Assert.Equal(0, Distances.Hellinger(shares, shares), 1e-7);
        Assert.Equal(0, Distances.Corrected(shares, 100, shares, 100), 1e-7);
    });

    [Fact]
    public void Distances_AreTheSameBothWaysAndAtMostOne() => Gen.Select(Shares, Shares).Sample((one, other) =>
    {
        Assert.Equal(Distances.JensenShannon(one, other), Distances.JensenShannon(other, one), 1e-12);
        Assert.Equal(Distances.Hellinger(one, other), Distances.Hellinger(other, one), 1e-12);
        Assert.InRange(Distances.JensenShannon(one, other), 0, 1);
        Assert.InRange(Distances.Hellinger(one, other), 0, 1);
    });

    // Both are metrics: Endres & Schindelin 2003; the Hellinger distance is a norm of roots.
    [Fact]
    public void Distances_KeepTheTriangle() => Gen.Select(Shares, Shares, Shares).Sample((one, between, other) =>
    {
        Assert.True(Distances.JensenShannon(one, other) <= Distances.JensenShannon(one, between) + Distances.JensenShannon(between, other) + 1e-12);
        Assert.True(Distances.Hellinger(one, other) <= Distances.Hellinger(one, between) + Distances.Hellinger(between, other) + 1e-12);
    });

    [Fact]
    public void Distances_NoBinInCommon_AreOne()
    {
        Assert.Equal(1, Distances.JensenShannon([1, 0], [0, 1]), 1e-12);
        Assert.Equal(1, Distances.Hellinger([1, 0], [0, 1]), 1e-12);
    }

    // By hand: the middle is 3/4 and 1/4; half of (ln(4/3) + ln(2/3)/2 + ln(2)/2) over ln 2.
    [Fact]
    public void JensenShannonDivergence_ByHand_IsThat() =>
        Assert.Equal((Math.Log(4.0 / 3) + (Math.Log(2.0 / 3) / 2) + (Math.Log(2) / 2)) / 2 / Math.Log(2), Distances.JensenShannonDivergence([1, 0], [0.5, 0.5]), 1e-12);

    [Fact]
    public void Corrected_DrawsOfOneDistribution_AreNearNothingAtAnySize()
    {
        var random = new Random(1);
        foreach (var rows in (int[])[500, 50_000])
        {
            double[] squares = [.. Enumerable.Range(0, 200).Select(_ => Math.Pow(Distances.Corrected(Drawn(random, rows), rows, Drawn(random, rows), rows), 2))];
            var byChance = 9 * (2.0 / rows) / (8 * Math.Log(2));

            // Half of the draws are below what chance makes, and those above are so by little.
            Assert.InRange(squares.Count(square => square == 0), 90, 150);
            Assert.True(squares.Average() < byChance);
        }
    }

    // Quantiles from the tables of Pearson & Hartley 1966.
    [Theory]
    [InlineData(3.841459, 1, 0.05)]
    [InlineData(18.307038, 10, 0.05)]
    [InlineData(29.588298, 10, 0.001)]
    [InlineData(124.342113, 100, 0.05)]
    [InlineData(77.929, 100, 0.95)]
    public void ChiSquareTail_OfTheTables_IsThat(double value, double freedom, double share) => Assert.Equal(share, ChiSquareTail.Above(value, freedom), 1e-5);

    // With two degrees of freedom the tail is exp(-x/2).
    [Fact]
    public void ChiSquareTail_TwoDegrees_IsExponential() => Gen.Double[0.0, 80.0].Sample(value => Assert.Equal(Math.Exp(-value / 2), ChiSquareTail.Above(value, 2), 1e-11));

    [Fact]
    public void SharesTest_DrawsOfOneDistribution_HoldsItsLevel()
    {
        var random = new Random(2);
        var below = Enumerable.Range(0, 1000).Count(_ => SharesTest.Chance(Drawn(random, 500), 500, Drawn(random, 5000), 5000) <= 0.05);

        // Binomial(1000, 0.05): 24 to 80 hold all but one run in ten thousand.
        Assert.InRange(below, 24, 80);
    }

    private static double[] Drawn(Random random, int rows)
    {
        var shares = new double[10];
        for (var row = 0; row < rows; row++)
        {
            shares[random.Next(10)] += 1.0 / rows;
        }

        return shares;
    }
}
