using Modelwright.Core.Learning;
using Modelwright.Search.Costs;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Search.Costs;

public sealed class TrialTimeTests
{
    [Theory]
    [InlineData(0.5, 0.03)]
    [InlineData(0.8, 0.03)]
    [InlineData(0.9, 0.1475)]
    [InlineData(1, 0.5)]
    public void First_Strength_TheStrongMayTakeHalfAndTheWeakHardlyAnything(double strength, double share) =>
        Assert.Equal(share, TrialTime.First(With(strength)), 1e-12);

    [Theory]
    [InlineData(0.7, 0.1)]
    [InlineData(1, 0.35)]
    public void Planned_Strength_SettingsAreMadeForMoreOfTheTime(double strength, double share) =>
        Assert.Equal(share, TrialTime.Planned(With(strength)), 1e-12);

    [Theory]
    [InlineData(1.4, false)]
    [InlineData(1.6, true)]
    public void IsShort_RoundOfFirstSettings_MoreThanASeventhOfTheTime(double round, bool isShort)
    {
        Assert.Equal(isShort, TrialTime.IsShort(round, 10));
        Assert.False(TrialTime.IsShort(round, double.PositiveInfinity));
    }

    private static LearnerInfo With(double strength) => new ShareLearner("any") { Strength = strength }.Info;
}
