using Modelwright.Core.Learning;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

public sealed class SampleChoiceTests
{
    private const int Rows = 400_000;
    private static readonly LabelledRows Many = SmallTables.LabelledClasses(Rows);

    [Theory]
    [InlineData(null, 30, Rows)]
    [InlineData(60.0, 1, Rows)]
    [InlineData(60.0, 18, 200_000)]
    [InlineData(60.0, 15, 240_000)]
    [InlineData(60.0, 10, Rows)]
    [InlineData(60.0, 1000, 100_000)]
    public void Rows_CostOfTheFirstRound_SampleKeepsToItsShare(double? budget, double seconds, int expected) =>
        Assert.Equal(expected, Of(Rows, seconds, budget));

    [Fact]
    public void Rows_FewRows_AllOfThem() => Assert.Equal(90_000, Of(90_000, 1000, 60));

    [Fact]
    public void Rows_MemoryHoldsFewer_NoMoreThanThose() => Assert.Equal(5_000, Of(Rows, 1000, 60, most: 5_000));

    [Fact]
    public void Rows_NoClock_OnlyMemoryCounts() => Assert.Equal(5_000, Of(Rows, 1000, budget: null, most: 5_000));

    private static int Of(int development, double seconds, double? budget, int most = int.MaxValue)
    {
        ILearner[] learners =
        [
            new ShareLearner("baseline", isBaseline: true) { Cost = new(1e6, 1) },
            new ShareLearner("absent") { Cost = new(1e6, 1), Unavailable = "Not here." },
            new ShareLearner("one") { Cost = new(seconds / 3, 1) },
            new ShareLearner("other") { Cost = new(seconds * 2 / 3, 1) },
        ];
        return SampleChoice.Rows(Many, development, learners, budget, threads: 1, most);
    }
}
