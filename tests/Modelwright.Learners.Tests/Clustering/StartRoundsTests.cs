using Modelwright.Core.Learning;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Tests.Clustering;

/// <summary>Starts end when enough of them agree, the same at any number of threads.</summary>
public sealed class StartRoundsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_ThreeStartsAgree_NoMoreCount(int threads)
    {
        double[] ends = [1, 2, 1, 3, 1, 1, 1, 1, 1, 1];
        var rounds = new StartRounds(Context(threads), ends.Length) { IsSame = (one, other) => ends[one] == ends[other] };
        rounds.Run(_ => true);
        Assert.Equal((5, true), (rounds.Over, rounds.IsWhole));
    }

    [Fact]
    public void Run_NoneAgree_RunsAll()
    {
        var rounds = new StartRounds(Context(2), 7) { IsSame = (one, other) => one == other };
        rounds.Run(_ => true);
        Assert.Equal((7, true), (rounds.Over, rounds.IsWhole));
    }

    [Fact]
    public void Run_NobodyCompares_RunsAll()
    {
        var rounds = new StartRounds(Context(3), 5);
        rounds.Run(_ => true);
        Assert.Equal((5, true), (rounds.Over, rounds.IsWhole));
    }

    [Fact]
    public void Run_AStartIsLate_CountsThoseBefore()
    {
        var rounds = new StartRounds(Context(1), 5) { IsSame = (_, _) => true };
        rounds.Run(start => start < 2);
        Assert.Equal((2, false), (rounds.Over, rounds.IsWhole));
    }

    private static FitContext Context(int threads) => new() { Threads = threads, Cancellation = TestContext.Current.CancellationToken };
}
