using Modelwright.Stress;
using Modelwright.Stress.Fairness;
using Modelwright.Stress.Fairness.Remedies;

namespace Modelwright.Tests.Stress.Fairness;

public sealed class RemedyTests
{
    private static FairnessColumn Run(StressedModel model, RetrainWeighed? retrain = null) =>
        new FairnessStage(model, new() { Retrain = retrain }).Run(TestContext.Current.CancellationToken).Columns[0];

    [Fact]
    public void Thresholds_OfAModelThatMarksDown_BringGroupsTogetherOnOtherRows()
    {
        var remedies = Run(FairnessTables.People(3000, 1, down: 2)).Remedies;

        Assert.Equal(["demographic_parity", "equal_opportunity"], remedies.Select(remedy => remedy.Measure));
        Assert.All(remedies, remedy =>
        {
            Assert.Equal(("group_thresholds", "accuracy"), (remedy.Name, remedy.Metric));
            Assert.True(remedy.GapBefore.IsFlagged && !remedy.GapAfter.IsFlagged);
            Assert.True(remedy.GapAfter.Value < remedy.GapBefore.Value / 2);
            Assert.Equal(["f", "m"], remedy.Thresholds.Keys.Order());
            Assert.True(remedy.Thresholds["f"] < remedy.Thresholds["m"]);
            Assert.Equal(remedy.After - remedy.Before, remedy.Price.Value, 12);
            Assert.InRange(remedy.Price.Value, remedy.Price.Lower, remedy.Price.Upper);
        });
        // People are alike, so what was taken from one group is given back: no price but a gain.
        Assert.Equal(
            "With a threshold for each group of 'sex' ('f' 0.122, 'm' 0.509), demographic_parity goes from 0.336 to 0.022 (0 … 0.072) and Accuracy from 0.696 to 0.765, by 0.0693 (0.048 … 0.0907). That is a gain beyond chance.",
            remedies[0].Sentence);
    }

    [Fact]
    public void Thresholds_WhereGroupsDifferInWhatIsTrue_HaveAPrice()
    {
        // The answers are as right as they can be; equal rates are paid for in rows that are answered wrong.
        var random = new Random(1);
        string[] groups = [.. Enumerable.Range(0, 3000).Select(_ => random.Next(2) == 0 ? "f" : "m")];
        double[] yes = [.. groups.Select(group => group == "m" ? 0.55 + (0.44 * random.NextDouble()) : 0.01 + (0.44 * random.NextDouble()))];
        int[] truth = [.. yes.Select(share => random.NextDouble() < share ? 1 : 0)];

        var remedy = Run(FairnessTables.Of(groups, FairnessTables.Two(truth, yes))).Remedies[0];

        Assert.Equal("demographic_parity", remedy.Measure);
        Assert.True(remedy.GapAfter.Value < 0.1);
        Assert.True(remedy.Price.Upper < 0);
        Assert.EndsWith("That is a price beyond chance.", remedy.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Thresholds_MetricOfProbabilities_IsPricedInAccuracy() =>
        Assert.All(Run(FairnessTables.People(1500, 1, down: 2, metric: "roc_auc")).Remedies, remedy => Assert.Equal("accuracy", remedy.Metric));

    [Fact]
    public void Remedies_WhereGroupsAreTreatedAlike_AreNotTried()
    {
        var column = Run(FairnessTables.People(1500, 1));

        Assert.Empty(column.Remedies);
        Assert.Contains("No remedy was tried for 'sex': its groups do not differ beyond chance by what remedies are for.", column.Notes);
    }

    [Fact]
    public void Reweighing_NobodyToTrain_IsSaidNotToBeTried() =>
        Assert.Contains("Reweighing by 'sex' was not tried: it trains the model anew, and nobody here can.", Run(FairnessTables.People(1500, 1, down: 2)).Notes);

    [Fact]
    public void Reweighing_ModelTrainedAnew_IsMeasuredBesideTheSameWithoutWeights()
    {
        var model = FairnessTables.People(1500, 1, down: 2);
        var fair = FairnessTables.People(1500, 1);
        double[]? given = null;

        var remedy = Run(model, (column, weights, _) =>
        {
            Assert.Equal("sex", column);
            given = weights(model.Rows);
            return given.Distinct().Count() == 1 ? model.Calm : fair.Calm;
        }).Remedies.Single(remedy => remedy.Name == "reweighing");

        Assert.Equal(1500, given!.Sum(), 6);
        Assert.True(remedy.GapBefore.IsFlagged && !remedy.GapAfter.IsFlagged);
        Assert.Equal(remedy.After - remedy.Before, remedy.Price.Value, 12);
        Assert.StartsWith("Trained with weights by which 'sex' and 'hired' do not hang together, demographic_parity goes from 0.3", remedy.Sentence, StringComparison.Ordinal);
        Assert.Empty(remedy.Thresholds);
    }

    [Fact]
    public void Reweighing_AnswersToOtherRows_AreRefused()
    {
        var model = FairnessTables.People(1500, 1, down: 2);

        var fault = Assert.Throws<InvalidOperationException>(() => Run(model, (_, _, _) => FairnessTables.People(100, 1).Calm));

        Assert.Equal("The model that was trained anew answered 100 rows, where 1500 were asked.", fault.Message);
    }

    [Fact]
    public void Weights_ByHand_AreThoseOfKamiranAndCalders()
    {
        // Kamiran & Calders 2012, table 3: 10 people, 5 of each sex; 4 men and 2 women are '+'.
        int[] sex = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
        string[] label = ["+", "+", "+", "+", "-", "+", "+", "-", "-", "-"];

        var weights = Reweighing.Weights(sex, label);

        Assert.Equal([0.75, 2, 1.5, 2 / 3.0], ((int[])[0, 4, 5, 7]).Select(row => weights[row]));
        Assert.Equal([1, 1], Reweighing.Weights([-1, 0], ["+", null]));
    }

    [Fact]
    public void Remedies_FewRows_AreSaidNotToBeTried()
    {
        var column = Run(FairnessTables.Counted(("m", 25, 0, 0, 20), ("f", 2, 20, 0, 20)));

        Assert.DoesNotContain(column.Remedies, remedy => remedy.Measure == "equal_opportunity");
        Assert.Contains("Thresholds by group of 'sex' for equal_opportunity were not tried: fewer than two groups have 20 rows in each half of the rows.", column.Notes);
    }
}
