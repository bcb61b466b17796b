using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

/// <summary>Learners whose models hold training rows, where those may not be shipped.</summary>
public sealed class EvidenceOnlyTests
{
    private static readonly ParameterValues Poor = ParameterValues.Default.With("shift", 0.15);
    private static readonly ParameterValues Poorest = ParameterValues.Default.With("shift", 0.4);

    private static SearchOptions Options(int trials, params ILearner[] learners) => new()
    {
        Learners = [new ShareLearner("baseline", isBaseline: true) { Settings = [Poorest] }, .. learners],
        Metric = BuiltInMetrics.Get("log_loss"),
        Partition = new("stratified", 4, 0),
        Clock = new(TimeProvider.System, null),
        Trials = trials,
    };

    private static SearchOutcome Run(SearchOptions options)
    {
        var rows = SmallTables.LabelledClasses(120);
        return new Searcher(options, rows, AnswerKind.For(rows, 1)).Run(TestContext.Current.CancellationToken);
    }

    private static ShareLearner Holding() => new("holding", storesRows: true) { Cost = new(1e-6, 10) };

    private static ShareLearner Worse() => new("worse") { Settings = [Poor], Parameters = [ParameterSpec.Number("shift", (0.1, 0.2), 0.15, "Moves probability to the first class.")] };

    [Fact]
    public void Run_WithoutPermission_IsTriedOnceAfterTheOthersAndNeverChosen()
    {
        var outcome = Run(Options(6, Holding(), Worse()));
        var evidence = Assert.Single(outcome.Trials, trial => trial.IsEvidenceOnly);
        Assert.Equal(2, evidence.Number);
        Assert.Null(evidence.Fits);
        Assert.True(evidence.Entry(0).NeedsStoreRows);
        Assert.DoesNotContain(outcome.Members, member => member.Trial.IsEvidenceOnly);
    }

    [Fact]
    public void Run_WithoutPermission_TheOthersAreTriedAndChosenAsIfItWereNotThere()
    {
        var without = Run(Options(3, Worse()));
        var with = Run(Options(4, Worse(), Holding()));
        Assert.Equal(without.Trials.Select(trial => trial.Candidate.Key), with.Trials.Where(trial => !trial.IsEvidenceOnly).Select(trial => trial.Candidate.Key));
        Assert.Equal(without.Members.Select(member => member.Weight), with.Members.Select(member => member.Weight));
    }

    [Fact]
    public void Run_WithPermission_IsALearnerLikeAnyOther()
    {
        var outcome = Run(Options(6, Holding(), Worse()) with { StoreRows = true });
        Assert.DoesNotContain(outcome.Trials, trial => trial.IsEvidenceOnly);
        Assert.Contains(outcome.Members, member => member.Trial.Candidate.Learner.Info.Name == "holding");
        Assert.True(outcome.Trials.Count(trial => trial.Candidate.Learner.Info.Name == "holding") > 1);
        Assert.Empty(outcome.Warnings);
    }

    [Fact]
    public void Run_EvidenceIsBest_TellsWhatItWouldTake()
    {
        var note = Assert.Single(Run(Options(2, Holding(), Worse())).Warnings);
        Assert.Matches(
            @"^holding scored 0\.\d+ \(log_loss, out of fold\) and the best other trial, worse, 0\.\d+; but its model holds training rows, so it is evidence only\. Give --store-rows \(Training\.StoreRows\) if whoever gets the package may see them\.$",
            note);
    }

    [Fact]
    public void Run_OnlyEvidenceWorked_SaysThatNothingCouldLearn()
    {
        var broken = new ShareLearner("broken") { Fault = new DataException("Too odd.") };
        var options = Options(3, Holding(), broken);
        options = options with { Learners = [.. options.Learners.Skip(1)] };
        var fault = Assert.Throws<DataException>(() => Run(options));
        Assert.Equal("No learner could learn from these rows. What each said:\nbroken was left out: Too odd.", fault.Message);
    }
}
