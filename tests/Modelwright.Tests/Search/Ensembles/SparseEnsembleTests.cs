using CsCheck;
using Modelwright.Measures;
using Modelwright.Search.Ensembles;

namespace Modelwright.Tests.Search.Ensembles;

public sealed class SparseEnsembleTests
{
    private const int Rows = 200;
    private static readonly IMetric Metric = BuiltInMetrics.Get("rmse");
    private static readonly double[] Truth = [.. Enumerable.Range(0, Rows).Select(row => (double)row)];

    private static Answers Pair(double[] numbers) => new NumberAnswers(Truth, numbers);

    /// <summary>The truth with noise of a size, another for each seed.</summary>
    private static double[] Noisy(double size, int seed)
    {
        var random = new Random(seed);
        return [.. Truth.Select(truth => truth + (size * ((2 * random.NextDouble()) - 1)))];
    }

    private static double[] Thin(double[][] members, double[] weights, params double[] costs) => SparseEnsemble.Thin(members, weights, costs, Pair, Metric);

    private static double LossOf(double[][] members, double[] weights) =>
        Metric.Loss(Pair([.. Enumerable.Range(0, Rows).Select(row => members.Select((member, place) => weights[place] * member[row]).Sum())]));

    [Fact]
    public void Thin_MemberThatAddsNothing_Goes()
    {
        var good = Noisy(1, seed: 1);
        Assert.Equal([1.0, 0.0], Thin([good, [.. good]], [0.5, 0.5], 1, 2));
    }

    [Fact]
    public void Thin_TwinMembers_TheDearerGoes()
    {
        var good = Noisy(1, seed: 1);
        Assert.Equal([0.0, 1.0], Thin([good, [.. good]], [0.5, 0.5], 2, 1));
    }

    [Fact]
    public void Thin_MembersWhoseErrorsCancelOut_BothStay()
    {
        double[][] members = [[.. Truth.Select((truth, row) => truth + 1 + (0.1 * (row % 3)))], [.. Truth.Select(truth => truth - 1)]];
        Assert.Equal([0.5, 0.5], Thin(members, [0.5, 0.5], 1000, 1));
    }

    [Fact]
    public void Thin_OneMember_StaysAsItIs() => Assert.Equal([0.0, 1.0], Thin([Noisy(1, 1), Noisy(1, 2)], [0, 1], 1, 1));

    [Fact]
    public void Thin_OneRow_NobodyGoes()
    {
        // One row has no standard error, so nothing is known to be noise.
        double[] weights = [0.5, 0.5];
        Assert.Equal(weights, SparseEnsemble.Thin([[1.0], [1.0]], weights, [1, 1], numbers => new NumberAnswers([1.0], numbers), Metric));
    }

    [Fact]
    public void Thin_AnyMembers_SumToOneAndLossWithinTheBound() => Check.Sample(
        Gen.Select(Gen.Double[0.1, 5].Array[2, 6], Gen.Int[0, 1000], Gen.Double[1, 100].Array[6]),
        drawn =>
        {
            var (sizes, seed, costs) = drawn;
            double[][] members = [.. sizes.Select((size, place) => Noisy(size, seed + place))];
            var weights = GreedyEnsemble.Weigh(members, Pair, Metric.Loss, 8);
            var thin = Thin(members, weights, costs);
            var error = Metric.Estimate(Pair([.. Enumerable.Range(0, Rows).Select(row => members.Select((member, place) => weights[place] * member[row]).Sum())])).StandardError;
            Assert.Equal(1, thin.Sum(), 12);
            Assert.All(thin.Zip(weights), pair => Assert.True(pair.First == 0 || pair.Second > 0));
            Assert.True(LossOf(members, thin) <= LossOf(members, weights) + (SparseEnsemble.AllowedErrors * error) + 1e-9);
        },
        iter: 50);
}
