using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Neighbors;
using Modelwright.Learners.Tests.Data;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Tests.Neighbors;

public sealed class NeighborsLearnerTests
{
    private static readonly NeighborsLearner Learner = new();

    private static Fitted Fit(TrainingSet data, ParameterValues? values = null, FitContext? context = null) =>
        Learner.Fit(data, values ?? ParameterValues.Default, context ?? new FitContext());

    private static NeighborIndex IndexOf(Fitted fitted) => Assert.IsType<NumberNeighborsForm>(fitted.Form).Index;

    [Fact]
    public void Fit_ValidationRows_DecidesMoreNeighboursTheMoreNoise()
    {
        var clear = Fit(Clouds.Wave(800, 1, noise: 0) with { Validation = Clouds.Wave(300, 2, noise: 0) }).Report.Decided;
        var noisy = Fit(Clouds.Wave(800, 1, noise: 2) with { Validation = Clouds.Wave(300, 2, noise: 2) }).Report.Decided;
        Assert.True(clear.Integer(NeighborParameters.Neighbors) < noisy.Integer(NeighborParameters.Neighbors), $"{clear} {noisy}");
    }

    [Fact]
    public void Fit_NumberGiven_ValidationRowsChangeNothing()
    {
        var values = ParameterValues.Default.With("neighbors", 4);
        Assert.Equal("neighbors=4", Fit(Clouds.Wave(100, 1) with { Validation = Clouds.Wave(50, 2) }, values).Report.Decided.ToString());
    }

    [Fact]
    public void Fit_RowsInOnePlace_AreOnePointOfTheirMean()
    {
        var data = new TrainingSet(LearningTask.Regression, new Table([new NumberColumn("x", [1, 2, 1, 3])])) { Target = new NumberColumn("y", [10, 20, 40, 30]), Weights = [1, 1, 2, 1] };
        var form = Assert.IsType<NumberNeighborsForm>(Fit(data).Form);
        Assert.Equal(3, form.Index.Count);
        Assert.Equal([2.4, 0.8, 0.8], form.Targets.Masses, (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.Equal([30, 20, 30], form.Targets.Means, (left, right) => Math.Abs(left - right) < 1e-12);
    }

    [Fact]
    public void Fit_ClassesInOnePlace_KeepTheirShares()
    {
        var data = new TrainingSet(LearningTask.Classification, new Table([new NumberColumn("x", [1, 2, 1, 3])])) { Target = new CategoryColumn("y", ["a", "b", "c"], [1, 0, 0, 1]) };
        var targets = Assert.IsType<ClassNeighborsForm>(Fit(data).Form).Targets;
        Assert.Equal([2, 1, 1], targets.Counts);
        Assert.Equal([0, 1, 0, 1], targets.Codes);
        Assert.Equal([2.5 / 11, 2.5 / 11, 0.5 / 11], targets.Doubt, (left, right) => Math.Abs(left - right) < 1e-12);
    }

    [Fact]
    public void Fit_NoiseColumns_AreCompressed()
    {
        var scales = IndexOf(Fit(Clouds.Wave(2_000, 1, axes: 6))).Space.Scales;
        Assert.Equal(1, scales[0], 1e-12);
        Assert.All(scales.Skip(1), scale => Assert.InRange(scale, 0, 0.35));
        Assert.All(IndexOf(Fit(Clouds.Wave(2_000, 1, axes: 6), ParameterValues.Default.With("relevance", 0))).Space.Scales, scale => Assert.Equal(1, scale));
    }

    [Fact]
    public void Fit_NoiseColumns_RelevanceAnswersFreshRowsBetter()
    {
        var (data, fresh) = (Clouds.Wave(1_000, 1, axes: 10), Clouds.Wave(500, 2, axes: 10));
        double Error(double relevance) => Clouds.Error(Answers.Numbers(Fit(data, ParameterValues.Default.With("relevance", relevance)).Form, fresh.Features), fresh);
        Assert.True(Error(1) < 0.7 * Error(0), $"{Error(1)} {Error(0)}");
    }

    [Fact]
    public void Fit_MoreRowsThanAreHeld_DrawsThemBySeed()
    {
        var values = ParameterValues.Default.With("max_rows", 50);
        var data = Clouds.Wave(400, 1);
        var (one, again) = (IndexOf(Fit(data, values)), IndexOf(Fit(data, values)));
        var other = IndexOf(Fit(data, values, new FitContext { Seed = 1 }));
        Assert.Equal(50, one.Count);
        Assert.Equal(one.Points.Values, again.Points.Values);
        Assert.NotEqual(one.Points.Values, other.Points.Values);
    }

    [Fact]
    public void Fit_DirectionTells_CosineLearnsIt()
    {
        var data = Clouds.Directions(600, 1);
        var fresh = Clouds.Directions(300, 2);
        double Right(string metric) => Clouds.Accuracy(Answers.Probabilities(Fit(data, ParameterValues.Default.With("metric", metric).With("relevance", 0)).Form, fresh.Features), fresh);
        Assert.True(Right("cosine") > 0.95, $"{Right("cosine")}");
    }

    [Fact]
    public void Recommend_LittleTimeOrRoom_HoldsFewerRows()
    {
        var shape = new DataShape(LearningTask.Regression, 100_000, 40, 0, 1);
        int Rows(DataShape some) => Learner.Recommend(some)[0].Integer(NeighborParameters.MaxRows);
        Assert.True(Rows(shape) >= 100_000);
        Assert.InRange(Rows(shape with { Seconds = 2 }), 1_000, 60_000);
        Assert.InRange(Rows(shape with { Bytes = 2e6 }), 1_000, 11_000);
        Assert.True(Learner.Estimate(shape, Learner.Recommend(shape with { Bytes = 2e6 })[0]).RowSeconds < Learner.Estimate(shape, ParameterValues.Default).RowSeconds);
    }
}
