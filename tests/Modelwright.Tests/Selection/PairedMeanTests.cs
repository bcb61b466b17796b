using CsCheck;
using Modelwright.Selection;

namespace Modelwright.Tests.Selection;

/// <summary>Means of differences with their standard errors.</summary>
public sealed class PairedMeanTests
{
    [Fact]
    public void StandardError_RowsOfOneWeight_IsThatOfAMean() => Gen.Double[-10, 10].Array[2, 40].Sample(values =>
    {
        var mean = new PairedMean();
        Array.ForEach(values, value => mean.Add(value, 1));
        var average = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - average) * (value - average)) / (values.Length - 1) / values.Length);
        Assert.Equal(average, mean.Mean, 1e-9);
        Assert.Equal(error, mean.StandardError, 1e-6);
    });

    [Fact]
    public void Add_InParts_IsAsAtOnce() => Gen.Select(Gen.Double[-10, 10], Gen.Double[0.1, 3]).Array[4, 30].Sample(clusters =>
    {
        var (all, first, second) = (new PairedMean(), new PairedMean(), new PairedMean());
        for (var place = 0; place < clusters.Length; place++)
        {
            all.Add(clusters[place].Item1, clusters[place].Item2);
            (place % 2 == 0 ? first : second).Add(clusters[place].Item1, clusters[place].Item2);
        }

        first.Add(second);
        Assert.Equal(all.Mean, first.Mean, 1e-9);
        Assert.Equal(all.StandardError, first.StandardError, 1e-6);
    });

    [Fact]
    public void StandardError_RowsThatRepeatOneAnother_IsThatOfTheirGroups()
    {
        var (rows, groups) = (new PairedMean(), new PairedMean());
        double[] values = [1, 3, 2, 5, 4, 9];
        foreach (var value in values)
        {
            groups.Add(10 * value, 10);
            for (var copy = 0; copy < 10; copy++)
            {
                rows.Add(value, 1);
            }
        }

        Assert.Equal(rows.Mean, groups.Mean, 1e-12);
        Assert.InRange(groups.StandardError / rows.StandardError, 3, 3.6);
    }

    [Fact]
    public void StandardError_FewerThanTwo_IsInfinite()
    {
        var mean = new PairedMean();
        Assert.Equal((0, double.PositiveInfinity), (mean.Mean, mean.StandardError));
        mean.Add(2, 1);
        Assert.Equal((2, double.PositiveInfinity), (mean.Mean, mean.StandardError));
    }
}
