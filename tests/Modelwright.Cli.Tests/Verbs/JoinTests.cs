using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public class JoinTests
{
    [Fact]
    public async Task Train_Join_IsWrittenDownAndAskedForAgain()
    {
        using var folder = new TempFolder();
        var rows = folder.Write("customers.csv", "id,churned\n" + string.Concat(Enumerable.Range(1, 120).Select(id => $"{id},{(id % 3 == 0 ? "yes" : "no")}\n")));
        var orders = folder.Write("orders.csv", "customer,amount\n" + string.Concat(Enumerable.Range(1, 120).Select(id => $"{id},{(id % 3 == 0 ? 1 : 50) + (id % 7)}\n")));
        var run = Path.Combine(folder.Path, "run");
        var (train, without, other, with) = (new TestHost(), new TestHost(), new TestHost(), new TestHost());

        var code = await train.RunAsync("train", rows, "--target", "churned", "--trials", "1", "--join", $"{orders}:customer=id", "--out", run);

        Assert.True(code == ExitCode.Done, train.Error);
        Assert.Contains("\"orders:customer=id\"", File.ReadAllText(Path.Combine(run, "plan.json")), StringComparison.Ordinal);
        Assert.Contains("\"orders:customer=id\"", File.ReadAllText(Path.Combine(run, "evidence.json")), StringComparison.Ordinal);
        Assert.Contains("orders:customer=id: 120 of 120 rows belong to a row here.", train.Output + train.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.CallIsWrong, await without.RunAsync("predict", Path.Combine(run, "model.mw"), rows));
        Assert.Equal("The model was trained with --join orders:customer=id, which this call lacks. Give --join FILE:customer=id, where FILE is named 'orders' as in training.\n", without.Error);
        Assert.Equal(ExitCode.Done, await with.RunAsync("predict", Path.Combine(run, "model.mw"), rows, "--join", $"{orders}:customer=id", "-o", Path.Combine(folder.Path, "out.csv")));
        Assert.Equal(ExitCode.CallIsWrong, await other.RunAsync("evaluate", Path.Combine(run, "model.mw"), rows, "--join", $"{orders}:customer=id", "--join", $"{rows}:id"));
        Assert.Equal("--join customers:id has no use: the model was not trained with it. Leave it out.\n", other.Error);
    }
}
