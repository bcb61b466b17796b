using Modelwright.Cli.Hosting;

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
        Assert.Equal(["evidence.json", "model.mw", "plan.json"], Directory.GetFiles(run).Select(Path.GetFileName).Order());
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
    [InlineData("--target label --positive maybe", "'maybe'")]
    [InlineData("--target label --plan absent.json", "--plan: the file 'absent.json' was not found. Check the path.")]
    [InlineData("--target label --budget 60 --trials 0 --folds 1", "--budget must be a length of time above zero, up to 365 days. Got '60'. Write a number and a unit: 90s, 5m, 1.5h.\n--trials must be")]
    public async Task Train_WrongCall_RefusesAndWritesNothing(string options, string expected)
    {
        var host = new TestHost();
        var file = _folder.Write("rows.csv", Rows.Classes(40));

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["train", file, .. options.Split(' '), "--out", Path.Combine(_folder.Path, "run")]));

        Assert.Contains(expected, host.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "run", "model.mw")));
    }

    private static async Task<string?> TrainAsync(params string[] arguments)
    {
        var host = new TestHost { IsTerminal = false };
        Assert.True(await host.RunAsync(["train", .. arguments]) == ExitCode.Done, host.Error);
        return host.Document.GetProperty("model_id").GetString();
    }
}
