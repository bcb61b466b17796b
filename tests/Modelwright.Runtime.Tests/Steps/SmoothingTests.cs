using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Categories.Encoding;

namespace Modelwright.Runtime.Tests.Steps;

/// <summary>How far the mean of a level is drawn towards the mean of all.</summary>
public sealed class SmoothingTests
{
    [Fact]
    public void Fit_TwoLevelsOfTwelve_VarianceWithinOverBetween()
    {
        // By hand: within 600 / 22 = 27.2727; between (24 x 4 - 27.2727) / 12 = 5.7273; so 4.7619 rows of the mean, 7.
        double[] answers = [.. Enumerable.Range(0, 24).Select(row => (row % 2 * 10.0) + (row < 12 ? 0 : 4))];
        var rows = new Table([CategoryColumn.FromTexts("x", [.. answers.Select((_, row) => row < 12 ? "a" : "b")])]);

        var made = (NumberColumn)new TargetEncoding().Fit(new(rows) { Target = new NumberColumn("y", answers) }).Step.Apply(rows)["x:target"];

        const double Rows = 600.0 / 22 / ((96 - (600.0 / 22)) / 12);
        Assert.Equal((60 + (Rows * 7)) / (12 + Rows), made.Values.At(0), 12);
        Assert.Equal((108 + (Rows * 7)) / (12 + Rows), made.Values.At(23), 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_LevelsDrawnByChance_TheirRatio(double within)
    {
        var random = new Random(4);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var (counts, sums, squares) = (new double[20_000], new double[20_000], 0.0);
        for (var level = 0; level < counts.Length; level++)
        {
            var mean = Normal();
            counts[level] = random.Next(1, 9);
            for (var row = 0; row < counts[level]; row++)
            {
                var answer = mean + (within * Normal());
                sums[level] += answer;
                squares += answer * answer;
            }
        }

        Assert.Equal(within * within, SmoothingEstimate.Of(counts, sums, squares), 0.15 * within * within);
    }

    [Fact]
    public void Of_TooFewRowsALevel_AsIsUsual() => Assert.Equal(10, SmoothingEstimate.Of([3, 3, 3, 0], [3, 0, 3, 0], 6));

    [Fact]
    public void Of_LevelsThatDoNotDiffer_TheMost() => Assert.Equal(500, SmoothingEstimate.Of([20, 20], [10, 10], 20));

    [Fact]
    public void Of_UnitAndWeight_TellNothing() =>
        Gen.Select(Gen.Int[1, 30].Array[2, 12], Gen.Double[-3, 3].Array[12], Gen.Double[0.1, 9], Gen.Double[0.01, 1000]).Sample((counts, means, spread, unit) =>
        {
            double[] weights = [.. counts.Select(count => (double)count)];
            double[] sums = [.. weights.Select((count, level) => count * means[level])];
            var squares = weights.Select((count, level) => count * ((means[level] * means[level]) + spread)).Sum();

            var found = SmoothingEstimate.Of(weights, sums, squares);
            Assert.InRange(found, 0.5, 500);
            Assert.Equal(found, SmoothingEstimate.Of(weights, [.. sums.Select(sum => sum * unit)], squares * unit * unit), 1e-6 * found);
        });
}
