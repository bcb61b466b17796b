using Modelwright.Measures;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Tests.Validation.Answering;
using Modelwright.Validation.Calibrating;

namespace Modelwright.Tests.Validation.Calibrating;

/// <summary>Fits find again what is known to be wrong with probabilities.</summary>
public sealed class CalibrationFitTests
{
    private const int Rows = 20_000;

    private static double Odds(double probability) => Math.Log(probability / (1 - probability));

    private static double Share(double odds) => 1 / (1 + Math.Exp(-odds));

    [Fact]
    public void Temperature_TooSureModel_FindsThePower()
    {
        var map = CalibrationFit.Fit(ProbabilityMap.Temperature, SimulatedAnswers.Many(Rows, 4, seed: 1, power: 2));

        Assert.InRange(map.Slopes[0], 0.48, 0.52);
    }

    [Fact]
    public void Platt_ShiftedLogOdds_FindsTheLineBack()
    {
        var (answers, _) = SimulatedAnswers.Two(Rows, 2, truth => Share((2 * Odds(truth)) + 1));

        var map = CalibrationFit.Fit(ProbabilityMap.Platt, answers);

        Assert.InRange(map.Slopes[0], 0.48, 0.52);
        Assert.InRange(map.Offsets[0], -0.54, -0.46);
    }

    [Fact]
    public void Platt_ModelThatIsUpsideDown_IsLaidFlatAtTheShare()
    {
        var (answers, truth) = SimulatedAnswers.Two(Rows, 3, truth => 1 - truth);

        var map = CalibrationFit.Fit(ProbabilityMap.Platt, answers);

        Assert.Equal(0, map.Slopes[0]);
        Assert.Equal(truth.Average(), Share(map.Offsets[0]), 0.01);
    }

    [Fact]
    public void Isotonic_AnyAscendingError_IsUndone()
    {
        var (answers, truth) = SimulatedAnswers.Two(Rows, 4, truth => truth < 0.5 ? truth * truth : Math.Sqrt(truth) * 0.9);

        var map = CalibrationFit.Fit(ProbabilityMap.Isotonic, answers);

        Assert.InRange(Distance(CalibrationFit.Apply(map, answers), truth), 0, 0.03);
        Assert.InRange(Distance(answers, truth), 0.08, 1);
    }

    [Fact]
    public void Isotonic_NoRowTrue_DoesNotClaimToBeCertain()
    {
        var answers = new ClassAnswers(["no", "yes"], new int[50], [.. Enumerable.Range(0, 50).SelectMany(row => new[] { 1 - (row / 100.0), row / 100.0 })]);

        var map = CalibrationFit.Fit(ProbabilityMap.Isotonic, answers);

        Assert.Null(map.Fault(2));
        Assert.All(CalibrationFit.Apply(map, answers).Probabilities.Where((_, place) => place % 2 == 1), share => Assert.InRange(share, 1e-4, 0.05));
    }

    [Theory]
    [InlineData(ProbabilityMap.Temperature)]
    [InlineData(ProbabilityMap.Platt)]
    [InlineData(ProbabilityMap.Isotonic)]
    public void Fit_WeightOfTwo_EqualsARowTwice(string method)
    {
        var (answers, _) = SimulatedAnswers.Two(400, 5, truth => truth * truth);
        double[] weights = [.. Enumerable.Range(0, 400).Select(row => row % 2 == 0 ? 2.0 : 1)];
        int[] twice = [.. Enumerable.Range(0, 400).SelectMany(row => row % 2 == 0 ? new[] { row, row } : [row])];

        var weighed = CalibrationFit.Apply(CalibrationFit.Fit(method, answers with { Weights = weights }), answers);
        var repeated = CalibrationFit.Apply(CalibrationFit.Fit(method, (ClassAnswers)answers.Take(twice)), answers);

        // Steps add half a row each, and rows of weight two are fewer, so they differ by a little.
        var tolerance = method == ProbabilityMap.Isotonic ? 0.02 : 1e-3;
        Assert.All(weighed.Probabilities.Zip(repeated.Probabilities), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    [Theory]
    [InlineData(ProbabilityMap.Temperature, 3)]
    [InlineData(ProbabilityMap.Platt, 3)]
    [InlineData(ProbabilityMap.Isotonic, 3)]
    [InlineData(ProbabilityMap.Isotonic, 7)]
    public void Fit_SeveralClasses_GivesASoundMapThatLowersTheLoss(string method, int classes)
    {
        var answers = SimulatedAnswers.Many(5_000, classes, seed: 6, power: 2.5);
        var map = CalibrationFit.Fit(method, answers);
        var loss = BuiltInMetrics.Get("log_loss");

        Assert.Null(map.Fault(classes));
        Assert.True(loss.Score(CalibrationFit.Apply(map, answers)) < loss.Score(answers) - 0.02);
    }

    private static double Distance(ClassAnswers answers, double[] truth) =>
        Math.Sqrt(truth.Select((share, row) => Math.Pow(answers.Probabilities[(2 * row) + 1] - share, 2)).Average());
}
