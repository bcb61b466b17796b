namespace Modelwright.Acceptance.Tests;

/// <summary>The main job on the samples: a score floor for each, far above what guessing gets and below what every good run gets.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("breast-cancer/breast_cancer.csv", "diagnosis", "roc_auc", 0.97)]
    [InlineData("diabetes/diabetes.csv", "progression", "r2", 0.38)]
    [InlineData("loans/loans.csv", "defaulted", "roc_auc", 0.75)]
    public async Task Train_OnASample_ReachesItsFloor(string sample, string target, string metric, double floor)
    {
        using var folder = new TempFolder();

        var run = await CliProcess.RunAsync(folder.Path, "train", Repository.Sample(sample), "--target", target, "--trials", "6");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.InRange(run.Figure(metric), floor, 1);
        Assert.Matches(@"^runs/\d{4}-\d\d-\d\d-\d{6}/model\.mw$", run.Document.GetProperty("package").GetString());
        Assert.Contains("│ learner", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("breast-cancer/breast_cancer.csv", "diagnosis", "roc_auc", 0.97)]
    [InlineData("diabetes/diabetes.csv", "progression", "r2", 0.38)]
    [InlineData("loans/loans.csv", "defaulted", "roc_auc", 0.75)]
    public async Task Train_NeighboursOnASample_ReachTheirFloorAndAnswer(string sample, string target, string metric, double floor)
    {
        using var folder = new TempFolder();

        var run = await CliProcess.RunAsync(folder.Path, "train", Repository.Sample(sample), "--target", target, "--trials", "3", "--learners", "neighbors", "--store-rows", "--out", "a");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.InRange(run.Figure(metric), floor, 1);
        Assert.True(run.Document.GetProperty("evidence").GetProperty("holds_rows").GetBoolean());
        var answered = await CliProcess.RunAsync(folder.Path, "predict", "a/model.mw", Repository.Sample(sample), "-o", "answers.csv");
        Assert.True(answered.ExitCode == 0, answered.Error);
    }

    [Fact]
    public async Task Train_Budget_EndsTheRun()
    {
        // Far above the promised 5 %, which benchmarks hold on a quiet machine: this one may be busy with other tests.
        const double Ceiling = 3;
        using var folder = new TempFolder();

        var run = await CliProcess.RunAsync(folder.Path, "train", Repository.Sample("loans/loans.csv"), "--target", "defaulted", "--budget", "8s");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.InRange(run.Document.GetProperty("evidence").GetProperty("seconds").GetDouble(), 1, 8 * Ceiling);
    }

    [Fact]
    public async Task Train_OneAndTwoThreads_GiveTheSameModel()
    {
        using var folder = new TempFolder();
        var ids = new List<string?>();
        foreach (var threads in new[] { "1", "2" })
        {
            var run = await CliProcess.RunAsync(folder.Path, "train", Repository.Sample("diabetes/diabetes.csv"), "--target", "progression", "--trials", "5", "--seed", "7", "--threads", threads, "--out", threads);
            Assert.True(run.ExitCode == 0, run.Error);
            ids.Add(run.Document.GetProperty("model_id").GetString());
        }

        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public async Task Train_LeakingColumn_LooksTooGood()
    {
        using var folder = new TempFolder();
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        Modelwright.Samples.Loans.LoanFile.Write(text, rows: 1_000, seed: 2, leak: true);
        var file = folder.Write("leak.csv", text.ToString());

        var leaking = await CliProcess.RunAsync(folder.Path, "train", file, "--target", "defaulted", "--trials", "3", "--out", "a");
        var honest = await CliProcess.RunAsync(folder.Path, "train", file, "--target", "defaulted", "--trials", "3", "--ignore", "collected_fees", "--out", "b");

        Assert.InRange(leaking.Figure("roc_auc"), 0.93, 1);
        Assert.InRange(honest.Figure("roc_auc"), 0.6, leaking.Figure("roc_auc") - 0.05);
    }
}
