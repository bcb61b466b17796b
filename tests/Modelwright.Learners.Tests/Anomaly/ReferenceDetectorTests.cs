using Modelwright.Core.Learning;
using Modelwright.Learners.Anomaly.OneClass;
using Modelwright.Learners.Anomaly.References;
using Modelwright.Runtime.Forms.Anomalies.Kernel;
using Modelwright.Runtime.Forms.Anomalies.References;

namespace Modelwright.Learners.Tests.Anomaly;

public sealed class ReferenceDetectorTests
{
    private static readonly ILearner[] Detectors = [new NeighborDistanceLearner(), new OutlierFactorLearner(), new OneClassLearner()];

    public static TheoryData<string> Names => [.. Detectors.Select(learner => learner.Info.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_EightThreads_SameBitsAsOne(string name)
    {
        var data = Rows.Cloud(700, 6, 10);
        Assert.Equal(Rows.FitAndScore(Of(name), data), Rows.FitAndScore(Of(name), data, threads: 8));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_RowThatStandsAlone_IsTheStrangest(string name)
    {
        var scores = Rows.FitAndScore(Of(name), Rows.Cloud(400, 4, 1));
        Assert.Equal(399, Array.IndexOf(scores, scores.Max()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Strangeness_OneColumnOut_ItHasTheLargestPart(string name)
    {
        var form = Of(name).Fit(Rows.Cloud(400, 3, 0), ParameterValues.Default, new()).Form;
        Assert.False(form.Info.HoldsRows);
        var parts = Rows.Parts(form, Rows.Of([0.1], [9], [-0.1]).Features);
        Assert.Equal(1, Array.IndexOf(parts, parts.Max()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_TwoRows_ScoresAllAlikeAndSaysSo(string name)
    {
        var fitted = Of(name).Fit(Rows.Of([1, 5], [2, 7]), ParameterValues.Default, new());
        Assert.Equal(
            ["There are 2 rows, and a point is the mean of three at least, so that none can be read out of it: every row gets the same score. Give more rows."],
            fitted.Report.Warnings);
        Assert.Single(Rows.Scores(fitted.Form, Rows.Of([1, 5, 900], [2, 7, 900]).Features).Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_AllRowsAlike_ScoresThemAlike(string name) =>
        Assert.Single(Rows.FitAndScore(Of(name), Rows.Of([.. Enumerable.Repeat(3.0, 50)], [.. Enumerable.Repeat(-1e300, 50)])).Distinct());

    [Fact]
    public void Fit_Points_AreMeansOfThreeNearRows()
    {
        var data = Rows.Cloud(300, 3, 0);
        var form = Assert.IsType<NeighborDistanceForm>(new NeighborDistanceLearner().Fit(data, ParameterValues.Default, new()).Form);
        Assert.InRange(form.Points.Count, 60, 100);
        Assert.All(form.Points.Masses, mass => Assert.True(mass >= ReferencePoints.FewestRows));
        var places = form.Points.Space.Place(data.Features);
        Assert.All(Enumerable.Range(0, form.Points.Count), point => Assert.DoesNotContain(Enumerable.Range(0, 300), row => places.AsSpan(row * 3, 3).SequenceEqual(form.Points.Places.AsSpan(point * 3, 3))));
    }

    [Fact]
    public void Fit_LoneRow_MakesNoPointNearItself()
    {
        var data = Rows.Cloud(400, 2, 1);
        var form = Assert.IsType<NeighborDistanceForm>(new NeighborDistanceLearner().Fit(data, ParameterValues.Default.With("neighbors", 1), new()).Form);
        Assert.True(Rows.Scores(form, data.Features)[^1] > 3);
    }

    [Fact]
    public void Fit_HoldingRows_FindsTheirDistances()
    {
        var learner = NeighborDistanceLearner.HoldingRows;
        var form = learner.Fit(Rows.Of([0, 1, 3, 7]), ParameterValues.Default.With("neighbors", 2), new()).Form;
        Assert.True(learner.Info.StoresRows && form.Info.HoldsRows);
        Assert.Equal([1, 1, 2, 4], Rows.Scores(form, Rows.Of([0, 1, 3, 7]).Features).Select(score => Math.Round(score, 6)));
    }

    [Fact]
    public void Fit_OutlierFactorHoldingRows_IsThatOfTheDefinition()
    {
        // Rows 0, 1, 3, 7 and one neighbour each: reaches 1, 1, 2, 4; 3 and 7 have densities 1/2 and 1/4. A row at 4 is 1 from 3, within its reach;
        // one at 15 is 8 from 7.
        var form = OutlierFactorLearner.HoldingRows.Fit(Rows.Of([0, 1, 3, 7]), ParameterValues.Default.With("neighbors", 1), new()).Form;
        Assert.Equal(1, Rows.Scores(form, Rows.Of([4]).Features)[0], 6);
        Assert.Equal(8 / 4.0, Rows.Scores(form, Rows.Of([15]).Features)[0], 6);
    }

    [Fact]
    public void Fit_OneClass_LeavesAboutNuOfTheRowsOutside()
    {
        var data = Rows.Cloud(900, 2, 0);
        var fitted = new OneClassLearner().Fit(data, ParameterValues.Default.With("nu", 0.2), new());
        Assert.Empty(fitted.Report.Warnings);
        var form = Assert.IsType<KernelAnomalyForm>(fitted.Form);
        Assert.Equal(-1, form.Expansion.Coefficients.Sum(), 6);
        Assert.InRange(Rows.Scores(form, data.Features).Count(score => score > 0) / 900.0, 0.15, 0.32);
    }

    [Fact]
    public void Fit_OneClassWithFewSteps_SaysThatItHasNotConverged()
    {
        var report = new OneClassLearner().Fit(Rows.Cloud(300, 3, 0), ParameterValues.Default.With("max_iterations", 3), new()).Report;
        Assert.Equal(["The optimiser had not converged after 3 pairs of points. Give the fit more time, raise max_iterations, or learn from fewer rows by max_rows."], report.Warnings);
    }

    private static ILearner Of(string name) => Detectors.Single(learner => learner.Info.Name == name);
}
