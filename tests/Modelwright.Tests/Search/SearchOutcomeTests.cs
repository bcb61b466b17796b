using Modelwright.Core.Learning;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Tests.Tasks;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

public sealed class SearchOutcomeTests
{
    private static readonly ShareLearner Learner = new("share");
    private static readonly Partition Halves = Partition.Make(new("holdout", 1, 0.5), SmallTables.LabelledClasses(120), seed: 0);

    private static Trial Tried(int number)
    {
        var candidate = new Candidate(Learner, ParameterValues.Default, number, 0);
        var fold = new FoldFit([], "key", new MeanForm(["a"], [0]), new(), ParameterValues.Default);
        return new(number, candidate, [number], Loss: number, Score: number, 1) { Fits = new(candidate, Halves, [fold], [number], 1) };
    }

    [Fact]
    public void WithModelsOfMembers_OthersLoseTheirModelsAndKeepTheirAnswers()
    {
        var (member, other, gone) = (Tried(1), Tried(2), Tried(3) with { Fits = null });

        var outcome = new SearchOutcome(Halves, [member, other, gone], [(member, 1)], false, []).WithModelsOfMembers();

        Assert.Same(member, outcome.Trials[0]);
        Assert.Empty(outcome.Trials[1].Fits!.Folds);
        Assert.Equal(other.Predictions, outcome.Trials[1].Fits!.Predictions);
        Assert.Null(outcome.Trials[2].Fits);
        Assert.Single(outcome.Members[0].Trial.Fits!.Folds);
    }
}
