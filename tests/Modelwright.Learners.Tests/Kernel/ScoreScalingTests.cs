using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Kernel;

namespace Modelwright.Learners.Tests.Kernel;

public sealed class ScoreScalingTests
{
    [Fact]
    public void Fit_TwoClasses_EndsWhereTheSlopesAreNought() =>
        Gen.Select(Gen.Double[-2, 2].Array[30], Gen.Double[0.2, 3].Array[30]).Sample((scores, weights) =>
        {
            // Every third row has the class that its score does not tell.
            int[] codes = [.. scores.Select((score, row) => score > 0 != (row % 3 == 0) ? 1 : 0)];
            codes[0] = 1 - codes[1];
            var target = Target(codes, 2, weights);
            var scaling = new ScoreScaling(target, scores);
            double[] masses = [.. Enumerable.Range(0, 2).Select(label => Enumerable.Range(0, 30).Where(row => codes[row] == label).Sum(row => target.Weights[row]))];
            double Gap(int row) => target.Weights[row] * ((1 / (1 + Math.Exp(-((scaling.Slopes[0] * scores[row]) + scaling.Offsets[0])))) - (codes[row] == 1 ? (masses[1] + 1) / (masses[1] + 2) : 1 / (masses[0] + 2)));
            Assert.Equal(0, Enumerable.Range(0, 30).Sum(Gap), 1e-3);
            Assert.True(scaling.Slopes[0] == 0 || Math.Abs(Enumerable.Range(0, 30).Sum(row => scores[row] * Gap(row))) < 1e-3);
        }, iter: 100);

    [Fact]
    public void Fit_ScoresThatAreLogOdds_LeavesThemAsTheyAre()
    {
        var random = new Random(3);
        double[] scores = [.. Enumerable.Range(0, 20_000).Select(_ => 6 * (random.NextDouble() - 0.5))];
        int[] codes = [.. scores.Select(score => random.NextDouble() < 1 / (1 + Math.Exp(-((2 * score) - 1))) ? 1 : 0)];
        var scaling = new ScoreScaling(Target(codes, 2, null), scores);
        Assert.Equal(2, scaling.Slopes[0], 0.1);
        Assert.Equal(-1, scaling.Offsets[0], 0.1);
    }

    [Fact]
    public void Fit_ScoresThatMislead_AreLeftOut()
    {
        double[] scores = [-1, -2, -1.5, 1, 2, 1.5];
        var scaling = new ScoreScaling(Target([1, 1, 1, 0, 0, 0], 2, null), scores);
        Assert.Equal(0, scaling.Slopes[0]);
        Assert.Equal(0, scaling.Offsets[0], 1e-6);
    }

    [Fact]
    public void Fit_ThreeClasses_SharesAgreeWithTheirRows()
    {
        var random = new Random(5);
        int[] codes = [.. Enumerable.Range(0, 900).Select(row => row < 600 ? 0 : row < 800 ? 1 : 2)];
        double[] scores = [.. Enumerable.Range(0, 3).SelectMany(output => codes.Select(code => (code == output ? 1 : -1) + (4 * (random.NextDouble() - 0.5))))];
        var scaling = new ScoreScaling(Target(codes, 3, null), scores);
        var sums = new double[3];
        for (var row = 0; row < 900; row++)
        {
            double[] powers = [.. Enumerable.Range(0, 3).Select(output => Math.Exp((scaling.Slopes[output] * scores[(output * 900) + row]) + scaling.Offsets[output]))];
            for (var output = 0; output < 3; output++)
            {
                sums[output] += powers[output] / powers.Sum();
            }
        }

        // Targets are held off 0 and 1 by about half a row for each of the others, so the sums are so far off.
        Assert.Equal([600, 200, 100], sums, (left, right) => Math.Abs(left - right) < 2);
    }

    private static KernelTarget Target(int[] codes, int classes, double[]? weights) =>
        new(new TrainingSet(LearningTask.Classification, new Table([new NumberColumn("x", new double[codes.Length])]))
        {
            Target = new CategoryColumn("y", [.. Enumerable.Range(0, classes).Select(label => $"class {label}")], codes),
            Weights = weights,
        });
}
