using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.Components;
using Modelwright.Learners.Anomaly.Covariance;
using Modelwright.Learners.Anomaly.Ellipsoid;
using Modelwright.Runtime.Forms.Anomalies.Ellipsoid;

namespace Modelwright.Learners.Tests.Anomaly;

/// <summary>Principal components and robust covariance.</summary>
public sealed class EllipsoidDetectorTests
{
    private static readonly PrincipalComponentsLearner Components = new();
    private static readonly RobustCovarianceLearner Covariance = new();

    /// <summary>Of four rows with correlation 0.6: along (1, 1) the variance is 1.6, along (1, -1) it is 0.4; reckoned by hand.</summary>
    [Fact]
    public void Components_TwoColumns_AreThoseReckonedByHand()
    {
        var (a, b) = (2 * Math.Sqrt(0.8), 2 * Math.Sqrt(0.2));
        var data = Rows.Of([a, -a, b, -b], [a, -a, -b, b]);
        var scores = Rows.Scores(Components.Fit(data, ParameterValues.Default, new()).Form, Rows.Of([a, b, 0], [a, -b, 0]).Features);
        Assert.All(new[] { Math.Sqrt(2), Math.Sqrt(2), 0 }.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, 9));
    }

    [Fact]
    public void Components_Reconstruction_IsWhatTheMajorOnesLeave()
    {
        double[] x = [.. Enumerable.Range(0, 100).Select(row => row - 49.5)];
        double[] y = [.. x.Select((value, row) => value + (row % 2 == 0 ? 0.1 : -0.1))];
        var form = Components.Fit(Rows.Of(x, y), ParameterValues.Default.With("distance", "reconstruction"), new()).Form;
        var scores = Rows.Scores(form, Rows.Of([0, 500, 10], [0, 500, -10]).Features);
        Assert.True(scores[0] < 0.01 && scores[1] < 0.01 && scores[2] > 0.3);
    }

    [Fact]
    public void AxisSet_AnyMatrix_GivesItBack() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 100_000]).Sample((size, seed) =>
        {
            var random = new Random(seed);
            double[][] lines = [.. Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, 15).Select(_ => Rows.Normal(random)).ToArray())];
            var matrix = LeadingAxes.Products(lines, 15, new());
            var set = AxisSet.Of([.. matrix.Select(line => (double[])line.Clone())], CancellationToken.None);
            return Enumerable.Range(0, size * size).All(place => Math.Abs(
                matrix[place / size][place % size] - set.Axes.Select((axis, number) => set.Variances[number] * axis[place / size] * axis[place % size]).Sum()) < 1e-9);
        });

    /// <summary>Of many columns the leading axes are found by chance directions; they are those that the products give.</summary>
    [Fact]
    public void LeadingAxes_ManyColumns_AreThoseOfTheProducts()
    {
        var random = new Random(3);
        double[][] hidden = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 60).Select(_ => Rows.Normal(random)).ToArray())];
        double[][] columns = [.. Enumerable.Range(0, 200).Select(column => hidden[column % 3].Select(value => ((column % 7) + 1) * value).ToArray())];
        var set = LeadingAxes.Of(columns, new());
        var exact = AxisSet.Of(LeadingAxes.Products(columns, 60, new()), CancellationToken.None);
        Assert.Equal(3, set.Axes.Length);
        Assert.All(exact.Variances.Take(3).Zip(set.Variances), pair => Assert.Equal(1, pair.Second / pair.First, 6));
        Assert.All(exact.Axes.Take(3).Zip(set.Axes), pair => Assert.Equal(1, Math.Abs(Lines.Dot(pair.First, pair.Second)), 6));
    }

    [Fact]
    public void Fit_MoreColumnsThanRows_FindsTheRowThatStandsOut()
    {
        var data = Rows.Cloud(60, 300, 3);
        foreach (var learner in new ILearner[] { Components, Covariance })
        {
            var scores = Rows.FitAndScore(learner, data);
            Assert.Equal(3, Enumerable.Range(0, 60).OrderByDescending(row => scores[row]).Take(6).Count(row => row >= 57));
        }
    }

    /// <summary>
    /// Rousseeuw &amp; Van Driessen 1999, section 1: far-off rows, up to nearly half of all, inflate the plain covariance until they look usual; the
    /// robust one keeps them apart. A third of the rows is put at one far place.
    /// </summary>
    [Fact]
    public void Covariance_AThirdOfTheRowsFarOff_AreStillFarOff()
    {
        var random = new Random(8);
        double[] x = [.. Enumerable.Range(0, 300).Select(row => row < 200 ? Rows.Normal(random) : 10 + (0.1 * Rows.Normal(random)))];
        double[] y = [.. Enumerable.Range(0, 300).Select(row => row < 200 ? Rows.Normal(random) : 10 + (0.1 * Rows.Normal(random)))];
        var scores = Rows.FitAndScore(Covariance, Rows.Of(x, y));
        Assert.True(scores[200..].Min() > 5 && scores[..200].Max() < 5);
        Assert.InRange(scores[..200].Average(score => score * score), 1, 4);
    }

    /// <summary>Distances are in units of the spread: their squares are chi-squared with as many degrees as columns, so their mean is that number.</summary>
    [Fact]
    public void Covariance_NormalRows_SquaresHaveTheMeanOfChiSquared() =>
        Assert.Equal(5, Rows.FitAndScore(Covariance, Rows.Cloud(4000, 5, 0)).Average(score => score * score), 0.5);

    [Fact]
    public void Covariance_RowsTurnedAround_HaveTheSameDistances() =>
        Gen.Select(Gen.Double[0, 6.3], Gen.Int[0, 1000]).Sample(
            (angle, seed) =>
            {
                // Spreads are alike in all directions of the plane, so that bringing columns to one scale changes nothing.
                var random = new Random(seed);
                double[] phase = [.. Enumerable.Range(0, 240).Select(row => row * Math.PI / 120)];
                double[] far = [.. phase.Select((_, row) => 1 + (0.5 * (row % 4)))];
                double[] x = [.. phase.Select((turn, row) => far[row] * Math.Cos(turn)), 9];
                double[] y = [.. phase.Select((turn, row) => far[row] * Math.Sin(turn)), 0];
                double[] turnedX = [.. x.Select((value, row) => (value * Math.Cos(angle)) - (y[row] * Math.Sin(angle)))];
                double[] turnedY = [.. x.Select((value, row) => (value * Math.Sin(angle)) + (y[row] * Math.Cos(angle)))];
                var (one, other) = (Rows.FitAndScore(Covariance, Rows.Of(x, y)), Rows.FitAndScore(Covariance, Rows.Of(turnedX, turnedY)));
                return one.Zip(other).All(pair => Math.Abs(pair.First - pair.Second) < 0.1 * (1 + pair.First)) && other[^1] > 3;
            },
            iter: 10);

    [Fact]
    public void ChiSquared_Quantiles_AreThoseOfTables()
    {
        // Published tables: 5.024 and 0.455 of 1 degree, 11.143 and 3.357 of 4, 129.561 and 99.334 of 100.
        Assert.Equal(5.024, ChiSquared.Quantile(0.975, 1), 0.1);
        Assert.Equal(11.143, ChiSquared.Quantile(0.975, 4), 0.03);
        Assert.Equal(3.357, ChiSquared.Quantile(0.5, 4), 0.03);
        Assert.Equal(129.561, ChiSquared.Quantile(0.975, 100), 0.05);
        Assert.Equal(99.334, ChiSquared.Quantile(0.5, 100), 0.05);
    }

    [Fact]
    public void Covariance_Deadline_SaysHowManyStarts()
    {
        var fitted = Covariance.Fit(Rows.Cloud(100, 3, 0), ParameterValues.Default, new() { Deadline = 0 });
        Assert.Equal("The deadline came after 1 of 50 starts. Give the fit more time, or ask for fewer starts.", Assert.Single(fitted.Report.Warnings));
        Assert.Equal("1", fitted.Report.Decided.Texts["starts"]);
    }

    [Fact]
    public void Fit_TwoRows_KeepsNoneOfThem()
    {
        foreach (var learner in new ILearner[] { Components, Covariance })
        {
            var shape = Assert.IsType<EllipsoidForm>(learner.Fit(Rows.Of([17, 18], [3, 3]), ParameterValues.Default, new()).Form).Shape;
            Assert.All([.. shape.Centers, .. shape.Scales], number => Assert.Equal(0, number));
        }
    }
}
