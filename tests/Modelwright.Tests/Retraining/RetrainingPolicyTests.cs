using Modelwright.Core.Errors;
using Modelwright.Retraining;

namespace Modelwright.Tests.Retraining;

/// <summary>When a model is trained again.</summary>
public sealed class RetrainingPolicyTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(100);
    private static readonly RetrainingPolicy Policy = new() { Schedule = "0 0 3 * * ?", EveryLabelled = 500, Cooldown = TimeSpan.FromHours(1) };

    [Theory]
    [InlineData(300, false, false, false, false, "Nothing asks for it.")]
    [InlineData(300, true, false, false, true, "It is time by the schedule '0 0 3 * * ?'.")]
    [InlineData(300, false, true, false, true, "The rows drifted, by an alarm.")]
    [InlineData(300, false, true, true, true, "The quality of the model raised an alarm.")]
    [InlineData(500, false, false, false, true, "500 rows have new labels.")]
    [InlineData(199, false, true, false, false, "The rows drifted, by an alarm. But only 199 rows have new labels, and 200 are needed.")]
    public void Decide_Reasons_AreWeighed(int labelled, bool isScheduled, bool drift, bool performance, bool expected, string reason)
    {
        var state = new RetrainingState { NewLabelled = labelled, IsScheduled = isScheduled, HasDriftAlarm = drift, HasPerformanceAlarm = performance };

        Assert.Equal((expected, reason), Policy.Decide(state, Now));
    }

    [Fact]
    public void Decide_SoonAfter_Waits()
    {
        var state = new RetrainingState { NewLabelled = 900, LastTrained = Now.AddMinutes(-30) };

        Assert.Equal((false, "900 rows have new labels. But the last training was 30 minutes ago, and 60 are kept between two."), Policy.Decide(state, Now));
        Assert.True(Policy.Decide(state, Now.AddMinutes(30)).Retrain);
    }

    [Fact]
    public void Decide_AlarmsOff_AreNoReason() =>
        Assert.False((Policy with { OnDrift = false, OnPerformance = false }).Decide(new() { NewLabelled = 300, HasDriftAlarm = true, HasPerformanceAlarm = true }, Now).Retrain);

    [Fact]
    public void Decide_WrongPolicy_SaysSo()
    {
        var fault = Assert.Throws<OptionsException>(() => (Policy with { FewestLabelled = 0, Cooldown = TimeSpan.FromHours(-1) }).Decide(new(), Now));

        Assert.Equal("FewestLabelled and EveryLabelled must be 1 or more and ShadowRows 0 or more. Got 0, 500 and 1000. Leave out what is not wanted.\nCooldown must be zero or more. Got -01:00:00. Leave it out for none.", fault.Message);
    }
}
