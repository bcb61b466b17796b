using Modelwright.Core.Learning;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

public sealed class RecipeFitterTests
{
    private static readonly HandClock Time = new();

    [Fact]
    public void Fit_MembersOfUnlikeCost_EachHasAsMuchTimeAsItNeedsAndHalfAsMuchAgain() => Assert.Equal([3, 8], Deadlines([1, 3]));

    [Fact]
    public void Fit_CostsUnknown_TheTimeIsSharedEvenly() => Assert.Equal([6, 8], Deadlines([]));

    [Fact]
    public void Fit_MemberIsCutShort_TheOthersWithTheWeightOfAll()
    {
        var fit = Fitted((new("whole"), 0.6), (new("cut") { End = FitEnd.Deadline }, 0.25), (new("other"), 0.15));

        Assert.Equal(["cut"], fit.CutShort.Select(member => member.Learner.Info.Name));
        Assert.Equal(["whole", "other"], fit.Recipe.Members.Select(member => member.Candidate.Learner.Info.Name));
        Assert.Equal([0.8, 0.2], fit.Recipe.Members.Select(member => Math.Round(member.Weight, 12)));
        Assert.Equal(0.75, fit.KeptWeight, 12);
        Assert.NotNull(fit.Form);
    }

    [Fact]
    public void Fit_AllAreCutShort_NoForm()
    {
        var fit = Fitted((new("cut") { End = FitEnd.Deadline }, 1));

        Assert.Null(fit.Form);
        Assert.Equal(0, fit.KeptWeight);
    }

    [Theory]
    [InlineData(8, 3, "0.25|0.25|0.25|0.25", 3)]
    [InlineData(4, 3, "0.375|0.25|0.375", 2)]
    [InlineData(5, 1, "0.75|0.25", 1)]
    [InlineData(null, 3, "0.75|0.25", 1)]
    public void Fit_TimeIsLeftOver_RandomMembersAreFittedAgainByOtherSeeds(int? seconds, int most, string weights, int rounds)
    {
        var time = new HandClock();
        var random = new ShareLearner("random") { IsRandom = true, OnFit = _ => time.Advance(TimeSpan.FromSeconds(1)) };
        var plain = new ShareLearner("plain") { OnFit = _ => time.Advance(TimeSpan.FromSeconds(0.5)) };
        var rows = SmallTables.LabelledClasses(40);
        var recipe = new Recipe(new("holdout", 1, 0.2), IsWhole: true, [(new(random, ParameterValues.Default, 1, 0), 0.75), (new(plain, ParameterValues.Default, 1, 0), 0.25)]);
        var limits = new FitLimits(1, time, time.GetTimestamp() + (seconds * time.TimestampFrequency), TestContext.Current.CancellationToken);
        var fit = new RecipeFitter(rows, AnswerKind.For(rows, 1), 1 << 20) { MostRounds = most }.Fit(recipe, limits);

        Assert.Equal(rounds, fit.Rounds);
        Assert.Equal(weights.Split('|').Order(), fit.Recipe.Members.Select(member => FormattableString.Invariant($"{member.Weight}")).Order());
        Assert.Equal(rounds + 1, fit.Recipe.Members.Select(member => (member.Candidate.Learner, member.Candidate.Seed)).Distinct().Count());
    }

    private static RecipeFit Fitted(params (ShareLearner Learner, double Weight)[] members)
    {
        var rows = SmallTables.LabelledClasses(40);
        var recipe = new Recipe(new("holdout", 1, 0.2), IsWhole: true, [.. members.Select(member => (new Candidate(member.Learner, ParameterValues.Default, 1, 0), member.Weight))]);
        return new RecipeFitter(rows, AnswerKind.For(rows, 1), 1 << 20).Fit(recipe, new FitLimits(1, Time, 8 * TimeSpan.TicksPerSecond, TestContext.Current.CancellationToken));
    }

    // The clock stands still, so the second member may use all that is left.
    private static long[] Deadlines(double[] seconds)
    {
        List<long> deadlines = [];
        var learner = new ShareLearner("watched") { OnFit = context => deadlines.Add(context.Deadline!.Value / TimeSpan.TicksPerSecond) };
        var candidate = new Candidate(learner, ParameterValues.Default, 1, 0);
        var rows = SmallTables.LabelledClasses(40);
        var recipe = new Recipe(new("holdout", 1, 0.2), IsWhole: true, [(candidate, 0.5), (candidate, 0.5)]) { Seconds = seconds };
        var limits = new FitLimits(1, Time, 8 * TimeSpan.TicksPerSecond, TestContext.Current.CancellationToken);
        new RecipeFitter(rows, AnswerKind.For(rows, 1), 1 << 20).Fit(recipe, limits);
        return [.. deadlines];
    }
}
