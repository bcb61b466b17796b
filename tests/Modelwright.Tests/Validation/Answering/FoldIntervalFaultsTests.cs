using Modelwright.Recording.Answering;
using Modelwright.Validation.Answering;

namespace Modelwright.Tests.Validation.Answering;

public sealed class FoldIntervalFaultsTests
{
    private const string Reason = "Intervals by 'cv_plus' come from one model for each of 2 to 20 folds, and the mean of those models is shipped";
    private const string Remedy = ", or leave out --intervals-by for 'cross_conformal'.";

    private static readonly AnsweringPlan ByFolds = new() { IntervalsBy = "cv_plus" };

    [Theory]
    [InlineData("auto", null)]
    [InlineData("holdout", 8)]
    [InlineData("nested", 20)]
    public void Of_FoldsDealtOnce_AreSound(string scheme, int? folds) => Assert.Empty(FoldIntervalFaults.Of(ByFolds, scheme, folds, isLimited: false));

    [Fact]
    public void Of_TheUsualWay_MindsNothing() => Assert.Empty(FoldIntervalFaults.Of(new() { IntervalsBy = "cross_conformal" }, "repeated", 1, isLimited: true));

    [Fact]
    public void Of_UnknownWay_SaysWhichThereAre() => Assert.Equal(
        ["Intervals are made by one of: cross_conformal, cv_plus. Did you mean 'cv_plus'? Got 'cv_pls'."],
        FoldIntervalFaults.Of(new() { IntervalsBy = "cv_pls" }, "auto", null, isLimited: false));

    [Theory]
    [InlineData("repeated", "deals each row to several folds")]
    [InlineData("leave_one_out", "makes a fold of each row or group")]
    [InlineData("time_forward", "has no model for the first rows")]
    public void Of_OtherSchemes_SayWhy(string scheme, string why) => Assert.Equal(
        [$"{Reason}; validation '{scheme}' {why}. Choose --validation auto, holdout or nested{Remedy}"],
        FoldIntervalFaults.Of(ByFolds, scheme, null, isLimited: false));

    [Fact]
    public void Of_Faults_AreToldTogether() => Assert.Equal(
        [
            $"{Reason}, but --folds is 1. Name 2 to 20{Remedy}",
            $"{Reason}, but --interpretable, --distill, --max-latency and --max-size ship members that are fitted once on all rows. Leave those out{Remedy}",
        ],
        FoldIntervalFaults.Of(ByFolds, "auto", 1, isLimited: true));
}
