using CsCheck;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Tests.Prediction.Rules;

public sealed class FoldIntervalRuleTests
{
    private static readonly FoldIntervalRule Two = new() { Level = 0.5, Beyond = 1.5, Folds = [Fold(1, 2), Fold(0.5, 3)] };

    /// <summary>
    /// Reckoned by hand. Answers 10 and 12 with residuals 1, 2 and 0.5, 3: upwards 11, 12, 12.5, 15 and downwards 9, 8, 11.5, 9. At half of
    /// the rows the ends are the ceil(0.5 x 5) = 3rd smallest upwards and the floor(0.5 x 5) = 2nd smallest downwards.
    /// </summary>
    [Fact]
    public void Around_TwoFolds_IsAsReckonedByHand() => Assert.Equal(new Interval(9, 12.5), Two.Around([10, 12], 11));

    [Fact]
    public void Around_NothingBeyond_IsTheFurthest() => Assert.Equal(new Interval(8, 15), (Two with { Level = 0.8, Beyond = 0 }).Around([10, 12], 11));

    [Fact]
    public void Around_WeightOfTwo_IsTheSameAsTwoRows()
    {
        FoldIntervalRule weighed = Two with { Folds = [new([1, 2], [1, 2]), Fold(0.5, 3)], Beyond = 2 };
        FoldIntervalRule twice = Two with { Folds = [Fold(1, 2, 2), Fold(0.5, 3)], Beyond = 2 };

        Assert.Equal(twice.Around([10, 12], 11), weighed.Around([10, 12], 11));
    }

    [Fact]
    public void Around_AnswersFarApart_IsAsWideAsTheyAre() => Assert.Equal(new Interval(-1, 100.5), Two.Around([0, 100], 50));

    [Fact]
    public void Around_OneFoldFarOff_StillHoldsTheAnswer()
    {
        FoldIntervalRule rule = new() { Level = 0.8, Beyond = 1, Folds = [Fold(1, 1, 1, 1), Fold(1, 1, 1, 1), Fold(1)] };

        Assert.Equal(new Interval(-1, 40), rule.Around([0, 0, 120], 40));
    }

    [Fact]
    public void Around_Scale_IsThatOfEachModelsOwnAnswer()
    {
        FoldIntervalRule rule = new() { Level = 0.5, Beyond = 0, Folds = [Fold(1), Fold(1)], At = [0, 10], Scale = [1, 5] };

        Assert.Equal(new Interval(-1, 15), rule.Around([0, 10], 5));
    }

    [Fact]
    public void Around_HugeAnswers_StayFinite()
    {
        FoldIntervalRule rule = new() { Level = 0.5, Beyond = 0, Folds = [Fold(double.MaxValue), Fold(double.MaxValue)] };

        Assert.Equal(new Interval(-double.MaxValue, double.MaxValue), rule.Around([double.MaxValue, -double.MaxValue], 0));
    }

    /// <summary>The definition: sort all ends, and take the one of that rank.</summary>
    [Fact]
    public void Around_AnyResiduals_IsTheRankThatThePaperNames() =>
        Gen.Select(Gen.Double[0, 5].Array[1, 12].Array[2, 6], Gen.Double[-10, 10].Array[6], Gen.Int[0, 3]).Sample((sizes, answers, which) =>
        {
            var level = new[] { 0.5, 0.8, 0.9, 0.95 }[which];
            var count = sizes.Sum(fold => fold.Length);
            var rank = (int)Math.Ceiling((level * (count + 1)) - 1e-9);
            if (rank > count)
            {
                return;
            }

            FoldIntervalRule rule = new() { Level = level, Beyond = count - (level * (count + 1) * (1 - 1e-12)), Folds = [.. sizes.Select(fold => Fold([.. fold.Order()]))] };
            var own = answers[..sizes.Length];
            double[] above = [.. sizes.SelectMany((fold, place) => fold.Select(size => own[place] + size)).Order()];
            double[] below = [.. sizes.SelectMany((fold, place) => fold.Select(size => own[place] - size)).OrderDescending()];
            Assert.Null(rule.Fault());
            Assert.Equal(new Interval(Math.Min(own[0], below[rank - 1]), Math.Max(own[0], above[rank - 1])), rule.Around(own, own[0]));
        }, iter: 2_000);

    [Fact]
    public void Fault_Sound_IsNone() => Assert.Null(Two.Fault());

    public static TheoryData<FoldIntervalRule> Unsound =>
    [
        Two with { Level = 0.4 },
        Two with { Level = 1 },
        Two with { Level = double.NaN },
        Two with { Beyond = -1 },
        Two with { Beyond = 2.1 },
        Two with { Beyond = double.NaN },
        Two with { Folds = [Fold(1, 2)] },
        Two with { Folds = [.. Enumerable.Repeat(Fold(1), 61)] },
        Two with { Folds = [Fold(), Fold()] },
        Two with { Folds = [Fold(1), Fold(2, 1)] },
        Two with { Folds = [Fold(1), Fold(-1)] },
        Two with { Folds = [Fold(1), Fold(double.NaN)] },
        Two with { Folds = [Fold(1), Fold(double.PositiveInfinity)] },
        Two with { Folds = [Fold(1), new([1, 2], [1])] },
        Two with { Folds = [Fold(1), new([1], [0])] },
        Two with { Folds = [Fold(1), new([1], [double.PositiveInfinity])] },
        Two with { Folds = [Fold(1), new(new double[1001], [.. Enumerable.Repeat(1.0, 1001)])] },
        Two with { At = [0, 0], Scale = [1, 1] },
        Two with { At = [0, 1], Scale = [1, 0] },
    ];

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Fault_Unsound_SaysWhatARuleIs(FoldIntervalRule rule) => Assert.Equal(
        "a rule for intervals by folds has a level from 0.5 on and below 1, 2 to 60 folds of at most 1000 ascending distances of 0 or more, each with a weight above 0, at most half of all weight beyond an end, and at most 1000 ascending points, each with a scale above 0",
        rule.Fault());

    private static FoldResiduals Fold(params double[] sizes) => new(sizes, [.. sizes.Select(_ => 1.0)]);
}
