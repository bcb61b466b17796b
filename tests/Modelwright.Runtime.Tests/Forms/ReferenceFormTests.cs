using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Runtime.Forms.Anomalies.Histogram;
using Modelwright.Runtime.Forms.Anomalies.Kernel;
using Modelwright.Runtime.Forms.Anomalies.References;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class ReferenceFormTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Score_Distances_CountTheRowsThatAPointStandsFor()
    {
        // At (0, 0) three rows are at 0 and the fourth is one of five at the root of 25 + 144.
        Assert.Equal(13, AnomalyForms.Scores(ReferenceForms.Farthest, (0, 0))[0], Tolerance);
        Assert.Equal(13 / 4.0, AnomalyForms.Scores(ReferenceForms.Mean, (0, 0))[0], Tolerance);
        Assert.Equal(12, AnomalyForms.Scores(ReferenceForms.Farthest, (3, 4))[0], Tolerance);
    }

    [Fact]
    public void Score_MissingValue_IsAtTheCentre() =>
        Assert.Equal(AnomalyForms.Scores(ReferenceForms.Mean, (0, 10)), AnomalyForms.Scores(ReferenceForms.Mean, (double.NaN, 10)));

    [Fact]
    public void Score_OutlierFactor_IsTheDensityOfNeighboursTimesTheMeanReach()
    {
        // Three rows of reach 1 at 0, and one at 13 whose reach is 20; densities 0.5, 0.5, 0.5 and 0.25.
        Assert.Equal((3 + 20) / 4.0 * (1.75 / 4), AnomalyForms.Scores(ReferenceForms.Factor, (0, 0))[0], Tolerance);
    }

    [Fact]
    public void Strangeness_Points_IsTheMeanSquareAlongEachAxis()
    {
        var parts = AnomalyForms.Parts(ReferenceForms.Mean, (0, 0));
        Assert.Equal(9 / 4.0, parts[0], Tolerance);
        Assert.Equal(16 / 4.0, parts[1], Tolerance);
    }

    [Fact]
    public void Score_Kernel_IsTheBorderLessTheKernels()
    {
        var form = new KernelAnomalyForm(ReferenceForms.Expansion, areRows: false);
        Assert.Equal(0.4 - 0.5 - (0.5 * Math.Exp(-2.5)), AnomalyForms.Scores(form, (0, 0))[0], Tolerance);
        Assert.Equal(0.4, AnomalyForms.Scores(form, (1000, 1000))[0], Tolerance);
    }

    [Fact]
    public void Strangeness_KernelFarFromAllPoints_IsThatOfTheNearest()
    {
        var parts = AnomalyForms.Parts(new KernelAnomalyForm(ReferenceForms.Expansion, areRows: false), (3, 1004));
        Assert.Equal(0, parts[0], 1e-6);
        Assert.Equal(1e6, parts[1], 1);
    }

    [Fact]
    public void Score_Distance_FartherOutIsStranger() =>
        Gen.Select(Gen.Double[20, 1000], Gen.Double[0.1, 1000]).Sample((from, step) =>
            AnomalyForms.Scores(ReferenceForms.Farthest, (-from, 0), (-from - step, 0)) is var scores && scores[0] < scores[1]);

    [Fact]
    public void Score_Blend_IsOneLessTheShareOfTheWeightedMeanSurprise()
    {
        // The histogram says 4.5 at (1, 40): past its last knot by 0.5 in units of 2.
        var distance = AnomalyForms.Scores(ReferenceForms.Mean, (1, 40))[0];
        var surprise = (0.25 * (3 + Math.Log(1.25))) + (0.75 * ReferenceForms.Blend.Scales[1].Of(distance));
        Assert.Equal(1 - Math.Exp(-surprise), AnomalyForms.Scores(ReferenceForms.Blend, (1, 40))[0], Tolerance);
    }

    [Fact]
    public void Strangeness_Blend_AddsUpToTheMeanSurprise()
    {
        var parts = AnomalyForms.Parts(ReferenceForms.Blend, (1, 41));
        Assert.Equal(AnomalyForms.Scores(ReferenceForms.Blend, (1, 41))[0], 1 - Math.Exp(-parts.Sum()), Tolerance);
    }

    [Fact]
    public void Together_HalfOfTheWeight_IsTheMeanOfTheHighest()
    {
        Assert.Equal(((0.3 * 4) + (0.2 * 2)) / 0.5, AnomalyBlendForm.Together([1, 4, 2], [0.4, 0.3, 0.3], 0.5), Tolerance);
        Assert.Equal((0.4 * 1) + (0.3 * 4) + (0.3 * 2), AnomalyBlendForm.Together([1, 4, 2], [0.4, 0.3, 0.3], 1), Tolerance);
    }

    [Fact]
    public void Together_AnyShare_IsBetweenTheMeanAndTheHighestWhateverTheOrder() =>
        Gen.Select(Gen.Int[0, 5].Array[1, 90], Gen.Double[0.01, 1]).Sample((counts, foremost) =>
        {
            double[] surprises = [.. counts];
            double[] weights = [.. counts.Select((_, member) => (member + 1.0) / (counts.Length * (counts.Length + 1) / 2.0))];
            var together = AnomalyBlendForm.Together(surprises, weights, foremost);
            var mean = surprises.Zip(weights, (surprise, weight) => surprise * weight).Sum();
            var turned = AnomalyBlendForm.Together([.. surprises.Reverse()], [.. weights.Reverse()], foremost);
            return together >= mean - Tolerance && together <= surprises.Max() + Tolerance && Math.Abs(together - turned) < Tolerance;
        });

    [Fact]
    public void Score_MoreThanIsHeldAtOnce_EachRowAsAlone()
    {
        const int Members = 1000;
        var histogram = new HistogramForm(AnomalyForms.Histograms);
        AnomalyBlendForm many = new([.. Enumerable.Repeat(histogram, Members)], [.. Enumerable.Repeat(1.0 / Members, Members)], [.. Enumerable.Range(1, Members).Select(member => new SurpriseScale([0, member], [0, 3]))], foremost: 0.25);
        (double, double)[] rows = [.. Enumerable.Range(0, 1500).Select(row => (row % 7 / 2.0, row % 11 * 4.0))];
        Assert.Equal(rows.Take(77).Select(row => AnomalyForms.Scores(many, row)[0]), AnomalyForms.Scores(many, rows).Skip(1386).Take(77));
    }

    [Fact]
    public void Strangeness_ForemostHalf_AddsUpToItsSurprise()
    {
        var parts = AnomalyForms.Parts(ReferenceForms.Foremost(0.5), (1, 41));
        var scores = AnomalyForms.Scores(ReferenceForms.Foremost(0.5), (1, 41));
        Assert.InRange(parts.Sum(), 2, 4);
        Assert.Equal(scores[0], 1 - Math.Exp(-parts.Sum()), Tolerance);
        Assert.True(scores[0] > AnomalyForms.Scores(ReferenceForms.Foremost(1), (1, 41))[0]);
    }

    [Fact]
    public void Surprise_OfTraining_IsMinusLogOfTheShareAbove()
    {
        var scale = SurpriseScale.Of([1, 2, 3, 3, 4, 5, 6, 7, 8, 9]);
        Assert.Equal(-Math.Log(0.5 / 10), scale.Of(9), Tolerance);
        Assert.Equal(-Math.Log(7 / 10.0), scale.Of(3), Tolerance);
        Assert.True(scale.Of(1e300) > scale.Of(1e200) && scale.Of(1e200) > scale.Of(9));
    }

    [Fact]
    public void Surprise_Always_RisesWithTheScore() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 200], Gen.Double[-2e6, 2e6], Gen.Double[0, 1e6]).Sample((scores, from, step) =>
        {
            var scale = SurpriseScale.Of(scores);
            return scale.Of(from) >= 0 && scale.Of(from + step) >= scale.Of(from) && double.IsFinite(scale.Of(from + step));
        });

    public static TheoryData<string, Func<object>> Unsound => new()
    {
        { "Form 'anomaly_distance' asks for 0 neighbours by the metric Euclidean. Give 1 to 1000 and the Euclidean metric.", () => new NeighborDistanceForm(ReferenceForms.Points, 0, isMean: true) },
        { "Form 'anomaly_distance' asks for 4 neighbours by the metric Cosine. Give 1 to 1000 and the Euclidean metric.", () => Distance(ReferenceForms.Points with { Space = ReferenceForms.Points.Space with { Metric = NeighborMetric.Cosine } }) },
        { "Form 'anomaly_distance' has 2 spreads for 3 points. Give one a point.", () => Distance(ReferenceForms.Points with { Spreads = [0, 0] }) },
        { "A point of form 'anomaly_distance' stands for fewer than 3 rows, or for a number that is not finite. Make the model again.", () => Distance(ReferenceForms.Points with { Masses = [3, 2, 3] }) },
        { "A spread of form 'anomaly_distance' is not a finite number of 0 or more. Make the model again.", () => Distance(ReferenceForms.Points with { Spreads = [0, -1, 0] }) },
        { "Form 'anomaly_density' has 1 reaches and 3 densities for 3 points. Give one of each a point.", () => new OutlierFactorForm(ReferenceForms.Points, 4, [1], [1, 1, 1], 1) },
        { "A reach of form 'anomaly_density' is not a finite number of 0 or more, or a density or the least reach is not one above 0. Make the model again.", () => new OutlierFactorForm(ReferenceForms.Points, 4, [1, 1, 1], [1, 0, 1], 1) },
        { "Form 'anomaly_kernel' scores by one sum of coefficients of 0 or less; it has 1 sums, or a coefficient above 0. Make the model again.", () => new KernelAnomalyForm(ReferenceForms.Expansion with { Coefficients = [-1, 1] }, areRows: false) },
        { "Form 'anomaly_blend' has 1 scales for 2 members. Give one a member.", () => new AnomalyBlendForm(ReferenceForms.Blend.Members, [0.5, 0.5], [new([0], [0])]) },
        { "Form 'anomaly_blend' counts the share 0 of its weight. Give one above 0 and at most 1.", () => new AnomalyBlendForm(ReferenceForms.Blend.Members, ReferenceForms.Blend.Weights, ReferenceForms.Blend.Scales, foremost: 0) },
        { "Form 'anomaly_blend' counts the share NaN of its weight. Give one above 0 and at most 1.", () => new AnomalyBlendForm(ReferenceForms.Blend.Members, ReferenceForms.Blend.Weights, ReferenceForms.Blend.Scales, foremost: double.NaN) },
        { "A scale of form 'anomaly_blend' has 0 scores and 0 surprises. Give 1 to 256 of each.", () => new AnomalyBlendForm([ReferenceForms.Mean], [1], [new([], [])]) },
        { "A scale of form 'anomaly_blend' does not rise from knot to knot, or holds a number that is not finite. Make the model again.", () => new AnomalyBlendForm([ReferenceForms.Mean], [1], [new([1, 1], [0, 1])]) },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Form_Unsound_IsRefused(string text, Func<object> make) => Assert.Equal(text, Assert.Throws<ArtifactException>(make).Message);

    private static NeighborDistanceForm Distance(ReferencePoints points) => new(points, 4, isMean: true);
}
