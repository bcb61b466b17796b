using Modelwright.Validation.Schemes;

namespace Modelwright.Tests.Validation.Schemes;

public sealed class DistillFaultsTests
{
    [Theory]
    [InlineData("auto")]
    [InlineData("holdout")]
    public void Of_SchemesThatSeal_AreSound(string scheme) => Assert.Empty(DistillFaults.Of(true, new() { Scheme = scheme }));

    [Fact]
    public void Of_NothingAsked_MindsNothing() => Assert.Empty(DistillFaults.Of(false, new() { Scheme = "nested" }));

    [Theory]
    [InlineData("nested")]
    [InlineData("repeated")]
    [InlineData("leave_one_out")]
    [InlineData("time_forward")]
    public void Of_SchemesThatScoreWhatTheTeacherSaw_SayWhy(string scheme) => Assert.Equal(
        [$"A model cannot be distilled beside validation '{scheme}', as its teacher has seen the very rows that are scored. Name --validation holdout, or leave out --distill."],
        DistillFaults.Of(true, new() { Scheme = scheme }));
}
