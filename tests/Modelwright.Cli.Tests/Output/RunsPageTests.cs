using Modelwright.Cli.Output;
using Modelwright.Cli.Output.Runs;
using Modelwright.Recording;
using Modelwright.Recording.Runs;

namespace Modelwright.Cli.Tests.Output;

/// <summary>What a person reads of recorded runs.</summary>
public sealed class RunsPageTests
{
    private static readonly RecordedRun First = Run("20260314-091500-7f3a", "10", 0.8721, RunState.Done) with
    {
        Stages = [new("profile", 0, 0.31), new("search", 0.3, 41.2), new("refit", 41.5, 12)],
        Decisions = ["Rows were parted into 8 folds by 'stratified'.", "'linear' weighs 100 % of the blend."],
        Warnings = ["'note' is left out: each of its 300 levels comes once, so nothing can be learned from it. Cut the value to what repeats, or give it the type text."],
        Resumed = 1,
    };

    private static readonly RecordedRun Second = Run("20260315-101200-02c4", "20", 0.8893, RunState.Done) with { Release = "1.1.0" };

    private static readonly RecordedRun Unfinished = Run("20260316-080000-aa01", "20", double.NaN, RunState.Unfinished) with { Figures = [], Trials = [] };

    [Fact]
    public void List_OfRuns_IsAsVerified()
    {
        var host = new TestHost();
        RunsPage.Write(Screen.Open(host.Host, isForMachine: false), [Unfinished.Summary with { CanResume = true, Headline = null, Seconds = null, Package = null }, Second.Summary, First.Summary]);
        Snapshot.Verify("Output/runs", host.Output);
    }

    [Fact]
    public void List_OfNone_SaysSo()
    {
        var host = new TestHost();
        RunsPage.Write(Screen.Open(host.Host, isForMachine: false), []);
        Assert.Equal("No run is recorded that is like that.\n", host.Output);
    }

    [Fact]
    public void Run_WithAllThatThereIs_IsAsVerified()
    {
        var host = new TestHost();
        RunPage.Write(Screen.Open(host.Host, isForMachine: false), First);
        Snapshot.Verify("Output/run", host.Output);
    }

    [Fact]
    public void Run_ThatFailed_SaysWhy()
    {
        var host = new TestHost();
        var failed = Unfinished with { Summary = Unfinished.Summary with { State = RunState.Failed, Package = null, CanResume = true }, Fault = "The disk is full." };
        RunPage.Write(Screen.Open(host.Host, isForMachine: false), failed);
        Assert.EndsWith("Ended in: The disk is full.\nPackage: none was saved\nNext: the call that began it with --resume 20260316-080000-aa01\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_OfTwoRuns_IsAsVerified()
    {
        var host = new TestHost();
        ComparedRunsPage.Write(Screen.Open(host.Host, isForMachine: false), RunComparison.Of(First, Second));
        Snapshot.Verify("Output/runs-compared", host.Output);
    }

    private static RecordedRun Run(string id, string trials, double value, RunState state)
    {
        var figure = new Figure { Model = "validated", Data = "sealed_holdout", Metric = "roc_auc", Value = value, StandardError = 0.012, Lower = value - 0.024, Upper = value + 0.022, Rows = 400, HigherIsBetter = true };
        var summary = new RunSummary
        {
            Id = id,
            Started = DateTimeOffset.UnixEpoch,
            State = state,
            Source = "/data/loans.csv",
            Target = "defaulted",
            Headline = figure,
            Trials = 3,
            Seconds = 53.5,
            Package = "/absent/model.mw",
            ModelId = new string('a', 64),
        };
        return new(summary)
        {
            Fingerprint = new string('c', 64),
            Rows = 2_000,
            Task = "classification",
            Metric = "roc_auc",
            Options = new Dictionary<string, string> { ["--target"] = "defaulted", ["--trials"] = trials, ["--store-rows"] = "yes" },
            Release = "1.0.0",
            System = "linux",
            Architecture = "x64",
            Processors = 4,
            Threads = 2,
            Figures = [figure],
            Trials =
            [
                Trial(0, "Baseline", "scored") with { Score = 0.4983 },
                Trial(1, "Linear model", "scored") with { Score = 0.8835, Weight = 1, Features = "normal_scores" },
                Trial(2, "Random forest", "given_up") with { Parameters = "criterion=gini, max_features=0.5, trees=300" },
                Trial(3, "LightGBM boosting", "failed") with { Fault = "libgomp.so.1 is missing. Install libgomp1." },
            ],
        };
    }

    private static RecordedTrial Trial(int number, string title, string state) => new()
    {
        Trial = number,
        State = state,
        Learner = "any",
        Title = title,
        Parameters = "",
        Features = "standard",
        Seed = 1,
        PartitionSeed = 2,
        Seconds = 1.25,
        EndedAfter = 3,
    };
}
