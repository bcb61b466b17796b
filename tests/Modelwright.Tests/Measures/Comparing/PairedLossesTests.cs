using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Measures.Comparing;
using Modelwright.Tests.Validation.Answering;

namespace Modelwright.Tests.Measures.Comparing;

public sealed class PairedLossesTests
{
    [Theory]
    [InlineData(8, 1)]
    [InlineData(60, 1)]
    [InlineData(60, 5)]
    public void Of_EqualModels_FindsADifferenceAsOftenAsItsLevelSays(int draws, int rowsOfGroup)
    {
        const int Runs = 1_000;
        var found = 0;
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            var rows = draws * rowsOfGroup;
            double[] shared = [.. Enumerable.Range(0, draws).Select(_ => SimulatedAnswers.Normal(random))];

            // Rows of one group lean the same way, which a test that took them apart would mistake for a difference.
            double[] first = [.. Enumerable.Range(0, rows).Select(_ => SimulatedAnswers.Normal(random))];
            double[] second = [.. first.Select((loss, row) => loss + shared[row / rowsOfGroup] + (0.3 * SimulatedAnswers.Normal(random)))];
            int[]? groups = rowsOfGroup == 1 ? null : [.. Enumerable.Range(0, rows).Select(row => row / rowsOfGroup)];
            found += Compare(first, second, groups: groups, seed: run).PValue < 0.05 ? 1 : 0;
        }

        // 0.05 within two standard errors of 1,000 runs; an exact test of few rows may find fewer.
        Assert.InRange((double)found / Runs, draws < 10 ? 0.02 : 0.036, 0.064);
    }

    [Fact]
    public void Of_ADifference_IntervalHoldsItAndTheTestFindsIt()
    {
        const int Runs = 300;
        var (held, found) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            double[] first = [.. Enumerable.Range(0, 200).Select(_ => Math.Exp(SimulatedAnswers.Normal(random)))];
            double[] second = [.. first.Select(loss => loss - 0.2 + (0.5 * SimulatedAnswers.Normal(random)))];
            var paired = Compare(first, second, seed: run);
            held += paired.Lower <= -0.2 && -0.2 <= paired.Upper ? 1 : 0;
            found += paired.PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange((double)held / Runs, 0.91, 0.98);
        Assert.True(found > 0.99 * Runs);
    }

    [Fact]
    public void Of_FewRows_LooksAtEveryWay()
    {
        // Fisher's counting: of the 16 ways to turn 1, 2, 3, 4 two sum to 10 either side.
        var paired = Compare([0, 0, 0, 0], [1, 2, 3, 4]);

        Assert.True(paired.IsExact);
        Assert.Equal(2 / 16.0, paired.PValue);
        Assert.Equal((2.5, 0), (paired.Difference, paired.WinShare));
    }

    [Fact]
    public void Of_TheSameLosses_IsNoDifference()
    {
        var paired = Compare([1, 2, 3], [1, 2, 3]);

        Assert.Equal((0, 1, 0.5), (paired.Difference, paired.PValue, paired.WinShare));
    }

    [Fact]
    public void Of_TurnedRound_IsTheOppositeWithTheSameP() =>
        Gen.Select(Gen.Double[-3, 3].Array[5, 40], Gen.Int[0, 9]).Sample((losses, seed) =>
        {
            var zeros = new double[losses.Length];
            var (one, other) = (Compare(zeros, losses, seed: seed), Compare(losses, zeros, seed: seed));
            Assert.Equal(one.PValue, other.PValue);
            Assert.Equal(one.Difference, -other.Difference, 1e-12);
            Assert.Equal(one.WinShare, 1 - other.WinShare, 1e-12);
        });

    [Fact]
    public void Of_WeightOfZero_IsARemovedRow()
    {
        var weighed = Compare([1, 2, 3, 9], [2, 1, 5, 0], [1, 1, 1, 0]);
        var removed = Compare([1, 2, 3], [2, 1, 5]);

        Assert.Equal(removed, weighed);
    }

    [Fact]
    public void Of_OtherLengths_AndNoRows_SayWhatToDo()
    {
        Assert.Equal("There are 2 and 1 losses, 2 weights and 2 group numbers. Give one of each a row.", Assert.Throws<DataException>(() => Compare([1, 2], [1])).Message);
        Assert.Equal("No row has a weight above 0, so there is nothing to compare. Bring rows that count.", Assert.Throws<DataException>(() => Compare([1], [2], [0])).Message);
    }

    private static PairedLosses Compare(double[] first, double[] second, double[]? weights = null, int[]? groups = null, int seed = 0) =>
        PairedLosses.Of(first, second, weights, groups, seed, TestContext.Current.CancellationToken);
}
