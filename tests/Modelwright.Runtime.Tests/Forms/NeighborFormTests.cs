using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Neighbors;
using Modelwright.Runtime.Forms.Pipelines;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class NeighborFormTests
{
    private static double Answer(NumberNeighborsForm form, double tenure, double age = 40)
    {
        var output = new double[1];
        form.Predict(NeighborForms.Row(tenure, age), output);
        return output[0];
    }

    private static double[] Shares(ClassNeighborsForm form, double tenure)
    {
        var output = new double[2];
        form.PredictProbabilities(NeighborForms.Row(tenure), output);
        return output;
    }

    [Fact]
    public void Predict_ByDistance_WeighsByItsInverse()
    {
        // At 10.25 points 0, 1 and 2 are 0.25, 0.75 and 1.75 away; point 2 stands for two rows, of which one is asked.
        var expected = ((10 / 0.25) + (20 / 0.75) + (30 / 1.75)) / ((1 / 0.25) + (1 / 0.75) + (1 / 1.75));
        Assert.Equal(expected, Answer(NeighborForms.Numbers(), 10.25), 1e-6);
    }

    [Fact]
    public void Predict_Uniform_CountsRowsAndNotPoints()
    {
        // Point 2 stands for two of the three rows that are asked, point 1 is the nearer of the others.
        var form = NeighborForms.Numbers(settings: new(3, NeighborVote.Uniform));
        Assert.Equal(((2 * 30) + 20) / 3.0, Answer(form, 11.9), 1e-9);
    }

    [Fact]
    public void Predict_OnAPoint_AnswersWhatItKnows() => Assert.Equal(40, Answer(NeighborForms.Numbers(), 13));

    [Fact]
    public void Predict_AsNear_TheFirstPointCounts() => Assert.Equal(40, Answer(NeighborForms.Numbers(settings: new(1, NeighborVote.Uniform)), 13.5));

    [Fact]
    public void Predict_MissingValue_CountsAsTheCentre() =>
        Assert.Equal(Answer(NeighborForms.Numbers(), 10.25, 40), Answer(NeighborForms.Numbers(), 10.25, double.NaN));

    [Theory]
    [InlineData(double.PositiveInfinity, 60)]
    [InlineData(-1e300, 10)]
    public void Predict_FarAway_AnswersTheNearestEnd(double tenure, double expected) =>
        Assert.Equal(expected, Answer(NeighborForms.Numbers(settings: new(1, NeighborVote.Uniform)), tenure));

    [Fact]
    public void PredictProbabilities_Votes_AreCountedWithTheDoubt()
    {
        // Point 2 at distance 0 stands for four rows, a quarter of them 'no'; three rows are asked, and half a row of doubt is added.
        var shares = Shares(NeighborForms.Classes(), 12);
        Assert.Equal([1 / 3.5, 2.5 / 3.5], shares, (left, right) => Math.Abs(left - right) < 1e-12);
    }

    [Fact]
    public void PredictProbabilities_ByDistance_ANearRowOutweighsFarOnes()
    {
        // Points 0, 1 and 2 are 0.01, 0.99 and 1.99 away; of point 2, a quarter 'no', one row is asked. Three rows vote in all.
        var (zero, one, two) = (1.0, 1.0 / 99, 1.0 / 199);
        var no = 0.25 + (3 * (zero + (0.25 * two)) / (zero + one + two));
        Assert.Equal(no / 3.5, Shares(NeighborForms.Classes(new(3, NeighborVote.Distance)), 10.01)[0], 1e-5);
    }

    [Fact]
    public void Info_Forms_SayThatTheyHoldRows()
    {
        IForm[] holding = [NeighborForms.Numbers(), NeighborForms.Classes()];
        Assert.All(holding, form => Assert.True(form.Info.HoldsRows));
        Assert.All(holding, form => Assert.True(PipelineForm.Of([], form).Info.HoldsRows));
        Assert.True(new NumberBlendForm([new NumberConstantForm(1), PipelineForm.Of([], holding[0])], [0.5, 0.5]).Info.HoldsRows);
        Assert.True(new ClassBlendForm([new ClassConstantForm(["no", "yes"], [0.5, 0.5]), holding[1]], [0.5, 0.5]).Info.HoldsRows);
        Assert.False(new NumberBlendForm([new NumberConstantForm(1)], [1]).Info.HoldsRows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void Make_NeighboursOutOfRange_SaysWhatToAsk(int neighbors)
    {
        var fault = Assert.Throws<ArtifactException>(() => NeighborForms.Numbers(settings: new(neighbors, NeighborVote.Uniform)));
        Assert.Equal($"Form 'number_neighbors' asks {neighbors} neighbours. Ask from 1 to 10000.", fault.Message);
    }

    [Fact]
    public void Make_UnsoundTargets_SaysWhatIsWrong()
    {
        var index = new NeighborIndex(NeighborForms.Points());
        var settings = new NeighborSettings(1, NeighborVote.Uniform);
        Assert.Equal(
            "Form 'number_neighbors' has 2 masses for 6 points. Give one a point.",
            Assert.Throws<ArtifactException>(() => new NumberNeighborsForm(index, new([1, 1], [1, 1]), settings)).Message);
        Assert.Equal(
            "A mass of form 'number_neighbors' is 0; it must be above 0 and at most 1000000000000. Make the model again.",
            Assert.Throws<ArtifactException>(() => new NumberNeighborsForm(index, new(new double[6], new double[6]), settings)).Message);
        Assert.Equal(
            "Form 'number_neighbors' has 6 answers for 6 points, or one that is not finite. Give a finite one for each point.",
            Assert.Throws<ArtifactException>(() => new NumberNeighborsForm(index, new([1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, double.NaN]), settings)).Message);
        Assert.Equal(
            "Form 'class_neighbors' has 6 counts, 6 codes, 6 masses and 1 doubts for 6 points and 2 classes. Give a count a point, a code and a mass for each that it counts, and a doubt a class.",
            Assert.Throws<ArtifactException>(() => new ClassNeighborsForm(index, new([1, 1, 1, 1, 1, 1], new int[6], [1, 1, 1, 1, 1, 1], [0]), ["no", "yes"], settings)).Message);
        Assert.Equal(
            "A code of form 'class_neighbors' is none of its 2 classes. Make the model again.",
            Assert.Throws<ArtifactException>(() => new ClassNeighborsForm(index, new([1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 2], [1, 1, 1, 1, 1, 1], [0, 0]), ["no", "yes"], settings)).Message);
        Assert.Equal(
            "A mass of form 'class_neighbors' is not above 0, or a doubt not from 0 to 1. Make the model again.",
            Assert.Throws<ArtifactException>(() => new ClassNeighborsForm(index, new([1, 1, 1, 1, 1, 1], new int[6], [1, 1, 1, 1, 1, -1], [0, 0]), ["no", "yes"], settings)).Message);
    }
}
