using System.Text.Json;
using Modelwright.Cli.Hosting;
using Modelwright.Learners;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class TrainVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Train_OnATerminal_ShowsFiguresFilesAndWhatIsNext()
    {
        var host = new TestHost();
        var file = _folder.Write("rows.csv", Rows.Classes(120));
        var run = Path.Combine(_folder.Path, "run");

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", file, "--target", "label", "--trials", "2", "--out", run));

        Assert.Contains("classification of 'label', done after ", host.Output, StringComparison.Ordinal);
        Assert.Contains("roc_auc", host.Output, StringComparison.Ordinal);
        Assert.Contains("│ learner", host.Output, StringComparison.Ordinal);
        Assert.EndsWith($"Next: modelwright predict {Path.Combine(run, "model.mw")} {file} -o predictions.csv\n", host.Output, StringComparison.Ordinal);
        Assert.Equal(["card.md", "evidence.json", "labels.json", "model.mw", "plan.json", "report.html", "report.json"], Directory.GetFiles(run).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Train_InAPipe_WritesOneDocumentAndTheTableToPeople()
    {
        var host = new TestHost { IsTerminal = false };
        var file = _folder.Write("rows.csv", Rows.Numbers(120));

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", file, "--target", "amount", "--trials", "1", "--out", Path.Combine(_folder.Path, "run")));

        Assert.False(host.Document.GetProperty("stopped").GetBoolean());
        Assert.Equal("regression", host.Document.GetProperty("evidence").GetProperty("task").GetString());
        Assert.True(File.Exists(host.Document.GetProperty("package").GetString()));
        Assert.Matches("^[0-9a-f]{64}$", host.Document.GetProperty("model_id").GetString());
        Assert.Contains("│ rmse", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_PlanOfARun_GivesTheSameModel()
    {
        var file = _folder.Write("rows.csv", Rows.Classes(120));
        var first = await TrainAsync(file, "--target", "label", "--trials", "3", "--threads", "1", "--out", Path.Combine(_folder.Path, "first"));
        var second = await TrainAsync(file, "--plan", Path.Combine(_folder.Path, "first", "plan.json"), "--threads", "2", "--out", Path.Combine(_folder.Path, "second"));

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Train_TestRows_AreScoredApart()
    {
        var host = new TestHost { IsTerminal = false };
        var file = _folder.Write("rows.csv", Rows.Classes(120));
        var rows = _folder.Write("test.json", $"[{string.Join(", ", Enumerable.Range(90, 30))}]");

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", file, "--target", "label", "--trials", "1", "--test-rows", rows, "--out", Path.Combine(_folder.Path, "run")));

        var figures = host.Document.GetProperty("evidence").GetProperty("figures").EnumerateArray().ToArray();
        Assert.Contains(figures, figure => figure.GetProperty("data").GetString() == "test" && figure.GetProperty("rows").GetInt32() == 30);
        Assert.Equal(90, host.Document.GetProperty("evidence").GetProperty("rows").GetProperty("shipped").GetInt32());
    }

    [Fact]
    public async Task Train_TestFile_IsScoredApart()
    {
        var host = new TestHost { IsTerminal = false };
        var file = _folder.Write("rows.csv", Rows.Classes(120));

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", file, "--target", "label", "--trials", "1", "--test", file, "--out", Path.Combine(_folder.Path, "run")));

        var figures = host.Document.GetProperty("evidence").GetProperty("figures").EnumerateArray();
        Assert.Contains(figures, figure => figure.GetProperty("data").GetString() == "test" && figure.GetProperty("rows").GetInt32() == 120);
    }

    [Theory]
    [InlineData("--target price", "'price'")]
    [InlineData("--target label --metric rmze", "'rmze'")]
    [InlineData("--target label --learners linaer", "'linaer'")]
    [InlineData("--target label --steps klip:age", "Did you mean 'clip'?")]
    [InlineData("--target label --positive maybe", "'maybe'")]
    [InlineData("--target label --plan absent.json", "--plan: the file 'absent.json' was not found. Check the path.")]
    [InlineData("--target label --budget 60 --trials 0 --folds 1", "--budget must be a length of time from 1 s to 365 days. Got '60'. Write a number and a unit: 90s, 5m, 1.5h.\n--trials must be")]
    public async Task Train_WrongCall_RefusesAndWritesNothing(string options, string expected)
    {
        var host = new TestHost();
        var file = _folder.Write("rows.csv", Rows.Classes(40));

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["train", file, .. options.Split(' '), "--out", Path.Combine(_folder.Path, "run")]));

        Assert.Contains(expected, host.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "run", "model.mw")));
    }

    [Fact]
    public async Task Train_Distilled_SaysWhatIsKeptInTheSchemas()
    {
        var host = new TestHost { IsTerminal = false };
        var file = _folder.Write("rows.csv", Rows.Classes(120));
        var run = Path.Combine(_folder.Path, "run");

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", file, "--target", "label", "--trials", "3", "--distill", "--learners", "linear,decision_tree", "--out", run));

        Assert.Empty(JsonSchema.Faults(host.Document, "train.schema.json"));
        using var plan = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run, "plan.json"), TestContext.Current.CancellationToken));
        Assert.Empty(JsonSchema.Faults(plan.RootElement, "plan.schema.json"));
        Assert.True(plan.RootElement.GetProperty("distill").GetBoolean());
        Assert.Contains(", the model it learned from ", host.Document.GetProperty("evidence").GetProperty("distillation").GetProperty("meaning").GetString(), StringComparison.Ordinal);
        Assert.Contains("the model it learned from", host.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_InterpretableOnATerminal_WritesTheModelOutAndKeepsToOne()
    {
        var host = new TestHost();
        var file = _folder.Write("rows.csv", Rows.Classes(120));

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", file, "--target", "label", "--trials", "2", "--interpretable", "--max-size", "1MB", "--max-latency", "1s", "--learners", "decision_tree", "--out", Path.Combine(_folder.Path, "out")));
        Assert.Matches(@"The model, \d+ leaves:", host.Output);
        Assert.Contains("  if ", host.Output, StringComparison.Ordinal);

        // Whether anything else is worth a line hangs on measured latencies.
        using var evidence = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out", "evidence.json"), TestContext.Current.CancellationToken));
        var isWeighed = evidence.RootElement.GetProperty("choices").EnumerateArray().Any(choice => !choice.GetProperty("is_shipped").GetBoolean() && choice.GetProperty("on_front").GetBoolean() && choice.GetProperty("trial").GetInt32() != 0);
        Assert.Equal(isWeighed, host.Output.Contains("Other models cost less or can be read", StringComparison.Ordinal));
        var plan = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "out", "plan.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"interpretable\": true", plan, StringComparison.Ordinal);
        Assert.Contains("\"maximum_latency_microseconds\": 1000000", plan, StringComparison.Ordinal);
        Assert.Contains("\"maximum_size_bytes\": 1000000", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_FewestFeatures_SaysWhichAndPredictsWithoutTheOthers()
    {
        var host = new TestHost();
        var random = new Random(1);
        double[][] cells = [.. Enumerable.Range(0, 200).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble() })];
        var file = _folder.Write("rows.csv", string.Join('\n', cells.Select(row => FormattableString.Invariant($"{row[0]},{row[1]},{row[2]},{(row[1] + (0.3 * (row[3] - 0.5)) > 0.5 ? "yes" : "no")}")).Prepend("first,second,third,label")));
        var bare = _folder.Write("bare.csv", string.Join('\n', cells.Select(row => FormattableString.Invariant($"{row[1]}")).Prepend("second")));
        var run = Path.Combine(_folder.Path, "out");

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", file, "--target", "label", "--trials", "1", "--features", "fewest", "--leaks", "keep", "--out", run));
        Assert.Matches(@"1 of 3 columns kept: second\.\nLeft out, and not needed to predict: (first, third|third, first)\. Why: evidence\.json,\s+selection\.\n", host.Output);
        Assert.Empty(JsonSchema.Faults(JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "evidence.json"))).RootElement, "evidence.schema.json"));
        Assert.Empty(JsonSchema.Faults(JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "plan.json"))).RootElement, "plan.schema.json"));

        var asked = new TestHost { IsTerminal = false };
        Assert.Equal(ExitCode.Done, await asked.RunAsync("predict", Path.Combine(run, "model.mw"), bare));
        Assert.Equal(200, asked.Document.GetProperty("predictions").GetArrayLength());
    }

    [Fact]
    public async Task Train_FeaturesThatCannotBe_AreRefused()
    {
        var (misspelt, contradicted) = (new TestHost(), new TestHost());
        var file = _folder.Write("rows.csv", Rows.Classes(60));

        Assert.Equal(ExitCode.CallIsWrong, await misspelt.RunAsync("train", file, "--target", "label", "--features", "fewst"));
        Assert.Equal("--features is not known: 'fewst'. Did you mean 'fewest'? There are: all, selected, fewest.\n", misspelt.Error);
        Assert.Equal(ExitCode.CallIsWrong, await contradicted.RunAsync("train", file, "--target", "label", "--features", "selected", "--validation", "nested"));
        Assert.Equal("Columns cannot be chosen beside validation 'nested', as it scores the very rows that the choice has seen. Name --validation holdout, or leave out --features.\n", contradicted.Error);
    }

    [Fact]
    public async Task Train_SeveralFaults_AreToldTogetherBeforeAnythingIsRead()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("train", "absent.csv", "--target", "label", "--metric", "rmze", "--learners", "linaer,linear", "--folds", "99", "--test", "absent.csv"));
        Assert.Equal(
            $"""
            --folds must be a whole number from 2 to 50. Got '99'. Write it in digits alone.
            Metric 'rmze' is not known. Did you mean 'rmse'? There are: accuracy, balanced_accuracy, precision, recall, f1, mcc, roc_auc, pr_auc, log_loss, brier, mae, rmse, mape, r2, median_absolute_error.
            Learner 'linaer' is not known. Did you mean 'linear'? There are: baseline, {string.Join(", ", BuiltInLearners.All.Skip(1).Select(learner => learner.Info.Name))}.
            --test: the file 'absent.csv' was not found. Check the path.

            """.ReplaceLineEndings("\n"),
            host.Error);
    }

    [Fact]
    public async Task Train_OptionsThatThePlanSays_AreRefused()
    {
        var host = new TestHost();
        var file = _folder.Write("rows.csv", Rows.Classes(120));
        await TrainAsync(file, "--target", "label", "--trials", "1", "--out", Path.Combine(_folder.Path, "first"));

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("train", file, "--plan", Path.Combine(_folder.Path, "first", "plan.json"), "--target", "size", "--seed", "3", "--store-rows", "--budget", "5s"));
        Assert.Equal(
            """
            --seed is said by the plan already. Leave it out, or change it in the plan.
            --store-rows is said by the plan already. Leave it out, or change it in the plan.
            --budget has no use: the plan is finished and is repeated as it is. Leave it out, or take 'decision' out of the plan to search anew.
            --target is 'size', but the plan's target is 'label'. Leave the option out, or bring the plan of that target.

            """.ReplaceLineEndings("\n"),
            host.Error);
    }

    [Fact]
    public async Task Train_FolderThatIsAFile_IsRefused()
    {
        var host = new TestHost();
        var file = _folder.Write("rows.csv", Rows.Classes(40));

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("train", file, "--target", "label", "--out", file));
        Assert.Equal($"--out: '{file}' is a file. Name a folder, or leave the option out for a new one under runs/.\n", host.Error);
    }

    [Theory]
    [InlineData("-", "--test and FILE both ask for standard input. Name a file for one of them.\n")]
    [InlineData("rows.csv", "--test and --test-rows both name rows to score at the end. Use one of them.\n")]
    public async Task Train_TestRowsThatCannotBe_AreRefused(string name, string expected)
    {
        var host = new TestHost { Input = Rows.Classes(40) };
        var rows = _folder.Write("test.json", "[1]");
        string[] options = name == "-" ? [] : ["--test-rows", rows];

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["train", name, "--target", "label", "--test", name, .. options]));
        Assert.Equal(expected, host.Error);
    }

    [Fact]
    public async Task Train_TestRowsOnStandardInput_AreScoredApart()
    {
        var host = new TestHost { Input = Rows.Classes(60) };
        var file = _folder.Write("rows.csv", Rows.Classes(120));

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", file, "--target", "label", "--trials", "1", "--test", "-", "--out", Path.Combine(_folder.Path, "run")));
        Assert.Contains("Rows: 120 read, 60 scored as test rows; the model was made from 120.\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_ClassWithOneRow_IsNoFaultOfOurs()
    {
        var host = new TestHost();
        var file = _folder.Write("rows.csv", "size,colour,label\n1,red,rare\n" + string.Concat(Enumerable.Range(0, 50).Select(row => $"{row},blue,usual\n")));

        var code = await host.RunAsync("train", file, "--target", "label", "--trials", "2", "--out", Path.Combine(_folder.Path, "run"));

        Assert.True(code is ExitCode.Done or ExitCode.CallIsWrong, host.Error);
    }

    [Fact]
    public async Task Train_RowsWithoutATarget_AreShown()
    {
        var host = new TestHost();
        var file = _folder.Write("rows.csv", Rows.Classes(120) + "1,red,\n2,blue,\n");

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", file, "--target", "label", "--trials", "1", "--out", Path.Combine(_folder.Path, "run")));
        Assert.Contains("1 trial and the baseline\n", host.Output, StringComparison.Ordinal);
        Assert.Contains("Rows: 122 read, 2 without a target left out; the model was made from 120.\n", host.Output, StringComparison.Ordinal);
    }

    private static async Task<string?> TrainAsync(params string[] arguments)
    {
        var host = new TestHost { IsTerminal = false };
        Assert.True(await host.RunAsync(["train", .. arguments]) == ExitCode.Done, host.Error);
        return host.Document.GetProperty("model_id").GetString();
    }
}
