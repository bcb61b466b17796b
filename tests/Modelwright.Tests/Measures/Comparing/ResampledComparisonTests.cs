using Modelwright.Core.Errors;
using Modelwright.Measures.Comparing;
using Modelwright.Tests.Validation.Answering;

namespace Modelwright.Tests.Measures.Comparing;

public sealed class ResampledComparisonTests
{
    // Roots of the regularised incomplete beta function in 30 digits, by mpmath 1.
    [Theory]
    [InlineData(1, 12.706204736174698)]
    [InlineData(4, 2.7764451051977987)]
    [InlineData(9, 2.262157162798205)]
    [InlineData(30, 2.0422724563012373)]
    [InlineData(200, 1.9718962236339094)]
    public void Quantile_Of975_IsThatOfTables(int freedom, double expected)
    {
        Assert.Equal(expected, StudentDistribution.Quantile(0.975, freedom), 1e-9);
        Assert.Equal(0.025, StudentDistribution.Above(expected, freedom), 1e-12);
    }

    [Fact]
    public void Of_KnownScores_AddsUpAsTheFormulaSays()
    {
        // Differences 1, 2, 3: mean 2, variance 1; five folds have a quarter as many test rows as training rows.
        var compared = ResampledComparison.Of([0, 0, 0], [1, 2, 3], 0.25);

        Assert.Equal(2, compared.Difference, 1e-12);
        Assert.Equal(Math.Sqrt((1 / 3.0) + 0.25), compared.StandardError, 1e-12);
        Assert.Equal(2 * StudentDistribution.Above(2 / Math.Sqrt((1 / 3.0) + 0.25), 2), compared.PValue, 1e-12);
    }

    [Fact]
    public void Of_FoldsThatShareTheirRows_DoesNotFindWhatIsNotThere()
    {
        // Scores of folds as Nadeau and Bengio take them: correlated by the share of test rows, so that a plain t-test finds too much.
        const int Runs = 2_000;
        const double Share = 0.25;
        var correlation = Share / (1 + Share);
        var (corrected, plain) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            var common = SimulatedAnswers.Normal(random);
            double[] differences = [.. Enumerable.Range(0, 5).Select(_ => (Math.Sqrt(correlation) * common) + (Math.Sqrt(1 - correlation) * SimulatedAnswers.Normal(random)))];
            corrected += ResampledComparison.Of(new double[5], differences, Share).PValue < 0.05 ? 1 : 0;
            plain += ResampledComparison.Of(new double[5], differences, 1e-12).PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange((double)corrected / Runs, 0.03, 0.06);
        Assert.True(plain > 2 * corrected);
    }

    [Fact]
    public void Of_EqualScores_IsNoDifference() => Assert.Equal((0, 1), (ResampledComparison.Of([1, 2], [1, 2], 0.25).Difference, ResampledComparison.Of([1, 2], [1, 2], 0.25).PValue));

    [Fact]
    public void Of_OneSplit_SaysWhatToGive() => Assert.Equal(
        "There are 1 and 1 scores and 0.25 test rows for each training row. Give the scores of both on the same two splits or more, and a share above 0, such as 0.25 for five folds.",
        Assert.Throws<DataException>(() => ResampledComparison.Of([1], [2], 0.25)).Message);
}
