using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Prediction.Rules;

/// <summary>What a predictor answers by the rules of its package.</summary>
public sealed class RuledPredictionTests
{
    private static readonly Customer Row = new(4, "basic", null, new(2021, 5, 6), "x", true);

    [Fact]
    public void Predict_Threshold_DecidesTheLabel()
    {
        var package = ExampleModels.RuledPackage();
        using var plain = new Predictor(package);
        var probability = plain.Predict(Row).Probability("yes");

        Assert.Equal("yes", Label(probability));
        Assert.Equal("no", Label(Math.BitIncrement(probability)));

        string? Label(double threshold)
        {
            using var predictor = new Predictor(package with { Model = package.Model with { Rules = new() { Decision = new() { For = "f1", Threshold = threshold } } } });
            return predictor.Predict(Row).Label;
        }
    }

    [Fact]
    public void Predict_Sets_HoldEveryClassThatIsProbableEnoughAndTheMostProbable()
    {
        var package = ExampleModels.RuledPackage();

        Assert.Equal(["no", "yes"], Set(0.01));
        Assert.Single(Set(0.99)!);
        Assert.Null(Set(null));

        IReadOnlyList<string>? Set(double? least)
        {
            using var predictor = new Predictor(package with { Model = package.Model with { Rules = new() { Sets = least is { } value ? new(0.9, value) : null } } });
            return predictor.Predict(Row).Set;
        }
    }

    [Fact]
    public void Predict_Intervals_AreAroundTheValue()
    {
        var package = ExampleModels.IntervalPackage();
        using var predictor = new Predictor(package);
        var answer = predictor.Predict(Row);

        Assert.Equal(package.Model.Rules.Intervals!.Around(answer.Value!.Value), answer.Interval);
        Assert.True(answer.Interval!.Value.Lower < answer.Value && answer.Value < answer.Interval.Value.Upper);
        Assert.Null(answer.Set);
    }

    [Fact]
    public void Predict_NoRules_HasNeitherIntervalNorSet()
    {
        using var predictor = new Predictor(ExampleModels.ClassPackage());
        var answer = predictor.Predict(Row);

        Assert.Null(answer.Interval);
        Assert.Null(answer.Set);
    }

    [Theory]
    [InlineData(0.9, 0.2, null)]
    [InlineData(0, 0.2, "a rule for sets has a level above 0 and below 1, and a least probability from 0 to 2")]
    [InlineData(0.9, 3, "a rule for sets has a level above 0 and below 1, and a least probability from 0 to 2")]
    [InlineData(0.9, double.NaN, "a rule for sets has a level above 0 and below 1, and a least probability from 0 to 2")]
    public void SetFault_SaysWhatIsWrong(double level, double least, string? expected) => Assert.Equal(expected, new ClassSetRule(level, least).Fault());

    private sealed record Customer(int Tenure, string Plan, int? Age, DateTime Since, string Note, bool Member);
}
