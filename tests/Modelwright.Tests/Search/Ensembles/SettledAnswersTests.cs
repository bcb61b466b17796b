using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Measures;
using Modelwright.Search;
using Modelwright.Search.Ensembles;
using Modelwright.Search.Limits;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search.Ensembles;

public sealed class SettledAnswersTests
{
    private static readonly ShareLearner Learner = new("one");

    private static Trial Trial(int number, double shift, int partitionSeed, params double[] answers) => new(
        number, new(Learner, ParameterValues.Default.With("shift", shift), number, partitionSeed), answers, Loss: number, Score: number, Seconds: 1);

    [Fact]
    public void Of_SettingsTriedOnce_TheirOwnAnswers()
    {
        Trial[] trials = [Trial(1, 0.1, 0, 1, 2), Trial(2, 0.2, 0, 3, 4)];
        var answers = SettledAnswers.Of(trials);
        Assert.Same(trials[0].Predictions, answers[0]);
        Assert.Same(trials[1].Predictions, answers[1]);
    }

    [Fact]
    public void Of_SettingTriedOnOtherFolds_TheMeanOfBoth()
    {
        var answers = SettledAnswers.Of([Trial(1, 0.1, 0, 1, 2), Trial(2, 0.2, 0, 9, 9), Trial(3, 0.1, 7, 3, 6)]);
        Assert.Equal([2.0, 4.0], answers[0]);
        Assert.Equal([9.0, 9.0], answers[1]);
        Assert.Same(answers[0], answers[2]);
    }

    [Fact]
    public void Of_OtherFeatures_IsAnotherSetting()
    {
        var plain = Trial(2, 0.1, 7, 3, 6);
        var answers = SettledAnswers.Of([Trial(1, 0.1, 0, 1, 2), plain with { Candidate = plain.Candidate with { Features = FeatureVariant.Plain } }]);
        Assert.Equal([1.0, 2.0], answers[0]);
    }

    [Fact]
    public void Weigh_LuckyRepeatOfOneSetting_StandsForItsSettingAndOnlyOnce()
    {
        // By luck of its folds one trial of a setting is nearest to the truth, the other is far from it.
        double[] truth = [.. Enumerable.Range(0, 40).Select(row => (double)row)];
        var target = new NumberColumn("y", truth);
        var rows = new LabelledRows(LearningTask.Regression, new Schema([new("y", ColumnType.Number, ColumnRole.Target)]), new Table([target])) { Target = target };
        double[] Off(double way) => [.. truth.Select((value, row) => value + (row % 2 == 0 ? way : -way))];
        Trial[] trials = [Trial(1, 0.1, 7, Off(0.2)), Trial(2, 0.2, 0, Off(0.5)), Trial(3, 0.1, 0, Off(1.8))];
        var weights = EnsembleChoice.Weigh(trials, rows, AnswerKind.For(rows, 1), BuiltInMetrics.Get("rmse"), MemberRule.Free);
        Assert.Equal([0.0, 1.0, 0.0], weights);
    }
}
