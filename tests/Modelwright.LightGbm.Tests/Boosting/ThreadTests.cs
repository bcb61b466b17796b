using Modelwright.Core.Learning;
using Modelwright.LightGbm.Tests.Data;

namespace Modelwright.LightGbm.Tests.Boosting;

/// <summary>The number of threads changes no bit.</summary>
public sealed class ThreadTests
{
    [Theory]
    [InlineData("no", 1.0, "squared")]
    [InlineData("yes", 0.7, "absolute")]
    [InlineData("no", 0.4, "huber")]
    public void Fit_AnyThreads_SameBits(string extraTrees, double rowShare, string loss)
    {
        Native.Need();
        var values = ParameterValues.Default.With("rounds", 20).With("extra_trees", extraTrees).With("row_share", rowShare)
            .With("loss", loss).With("feature_share", 0.7).With("min_samples_category", 10);
        foreach (var data in new[] { Toys.Regression(6_007), Toys.Binary(6_007), Toys.Multiclass(4_001) })
        {
            var one = Bits(data.With(1_000), values, 1);
            Assert.Equal(one, Bits(data.With(1_000), values, 2));
            Assert.Equal(one, Bits(data.With(1_000), values, 4));
        }
    }

    [Fact]
    public void Fit_SideBySideWithOtherThreads_SameBits()
    {
        Native.Need();
        var data = Toys.Multiclass(4_000).With(500);
        var values = ParameterValues.Default.With("rounds", 10);
        var expected = Bits(data, values, 1);
        var answers = new double[12][];
        Parallel.For(0, answers.Length, new() { MaxDegreeOfParallelism = 6 }, index => answers[index] = Bits(data, values, 1 + (index % 4)));
        Assert.All(answers, answer => Assert.Equal(expected, answer));
    }

    private static double[] Bits(TrainingSet data, ParameterValues values, int threads)
    {
        var fitted = LightGbmLearners.All[0].Fit(data, values, new() { Seed = 3, Threads = threads });
        var rounds = double.Parse(fitted.Report.Decided.Texts["rounds"], System.Globalization.CultureInfo.InvariantCulture);
        return [rounds, .. Toys.Answers(fitted.Form, data.Features)];
    }
}
