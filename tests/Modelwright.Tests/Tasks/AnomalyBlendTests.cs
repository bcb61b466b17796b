using Modelwright.Tasks.Anomalies;
using Modelwright.Tasks.Anomalies.Contamination;

namespace Modelwright.Tests.Tasks;

public sealed class AnomalyBlendTests
{
    private static readonly double[] Truth = Normals(400, 1);

    [Fact]
    public void Of_DetectorThatContradicts_IsLeftOut()
    {
        var blend = AnomalyBlend.Of([Noisy(2), Noisy(3), Noisy(4), [.. Truth.Select(value => -value)]], share: null, seed: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, blend.Weights[3]);
        Assert.Equal(1, blend.Weights.Sum(), 9);
        Assert.Equal(0, blend.Agreements[3]);
    }

    [Fact]
    public void Of_TwoOfOneKind_ShareAWeight()
    {
        var weights = AnomalyBlend.Of([Noisy(2), Noisy(2), Noisy(3), Noisy(4)], share: null, seed: 1, cancellation: TestContext.Current.CancellationToken).Weights;
        Assert.Equal(weights[0], weights[1], 9);
        Assert.True(weights[0] < weights[2] && weights[0] < weights[3]);
    }

    [Fact]
    public void Of_OneDetector_HasAllTheWeight() => Assert.Equal([1], AnomalyBlend.Of([Truth], share: null, seed: 1, cancellation: TestContext.Current.CancellationToken).Weights);

    [Fact]
    public void Of_DetectorsThatSayNothing_CountAlike() => Assert.Equal([0.5, 0.5], AnomalyBlend.Of([new double[30], new double[30]], share: null, seed: 1, cancellation: TestContext.Current.CancellationToken).Weights);

    [Fact]
    public void Of_RowThatSomeKindsAloneSee_IsAmongTheStrangest()
    {
        double[][] scores = [Noisy(2), Noisy(3), Noisy(4), Noisy(6), Noisy(7), Noisy(8)];
        (scores[0][7], scores[1][7]) = (50, 50);
        var blend = AnomalyBlend.Of(scores, share: null, seed: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(blend.Scores.Count(score => score >= blend.Scores[7]), 1, 2);
    }

    [Fact]
    public void Of_ShareTold_SoManyRowsAreAtTheThreshold()
    {
        var blend = AnomalyBlend.Of([Noisy(2), Noisy(3)], share: 0.1, seed: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(40, blend.Scores.Count(score => score >= blend.Threshold));
    }

    [Fact]
    public void Of_NothingStandsOut_NoTrainingRowReachesTheThreshold()
    {
        double[] even = [.. Enumerable.Range(0, 200).Select(row => (double)row)];
        var blend = AnomalyBlend.Of([even], share: null, seed: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, blend.Contamination.Share);
        Assert.DoesNotContain(blend.Scores, score => score >= blend.Threshold);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.05)]
    [InlineData(0.1)]
    public void Contamination_PlantedRows_AreAboutFound(double share)
    {
        var values = Normals(3000, 5);
        for (var row = 0; row < share * values.Length; row++)
        {
            values[row] = 9 + (values[row] / 2);
        }

        var estimate = ContaminationEstimator.Of(values, seed: 1, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(estimate.Share, share * 0.7, share * 1.3);
        Assert.InRange(estimate.Share, estimate.Low, estimate.High);
    }

    [Fact]
    public void Contamination_ThreeTenthsThatReachIntoTheUsual_AreSeen()
    {
        double[] values = [.. Sums(6, 3000).Select((sum, row) => row < 900 ? 3 * sum : sum)];
        Assert.InRange(ContaminationEstimator.Of(values, seed: 1, cancellation: TestContext.Current.CancellationToken).Share, 0.06, 0.35);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Contamination_SurprisesOfUsualColumns_AreNearlyZero(int columns) =>
        Assert.InRange(ContaminationEstimator.Of(Sums(columns, 2000), seed: 1, cancellation: TestContext.Current.CancellationToken).Share, 0, 0.01);

    [Fact]
    public void Contamination_UsualRowsOnly_IsNearlyAlwaysZero()
    {
        var found = Enumerable.Range(0, 20).Count(seed => ContaminationEstimator.Of(Normals(1000, 100 + seed), seed, cancellation: TestContext.Current.CancellationToken).Share > 0.002);
        Assert.InRange(found, 0, 2);
    }

    [Fact]
    public void Contamination_FewOrAlikeRows_IsZero()
    {
        Assert.Equal(0, ContaminationEstimator.Of(Normals(19, 1), 1, cancellation: TestContext.Current.CancellationToken).Share);
        Assert.Equal(0, ContaminationEstimator.Of(new double[500], 1, cancellation: TestContext.Current.CancellationToken).Share);
    }

    [Fact]
    public void Contamination_SameSeed_SameInterval() => Assert.Equal(ContaminationEstimator.Of(Truth, 3, cancellation: TestContext.Current.CancellationToken), ContaminationEstimator.Of(Truth, 3, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void Magnitudes_OfScores_CountFromTheMedianInQuartiles() =>
        Assert.Equal([-2, -1, 0, 1, 8], Magnitudes.Of([[0, 1, 2, 3, 10]], [1]));

    private static double[] Noisy(int seed) => [.. Truth.Zip(Normals(Truth.Length, seed), (value, noise) => value + noise)];

    /// <summary>Sums of the surprises of independent columns.</summary>
    private static double[] Sums(int columns, int rows)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Sum(_ => -Math.Log(1 - random.NextDouble())))];
    }

    private static double[] Normals(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }
}
