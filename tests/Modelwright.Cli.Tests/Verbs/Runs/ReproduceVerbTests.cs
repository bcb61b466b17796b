using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs.Runs;

public sealed class ReproduceVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reproduce_SameData_Agrees()
    {
        foreach (var (package, file) in new[] { (trained.ClassPackage, trained.ClassFile), (trained.NumberPackage, trained.NumberFile) })
        {
            var host = new TestHost { IsTerminal = false };
            Assert.True(await host.RunAsync("reproduce", package, file) == ExitCode.Done, host.Error);
            Assert.Empty(JsonSchema.Faults(host.Document, "reproduce.schema.json"));
            Assert.True(host.Document.GetProperty("agrees").GetBoolean());
        }
    }

    [Fact]
    public async Task Reproduce_OtherRows_DoesNotAndSaysWhy()
    {
        var host = new TestHost();
        var other = _folder.Write("other.csv", Rows.Classes(121));

        Assert.Equal(ExitCode.AnswerIsNo, await host.RunAsync("reproduce", trained.ClassPackage, other));

        Assert.StartsWith("Another model came out.\nExpected: ", host.Output, StringComparison.Ordinal);
        Assert.Matches("Reason: Other data was read: the model was made from what has the sha256 [0-9a-f]{64}", host.Output.ReplaceLineEndings(" ").Replace("sha256  ", "sha256 ", StringComparison.Ordinal));
        Assert.EndsWith("Reason: The first run read 120 rows, and this one 121.\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reproduce_ARun_ReadsWhatItReadAndNeedsNoPackage()
    {
        var store = Path.Combine(_folder.Path, "runs.db");
        var folder = Path.Combine(_folder.Path, "run");
        var host = new TestHost { IsTerminal = false };
        Assert.True(await host.RunAsync("train", trained.ClassFile, "--target", "label", "--trials", "2", "--out", folder, "--store", store) == ExitCode.Done, host.Error);
        var (id, model) = (host.Document.GetProperty("run").GetString()!, host.Document.GetProperty("model_id").GetString());
        Directory.Delete(folder, recursive: true);

        host = new TestHost { IsTerminal = false };
        Assert.True(await host.RunAsync("reproduce", id, "--store", store) == ExitCode.Done, host.Error);
        Assert.Equal(model, host.Document.GetProperty("model_id").GetString());
    }

    [Fact]
    public async Task Reproduce_WithTestRows_TakesThemOutAgain()
    {
        var rows = _folder.Write("test.json", "[1, 2, 3]");
        var folder = Path.Combine(_folder.Path, "run");
        var host = new TestHost();
        Assert.True(await host.RunAsync("train", trained.ClassFile, "--target", "label", "--trials", "2", "--test-rows", rows, "--out", folder) == ExitCode.Done, host.Error);
        var package = Path.Combine(folder, "model.mw");

        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("reproduce", package, trained.ClassFile, "--test-rows", rows));

        host = new TestHost();
        Assert.Equal(ExitCode.AnswerIsNo, await host.RunAsync("reproduce", package, trained.ClassFile));
        Assert.EndsWith("Reason: The model was made from 117 rows, and this one from 120. Give --test-rows as in the first run, if it had them.\n", host.Output.Replace(" \n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reproduce_WithAJoin_JoinsAgainAndAsksForItWhereItIsLacking()
    {
        var rows = _folder.Write("customers.csv", "id,churned\n" + string.Concat(Enumerable.Range(1, 120).Select(id => $"{id},{(id % 3 == 0 ? "yes" : "no")}\n")));
        var orders = _folder.Write("orders.csv", "customer,amount\n" + string.Concat(Enumerable.Range(1, 120).Select(id => $"{id},{(id % 3 == 0 ? 1 : 50) + (id % 7)}\n")));
        var run = Path.Combine(_folder.Path, "joined");
        var host = new TestHost();
        Assert.True(await host.RunAsync("train", rows, "--target", "churned", "--trials", "1", "--join", $"{orders}:customer=id", "--out", run) == ExitCode.Done, host.Error);

        host = new TestHost();
        Assert.True(await host.RunAsync("reproduce", Path.Combine(run, "model.mw"), rows, "--join", $"{orders}:customer=id") == ExitCode.Done, host.Output + host.Error);
        Assert.Equal("The model was trained with --join orders:customer=id, which this call lacks. Give --join FILE:customer=id, where FILE is named 'orders' as in training.\n", await SaidAsync(Path.Combine(run, "model.mw"), rows));
    }

    [Fact]
    public async Task Reproduce_WrongCalls_SayWhatToDo()
    {
        var store = Path.Combine(_folder.Path, "runs.db");
        Assert.Equal("FILE is missing: modelwright reproduce MODEL [FILE] [options]\n", await SaidAsync(trained.ClassPackage));
        Assert.Equal("Package 'absent.mw' was not found. Check the path.\n", await SaidAsync("absent.mw"));
        Assert.Equal($"{store}: no run is recorded here. Train a model first, go to the folder where one was trained, or name its store with --store.\n", await SaidAsync("20260314-091500-7f3a", "--store", store));
    }

    private static async Task<string> SaidAsync(params string[] arguments)
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["reproduce", .. arguments]));
        return host.Error;
    }
}
