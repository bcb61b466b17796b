using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Tasks;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Tasks;

/// <summary>What is kept of the budget while members are tried is there for the fits that are shipped.</summary>
public sealed class KeptTimeTests
{
    [Fact]
    public async Task Run_SearchUsesItsTime_FinalFitsHaveWhatWasKept()
    {
        var clock = new HandClock();
        var learner = new WatchingLearner();
        var told = Told(learner, new SpendingTask(clock, seconds: 70)) with { Budget = TimeSpan.FromSeconds(100), Time = clock };
        await told.RunAsync(stop: TestContext.Current.CancellationToken);

        // Of 100 s 30 are kept, and of those 12 for what comes after the fits.
        Assert.Equal(18, Assert.Single(learner.SecondsLeft), tolerance: 1e-6);
    }

    [Fact]
    public async Task Run_PlanRepeated_FitsHaveNoDeadline()
    {
        var clock = new HandClock();
        var learner = new WatchingLearner();
        var told = Told(learner, new SpendingTask(clock, seconds: 70)) with { Budget = TimeSpan.FromSeconds(100), Time = clock };
        var first = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        await (told with { Task = null, Plan = first.Plan }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(double.PositiveInfinity, learner.SecondsLeft[1]);
    }

    private static Training Told(WatchingLearner learner, SpendingTask task) => new(new([new NumberColumn("x", [-9, 1, 9, 0, 0.5, -0.5, 1.5, -1.5])]), null)
    {
        Learners = new LearnerCatalog().Add(learner),
        Tasks = [task],
        Task = InventedTask.Name,
    };

    /// <summary>Spends time on the choice, and fits nothing in it.</summary>
    private sealed class SpendingTask(HandClock clock, double seconds) : TargetlessTask
    {
        public override LearningTask Task => InventedTask.Name;

        public override string Title => "Distances from the mean";

        public override Criterion Criterion { get; } = new("closeness", "Closeness", "How near the rows are to the mean.", HigherIsBetter: false);

        public override TaskDecision Decide(TaskGround ground)
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
            Assert.False(ground.MayGoOn);
            return new([(new(ground.Learners[0], ParameterValues.Default, ground.Seed), 1)]);
        }

        public override TaskModel Assemble(TaskGround ground, IReadOnlyList<FittedMember> members) => new(members[0].Form, "Every row has a distance from the mean.");
    }

    /// <summary>Notes how much time each fit is given.</summary>
    private sealed class WatchingLearner : ILearner
    {
        private readonly MeanLearner _inner = new();

        public List<double> SecondsLeft { get; } = [];

        public LearnerInfo Info => _inner.Info;

        public IReadOnlyList<ParameterSpec> Parameters => _inner.Parameters;

        public string? Unavailable => null;

        public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => _inner.Recommend(shape);

        public FitCost Estimate(DataShape shape, ParameterValues values) => _inner.Estimate(shape, values);

        public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
        {
            SecondsLeft.Add(context.SecondsLeft);
            return _inner.Fit(data, values, context);
        }
    }
}
