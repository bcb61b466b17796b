using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

public sealed class ReservedTimeTests
{
    private static readonly ShareLearner Learner = new("share");
    private static readonly Partition Halves = Partition.Make(new("holdout", 1, 0.5), SmallTables.LabelledClasses(120), seed: 0);

    private static ReservedTime Reserved(double budget, HandClock? time = null) => new(
        new()
        {
            Learners = [Learner],
            Metric = BuiltInMetrics.Get("log_loss"),
            Partition = Halves.Plan,
            Clock = new(time ?? new HandClock(), TimeSpan.FromSeconds(budget)),
            RefitFactor = 2,
        },
        Halves);

    private static Trial Tried(int number, double seconds)
    {
        var candidate = new Candidate(Learner, ParameterValues.Default, number, 0);
        return new(number, candidate, [], Loss: number, Score: number, seconds) { Fits = new(candidate, Halves, [], [], seconds) };
    }

    [Fact]
    public void Of_Members_TheirRefits() => Assert.Equal(2 * (3 + 4), Reserved(60).Of([Tried(1, 3), Tried(2, 4)]), 9);

    [Theory]
    [InlineData(60, 10, 30)]
    [InlineData(60, 55, 5)]
    [InlineData(60, 63, 1)]
    [InlineData(10, 11, 0.5)]
    public void ForMembers_SearchRanOver_AMomentIsLeftForThem(double budget, double elapsed, double seconds)
    {
        var time = new HandClock();
        var reserved = Reserved(budget, time);
        time.Advance(TimeSpan.FromSeconds(elapsed));

        Assert.Equal(seconds, reserved.ForMembers, 6);
    }

    [Fact]
    public void Expect_WorstChoiceIsSmall_NothingIsChosen() =>
        Assert.Equal(2 * (1 + 1), Reserved(60).Expect([Tried(1, 1), Tried(2, 1)], () => throw new InvalidOperationException("Must not be asked.")), 9);

    [Fact]
    public void Expect_BudgetSpentBeforeTheFirstTrial_NothingIsChosen()
    {
        var time = new HandClock();
        var reserved = Reserved(5, time);
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(0, reserved.Expect([], () => throw new InvalidOperationException("Must not be asked.")));
    }

    [Fact]
    public void Expect_WorstChoiceIsLarge_TheMembersThatWouldBeChosenOnceATrial()
    {
        var reserved = Reserved(20);
        var asked = 0;
        List<Trial> trials = [Tried(1, 3), Tried(2, 4)];
        IEnumerable<Trial> Choose()
        {
            asked++;
            return trials.Take(1);
        }

        Assert.Equal(2 * 3, reserved.Expect(trials, Choose), 9);
        Assert.Equal(2 * 3, reserved.Expect(trials, Choose), 9);
        Assert.Equal(1, asked);
        trials.Add(Tried(3, 5));
        reserved.Expect(trials, Choose);
        Assert.Equal(2, asked);
    }
}
