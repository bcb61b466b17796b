using Modelwright.Core.Learning;
using Modelwright.Search.Costs;
using Modelwright.Search.Starting;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Search.Starting;

public sealed class FirstTrialTests
{
    private const long Megabytes400 = 400L << 20;

    private static string? Fault(FitCost cost, double seconds)
    {
        var learner = new ShareLearner("Slow") { Cost = cost };
        return FirstTrial.Fault(new(learner, ParameterValues.Default, 0, 0), new CostModel(SmallTables.LabelledClasses(100), splits: 4, trainingShare: 0.75, threads: 2), seconds, Megabytes400);
    }

    [Fact]
    public void Fault_FirstAnswerWithinTheTime_IsNone() => Assert.Null(Fault(new(1000, 1) { LeastSeconds = 1 }, seconds: 2));

    [Fact]
    public void Fault_NoBudget_IsNone() => Assert.Null(Fault(new(1e6, 1) { LeastSeconds = 1e5 }, double.PositiveInfinity));

    [Fact]
    public void Fault_FirstAnswerTooLate_SaysHowLong() => Assert.Equal(
        "Slow was not tried: on this data it takes about 6 s before it has anything to answer, and 2.5 s were left. Give more with --budget.",
        Fault(new(1000, 1) { LeastSeconds = 3 }, seconds: 2.5));

    [Fact]
    public void Fault_MuchMoreMemoryThanThereIs_SaysHowMuch() => Assert.Equal(
        "Slow was not tried: a fit of it would take about 4.0 GB of memory. Allow more with --memory.",
        Fault(new(1, 2_000_000_000), seconds: 100));
}
