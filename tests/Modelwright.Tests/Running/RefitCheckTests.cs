using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Running;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Running;

public sealed class RefitCheckTests
{
    private static readonly LabelledRows Rows = SmallTables.LabelledClasses(400);
    private static readonly AnswerKind Kind = AnswerKind.For(Rows, 1);
    private static readonly IMetric LogLoss = BuiltInMetrics.Get("log_loss");

    private static ClassAnswers Answers(Func<int, double> probabilityOfTruth)
    {
        int[] truth = [.. Enumerable.Range(0, 300).Select(row => row % 2)];
        return new(["no", "yes"], truth, [.. truth.SelectMany((place, row) => probabilityOfTruth(row) is var share && place == 1 ? (double[])[1 - share, share] : [share, 1 - share])]);
    }

    private static Choice Chosen(Func<int, double> probabilityOfTruth)
    {
        var partition = Partition.Make(new("holdout", 1, 0.5), Rows, seed: 0);
        var truth = ((Core.Data.CategoryColumn)Rows.Target!).Codes;
        double[] said = [.. partition.Covered.SelectMany((row, place) => probabilityOfTruth(place) is var share && truth.At(row) == 1 ? (double[])[1 - share, share] : [share, 1 - share])];
        var trial = new Trial(1, new Candidate(new ShareLearner("good"), ParameterValues.Default, 0, 0), said, 0, 0, 1);
        var outcome = new SearchOutcome(partition, [trial], [(trial, 1)], false, []);
        return new(outcome, null!, Rows, new ClassConstantForm(["no", "yes"], [0.5, 0.5]));
    }

    [Theory]
    [InlineData(0.9, 0.9, 0, 0.001)]
    [InlineData(0.9, 0.95, -1, 0)]
    [InlineData(0.9, 0.5, 0.99, 1.01)]
    [InlineData(0.9, 0.1, 3, 5)]
    public void Lost_ShareOfTheLead(double before, double after, double least, double most) =>
        Assert.InRange(new RefitCheck(Kind, LogLoss).Lost(Answers(_ => before), Answers(_ => after)), least, most);

    [Fact]
    public void Lost_FewRowsThatAreWorse_AreChance() =>
        Assert.InRange(new RefitCheck(Kind, LogLoss).Lost(Answers(_ => 0.9), Answers(row => row < 2 ? 0.01 : 0.9)), -1, 0.25);

    [Theory]
    [InlineData(0.95, false)]
    [InlineData(0.51, true)]
    public void IsSound_ConstantInPlaceOfAModel_OnlyWhereThatWasNoBetter(double before, bool isSound) =>
        Assert.Equal(isSound, new RefitCheck(Kind, LogLoss).IsSound(new ClassConstantForm(["no", "yes"], [0.5, 0.5]), Chosen(_ => before), threads: 1));
}
