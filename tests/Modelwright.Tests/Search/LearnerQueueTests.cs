using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

public sealed class LearnerQueueTests
{
    private static readonly ShareLearner Learner = new("share")
    {
        Settings = [ParameterValues.Default, ParameterValues.Default.With("shift", 0.1), ParameterValues.Default.With("shift", 0.2)],
    };

    private static LearnerQueue Queue(params FeatureVariant[] variants) =>
        new(Learner, Learner.Settings, [FeatureVariant.Standard, .. variants], seed: 1, mayRepeat: false);

    private static (ParameterValues Values, FeatureVariant Features) Parts(Candidate candidate) => (candidate.Values, candidate.Features);

    private static Trial Tried(Candidate candidate, double loss) => new(1, candidate, [], loss, loss, 0);

    [Fact]
    public void Take_AfterTwoSettings_TheBestOnFeaturesMadeAnotherWayAndSettingsInTurns()
    {
        var queue = Queue(FeatureVariant.TargetEncoded, FeatureVariant.Plain);
        var first = queue.Take([], chance: 1)!;
        var second = queue.Take([Tried(first, 0.5)], chance: 2)!;
        Trial[] trials = [Tried(second, 0.4), Tried(first, 0.5)];
        Assert.Equal(second with { Features = FeatureVariant.TargetEncoded }, queue.Take(trials, chance: 3));
        Assert.Equal((Learner.Settings[2], FeatureVariant.Standard), Parts(queue.Take(trials, chance: 4)!));
        Assert.Equal(second with { Features = FeatureVariant.Plain }, queue.Take(trials, chance: 5));
        Assert.Equal(FeatureVariant.Standard, queue.Take(trials, chance: 6)!.Features);
    }

    [Fact]
    public void Take_SettingsUsedUp_OtherFeaturesOneAfterAnother()
    {
        var queue = Queue(FeatureVariant.TargetEncoded, FeatureVariant.Plain, FeatureVariant.Aggregated);
        var first = queue.Take([], chance: 1)!;
        Trial[] trials = [Tried(first, 0.5)];
        FeatureVariant[] found = [.. Enumerable.Range(2, 6).Select(chance => queue.Take(trials, chance)!.Features)];
        Assert.Equal(["standard", "target_encoded", "standard", "plain", "aggregates", "standard"], found.Select(variant => variant.Name));
    }

    [Theory]
    [InlineData(0.502, "plain")]
    [InlineData(0.5001, "target_encoded")]
    [InlineData(0.3, "target_encoded")]
    public void Take_FeaturesClearlyWorseForAnotherLearner_TheyWait(double loss, string expected)
    {
        var other = new ShareLearner("other");
        var usual = new Candidate(other, ParameterValues.Default, Seed: 1, PartitionSeed: 1);
        Trial[] known = [Tried(usual, 0.5), Tried(usual with { Features = FeatureVariant.TargetEncoded }, loss)];
        var queue = Queue(FeatureVariant.TargetEncoded, FeatureVariant.Plain);
        var first = queue.Take(known, chance: 1)!;
        queue.Take([Tried(first, 0.5), .. known], chance: 2);
        Assert.Equal(expected, queue.Take([Tried(first, 0.5), .. known], chance: 3)!.Features.Name);
    }

    [Fact]
    public void Take_BestOnOtherFeatures_LaterSettingsUseThemToo()
    {
        var queue = Queue(FeatureVariant.TargetEncoded);
        var first = queue.Take([], chance: 1)!;
        var second = queue.Take([Tried(first, 0.5)], chance: 2)!;
        var encoded = queue.Take([Tried(second, 0.4)], chance: 3)!;
        var next = queue.Take([Tried(encoded, 0.3), Tried(second, 0.4)], chance: 4)!;
        Assert.Equal(Learner.Settings[2], next.Values);
        Assert.Equal(FeatureVariant.TargetEncoded, next.Features);
    }

    [Fact]
    public void Take_NoOtherFeatures_SettingsInTheirOrder()
    {
        var queue = Queue();
        Assert.Equal(Learner.Settings, Enumerable.Range(0, 3).Select(place => queue.Take([], chance: place)!.Values));
    }

    [Fact]
    public void Setting_OtherFeatures_AreNamedFirst()
    {
        var candidate = Queue().Take([], chance: 1)! with { Values = Learner.Settings[1] };
        Assert.Equal("shift=0.1", candidate.Setting);
        Assert.Equal("features=plain, shift=0.1", (candidate with { Features = FeatureVariant.Plain }).Setting);
        Assert.Equal("features=plain", (candidate with { Features = FeatureVariant.Plain, Values = ParameterValues.Default }).Setting);
    }

    [Fact]
    public void Take_ManyChanges_NeverTheSameSettingTwice()
    {
        var queue = Queue();
        var settings = Enumerable.Range(0, 60).Select(chance => queue.Take([], chance)!.Setting).ToList();
        Assert.Equal(settings.Count, settings.Distinct().Count());
    }

    [Fact]
    public void Take_NothingLeftToChange_Null()
    {
        var fixedLearner = new ShareLearner("fixed") { Parameters = [ParameterSpec.Integer("iterations", (1, 9), 5, "Work.") with { IsLimit = true }] };
        var queue = new LearnerQueue(fixedLearner, fixedLearner.Settings, [FeatureVariant.Standard], seed: 1, mayRepeat: false);
        Assert.NotNull(queue.Take([], chance: 1));
        Assert.Null(queue.Take([], chance: 2));
    }
}
