using System.Collections.Concurrent;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Search;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search;

public sealed class SearcherTests
{
    private static SearchOptions Options(int trials, params ILearner[] learners) => new()
    {
        Learners = learners,
        Metric = BuiltInMetrics.Get("log_loss"),
        Partition = new("stratified", 4, 0),
        Clock = new(TimeProvider.System, null),
        Trials = trials,
        Threads = 2,
    };

    private static SearchOutcome Run(SearchOptions options) => RunUntil(options, TestContext.Current.CancellationToken);

    private static SearchOutcome RunUntil(SearchOptions options, CancellationToken stop)
    {
        var rows = SmallTables.LabelledClasses(120);
        return new Searcher(options, rows, AnswerKind.For(rows, 1)).Run(stop);
    }

    [Fact]
    public void Run_BetterSetting_LeadsAndIsChosen()
    {
        var good = new ShareLearner("good");
        var bad = new ShareLearner("bad") { Settings = [ParameterValues.Default.With("shift", 0.5)] };
        var outcome = Run(Options(2, new ShareLearner("baseline", isBaseline: true), good, bad));
        Assert.NotEqual("bad", outcome.Trials[0].Candidate.Learner.Info.Name);
        Assert.DoesNotContain(outcome.Members, member => member.Trial.Candidate.Learner.Info.Name == "bad");
        Assert.Equal(1, outcome.Members.Sum(member => member.Weight), 12);
    }

    [Fact]
    public void Run_FailingLearner_IsLeftOutWithItsWords()
    {
        var broken = new ShareLearner("broken") { Fault = new DataException("Column 'x' is odd. Mend it.") };
        var outcome = Run(Options(3, new ShareLearner("baseline", isBaseline: true), broken, new ShareLearner("good")));
        Assert.Contains("broken was left out: Column 'x' is odd. Mend it.", outcome.Warnings);
        Assert.DoesNotContain(outcome.Trials, trial => trial.Candidate.Learner == broken);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_LearnerOutOfMemory_IsLeftOutAndTheSearchGoesOn(bool fromThreads)
    {
        Exception fault = fromThreads ? new AggregateException(new InsufficientMemoryException(), new InsufficientMemoryException()) : new InsufficientMemoryException();
        var outcome = Run(Options(3, new ShareLearner("baseline", isBaseline: true), new ShareLearner("large") { Fault = fault }, new ShareLearner("good")));
        Assert.Contains("large was left out: It would have taken more memory than the run may use. Give more with --memory, or leave columns out.", outcome.Warnings);
        Assert.Contains(outcome.Trials, trial => trial.Candidate.Learner.Info.Name == "good");
    }

    [Fact]
    public void Run_FitThatDoesNotEndAtItsDeadline_IsCalledOff()
    {
        var endless = new ShareLearner("endless")
        {
            Cost = new(0.01, 1000),
            OnFit = context =>
            {
                context.Cancellation.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
                context.Cancellation.ThrowIfCancellationRequested();
            },
        };

        var outcome = Run(Options(2, new ShareLearner("baseline", isBaseline: true), new ShareLearner("good"), endless) with { Clock = new(TimeProvider.System, TimeSpan.FromSeconds(1)) });

        Assert.Contains("endless was left out: its fit did not end in the time left. Give more with --budget.", outcome.Warnings);
        Assert.Contains(outcome.Trials, trial => trial.Candidate.Learner.Info.Name == "good");
    }

    [Fact]
    public void Run_FirstAnswerBeyondTheBudget_IsNotTried()
    {
        var slow = new ShareLearner("slow") { Cost = new(100, 1000) { LeastSeconds = 50 }, Fault = new InvalidOperationException("fitted") };

        var outcome = Run(Options(2, new ShareLearner("baseline", isBaseline: true), new ShareLearner("good"), slow) with { Clock = new(TimeProvider.System, TimeSpan.FromSeconds(5)) });

        Assert.Contains(outcome.Warnings, warning => warning.StartsWith("slow was not tried: on this data it takes about 100 s before it has anything to answer", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Warnings, warning => warning.Contains("fitted", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_UnavailableLearner_IsNamedAndNeverFitted()
    {
        var absent = new ShareLearner("absent") { Unavailable = "libfoo.so is missing. Install it.", Fault = new InvalidOperationException("fitted") };
        var outcome = Run(Options(2, new ShareLearner("baseline", isBaseline: true), absent, new ShareLearner("good")));
        Assert.Equal(["libfoo.so is missing. Install it."], outcome.Warnings);
    }

    [Fact]
    public void Run_OnlyFailingLearners_SaysWhatEachSaid()
    {
        var broken = new ShareLearner("broken") { Fault = new DataException("Too odd.") };
        var fault = Assert.Throws<DataException>(() => Run(Options(2, broken)));
        Assert.Equal("No learner could learn from these rows. What each said:\nbroken was left out: Too odd.", fault.Message);
    }

    [Fact]
    public void Run_StoppedBeforeAnyModel_IsCancelled()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => RunUntil(Options(2, new ShareLearner("good")), stop.Token));
    }

    [Fact]
    public void Run_StoppedLater_KeepsTheBestSoFar()
    {
        using var stop = new CancellationTokenSource();
        var options = Options(50, new ShareLearner("baseline", isBaseline: true), new ShareLearner("good")) with
        {
            Progress = state =>
            {
                if (state.Trials.Count == 3)
                {
                    stop.Cancel();
                }
            },
        };
        var outcome = RunUntil(options, stop.Token);
        Assert.True(outcome.Stopped);
        Assert.Equal(3, outcome.Trials.Count);
    }

    [Fact]
    public void Run_Budget_EndsAndLeavesAModel()
    {
        var slow = new ShareLearner("slow") { OnFit = _ => Thread.Yield() };
        var outcome = Run(Options(5, new ShareLearner("baseline", isBaseline: true), slow) with { Trials = null, Clock = new(TimeProvider.System, TimeSpan.FromMilliseconds(300)) });
        Assert.NotEmpty(outcome.Members);
        Assert.False(outcome.Stopped);
    }

    [Fact]
    public void Run_BudgetSpentBeforeItBegan_TheCheapestLearnerGivesAModel()
    {
        var time = new HandClock();
        var clock = new RunClock(time, TimeSpan.FromSeconds(2));
        time.Advance(TimeSpan.FromSeconds(3));
        var strong = new ShareLearner("strong") { Strength = 0.98, Cost = new(100, 1000) };
        var cheap = new ShareLearner("cheap") { Strength = 0.7 };

        var outcome = Run(Options(5, new ShareLearner("baseline", isBaseline: true), strong, cheap) with { Trials = null, Clock = clock });

        Assert.Equal(["cheap"], outcome.Trials.Select(trial => trial.Candidate.Learner.Info.Name).Where(name => name != "baseline"));
    }

    [Fact]
    public void Run_FewMembersChosen_NoTimeIsKeptForTheOthers()
    {
        var time = new HandClock();
        var second = new ShareLearner("second") { OnFit = _ => time.Advance(TimeSpan.FromSeconds(1)) };
        var options = Options(5, second) with
        {
            Trials = null,
            Partition = new("holdout", 1, 0.3),
            Clock = new(time, TimeSpan.FromSeconds(40)),
            RefitFactor = 1,
        };
        var outcome = Run(options);
        var refit = outcome.Members.Sum(member => member.Trial.Seconds);
        Assert.InRange(options.Clock.Left - refit, 0, 4);
    }

    [Theory]
    [InlineData(20, "strong|fair|strong")]
    [InlineData(400, "weak|fair|strong")]
    public void Run_ShortOfTime_StrongLearnersComeFirstAndDearWeakOnesAreLeftOut(int seconds, string first)
    {
        var time = new HandClock();
        ShareLearner Takes(string name, double took, double strength) => new(name) { Strength = strength, Cost = new(took, 1000), OnFit = _ => time.Advance(TimeSpan.FromSeconds(took)) };
        var order = new List<string>();
        var options = Options(5, new ShareLearner("baseline", isBaseline: true), Takes("weak", 2, 0.7), Takes("fair", 3, 0.95), Takes("strong", 4, 0.98)) with
        {
            Trials = null,
            Threads = 1,
            PlannedThreads = 1,
            Partition = new("holdout", 1, 0.3),
            Clock = new(time, TimeSpan.FromSeconds(seconds)),
            Ended = trial => order.Add(trial.Learner),
        };
        Run(options);
        Assert.Equal(first, string.Join('|', order.Skip(1).Take(3)));
    }

    [Fact]
    public void Run_Repeated_SameTrialsAndWeights()
    {
        static SearchOutcome Once(int threads) => Run(Options(6, new ShareLearner("baseline", isBaseline: true), new ShareLearner("one"), new ShareLearner("two")) with { Threads = threads });
        var (one, two) = (Once(1), Once(2));
        Assert.Equal(one.Trials.Select(trial => trial.Candidate.Key), two.Trials.Select(trial => trial.Candidate.Key));
        Assert.Equal(one.Members.Select(member => member.Weight), two.Members.Select(member => member.Weight));
    }

    [Fact]
    public void Run_LargeForms_SameTrialsAtAnyNumberOfThreads()
    {
        var large = new ShareLearner("large") { Cost = new(0.001, 3 << 19) };
        SearchOutcome Once(int threads) => Run(Options(6, new ShareLearner("baseline", isBaseline: true), large, new ShareLearner("small")) with { Threads = threads, FormMemory = 1 << 20 });
        var (one, four) = (Once(1), Once(4));
        Assert.Equal(one.Trials.Select(trial => trial.Candidate.Key), four.Trials.Select(trial => trial.Candidate.Key));
    }

    [Theory]
    [InlineData(8, int.MaxValue, 2, 4)]
    [InlineData(8, 1, 1, 8)]
    [InlineData(3, 2, 2, 1)]
    [InlineData(1, 2, 1, 1)]
    public void Run_ThreadsLeftOver_GoIntoEachFit(int threads, int sideBySide, int mostFits, int threadsOfEach)
    {
        var (running, most) = (0, 0);
        var each = new ConcurrentBag<int>();
        var learner = new ShareLearner("watched")
        {
            OnFit = context =>
            {
                each.Add(context.Threads);
                InterlockedMax(ref most, Interlocked.Increment(ref running));
                Thread.Yield();
                Interlocked.Decrement(ref running);
            },
        };
        Run(Options(1, learner) with { Threads = threads, SideBySide = sideBySide });
        Assert.InRange(most, 1, mostFits);
        Assert.All(each, count => Assert.Equal(threadsOfEach, count));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }
}
