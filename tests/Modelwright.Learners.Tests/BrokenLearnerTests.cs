using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Trees;
using Modelwright.Testing;
using Modelwright.Testing.Learners;

namespace Modelwright.Learners.Tests;

/// <summary>The suite itself: a learner that breaks one promise fails the check of that promise.</summary>
public sealed class BrokenLearnerTests
{
    [Theory]
    [InlineData("weights", "Fit_WeightZero_SameAsRemoved (regression)")]
    [InlineData("weights", "Fit_WeightTwo_LikeADuplicate (two classes)")]
    [InlineData("seed", "Fit_SameSeed_SameBits (regression)")]
    [InlineData("token", "Fit_CancelledBefore_EndsAtOnce (two classes)")]
    [InlineData("target", "Fit_Line_Learned (three classes)")]
    [InlineData("target", "Fit_ThreeEasySets_BeatsTheBaseline (regression)")]
    [InlineData("decided", "Fit_DeadlineDuring_DecidedRepeatsTheForm (regression)")]
    [InlineData("door", "Fit_NoColumn_Refused (two classes)")]
    public void Check_BrokenPromise_Fails(string broken, string check)
    {
        var found = LearnerContract.Checks(new BrokenLearner(broken)).Single(one => one.Name == check);
        var error = Assert.Throws<ContractException>(found.Run);
        Assert.StartsWith($"Learner 'extra_trees', {check}: ", error.Message, StringComparison.Ordinal);
    }

    private sealed class BrokenLearner(string broken) : ILearner
    {
        private readonly ExtraTreesLearner _sound = new();
        private int _fits;

        public LearnerInfo Info => _sound.Info;

        public IReadOnlyList<ParameterSpec> Parameters => _sound.Parameters;

        public string? Unavailable => null;

        public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => _sound.Recommend(shape);

        public FitCost Estimate(DataShape shape, ParameterValues values) => _sound.Estimate(shape, values);

        public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context) => broken switch
        {
            "weights" => _sound.Fit(data with { Weights = null }, values, context),
            "seed" => _sound.Fit(data, values, context with { Seed = _fits++ }),
            "token" => _sound.Fit(data, values, context with { Cancellation = CancellationToken.None }),
            "target" => _sound.Fit(data with { Target = Turned(data.Target!) }, values, context),
            "decided" => Undecided(_sound.Fit(data, values, context), values),
            _ => _sound.Fit(data with { Features = data.Features.With(new NumberColumn("own", [.. Enumerable.Range(0, data.Features.RowCount).Select(row => (double)row)])) }, values, context),
        };

        private static Fitted Undecided(Fitted fitted, ParameterValues values) => fitted with { Report = fitted.Report with { Decided = values } };

        private static Column Turned(Column target) => target.Take([.. Enumerable.Range(0, target.RowCount).Reverse()]);
    }
}
