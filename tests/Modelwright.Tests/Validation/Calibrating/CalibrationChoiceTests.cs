using Modelwright.Measures;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Tests.Validation.Answering;
using Modelwright.Validation.Calibrating;

namespace Modelwright.Tests.Validation.Calibrating;

public sealed class CalibrationChoiceTests
{
    [Fact]
    public void Choose_HonestProbabilities_AreMostlyLeftAlone()
    {
        const int Runs = 200;
        var changed = Enumerable.Range(0, Runs).Count(seed => Chosen(SimulatedAnswers.Two(500, seed, truth => truth).Answers) is not null);

        // A way that gains nothing passes two standard errors in 2.3 % of runs; there are two ways, which mostly agree.
        Assert.InRange(changed, 0, Runs * 6 / 100);
    }

    [Fact]
    public void Choose_TooSureModel_IsMendedWithoutSteps() =>
        Assert.Contains(Chosen(SimulatedAnswers.Two(900, 1, truth => Power(truth, 3)).Answers)!.Method, new[] { ProbabilityMap.Temperature, ProbabilityMap.Platt });

    [Fact]
    public void Choose_ErrorOfAnOddShape_TakesSteps() =>
        Assert.Equal(ProbabilityMap.Isotonic, Chosen(SimulatedAnswers.Two(20_000, 2, truth => truth < 0.5 ? truth * truth : 0.25 + (0.1 * truth)).Answers)!.Method);

    [Fact]
    public void Choose_MoreThanNoise_IsBetterOnRowsNeverSeen()
    {
        var (known, _) = SimulatedAnswers.Two(2_000, 3, truth => Power(truth, 2));
        var (unseen, _) = SimulatedAnswers.Two(20_000, 4, truth => Power(truth, 2));
        var loss = BuiltInMetrics.Get("log_loss");

        Assert.True(loss.Score(CalibrationFit.Apply(Chosen(known)!, unseen)) < loss.Score(unseen) - 0.03);
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("temperature", "temperature")]
    [InlineData("platt", "platt")]
    [InlineData("isotonic", "isotonic")]
    public void Choose_Told_IsDoneWhateverItGains(string told, string? method)
    {
        var (answers, _) = SimulatedAnswers.Two(300, 5, truth => truth);

        Assert.Equal(method, CalibrationChoice.Choose(answers, SimulatedAnswers.Folds(300), told).Map?.Method);
    }

    [Fact]
    public void Choose_FewRowsOfEachClass_TriesOneMapForAll()
    {
        const int Classes = 40;
        var (rows, random) = (20 * Classes, new Random(7));
        int[] truth = [.. Enumerable.Range(0, rows).Select(row => row % Classes)];
        double[] sure = [.. truth.SelectMany(label => Enumerable.Range(0, Classes).Select(place => place == label && random.Next(3) > 0 ? 0.9 : 0.1 / Classes))];
        var answers = new ClassAnswers([.. Enumerable.Range(0, Classes).Select(label => $"class {label}")], truth, [.. sure.Chunk(Classes).SelectMany(row => row.Select(share => share / row.Sum()))]);

        Assert.Equal(["temperature"], CalibrationChoice.Choose(answers, SimulatedAnswers.Folds(rows), "auto").Tried.Select(trial => trial.Method));
    }

    [Fact]
    public void Choose_FewRows_LeavesThemAlone() => Assert.Null(Chosen(SimulatedAnswers.Two(99, 6, truth => Power(truth, 5)).Answers));

    private static ProbabilityMap? Chosen(ClassAnswers answers) => CalibrationChoice.Choose(answers, SimulatedAnswers.Folds(answers.Count), "auto").Map;

    private static double Power(double share, double power) => Math.Pow(share, power) / (Math.Pow(share, power) + Math.Pow(1 - share, power));
}
