using Modelwright.Profile;
using Modelwright.Running;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Running;

public sealed class StackStageTests
{
    private static double Reserved(double budget, int rows, int folds = 8)
    {
        var told = new Training(SmallTables.Numbers(rows), "answer") { Learners = new(), Budget = TimeSpan.FromSeconds(budget) };
        var profile = Profiler.Inspect(told.Table, told.ProfileOptions, TestContext.Current.CancellationToken);
        var (question, labelled, _, _) = Question.From(told, profile).Admit(MemoryShare.Fit(told.Table, limit: null, seed: 0));
        var clock = new RunClock(new HandClock(), told.Budget);
        return new StackStage(told, question, AnswerKind.For(labelled, 1), clock, new(null, clock)).Reserve(new("k_fold", folds, 0), labelled, holdsAll: true);
    }

    /// <summary>The command line takes the moments off that the program needed to start.</summary>
    [Theory]
    [InlineData(59.9, 2_500, 0.12 * 59.9)]
    [InlineData(20, 2_500, 0)]
    [InlineData(60, 1_500, 0)]
    public void Reserve_ABudgetOfAMinuteAndEnoughRows_APartOfIt(double budget, int rows, double seconds) =>
        Assert.Equal(seconds, Reserved(budget, rows), 6);

    [Fact]
    public void Reserve_FewFolds_Nothing() => Assert.Equal(0, Reserved(60, 2_500, folds: 4));
}
