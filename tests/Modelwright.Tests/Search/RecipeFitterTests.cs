using Modelwright.Core.Learning;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

public sealed class RecipeFitterTests
{
    private static readonly HandClock Time = new();

    [Fact]
    public void Fit_MembersOfUnlikeCost_EachHasAsMuchTimeAsItNeeds() => Assert.Equal([6, 8], Deadlines([3, 1]));

    [Fact]
    public void Fit_CostsUnknown_TheTimeIsSharedEvenly() => Assert.Equal([4, 8], Deadlines([]));

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
