using System.Globalization;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>Packages without a target against a column of the truth, from the command line.</summary>
public sealed class TruthTests
{
    private static readonly string[] Few = ["--learners", "isolation_forest,ecod,k_means", "--trials", "1", "--no-store"];

    [Theory]
    [InlineData("clustering", "adjusted_rand")]
    [InlineData("anomalies", "roc_auc")]
    public async Task Evaluate_Truth_GivesTheFiguresOfTheTask(string task, string metric)
    {
        using var folder = new TempFolder();
        var rows = Write(folder, _ => "");
        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync(["train", rows, "--task", task, "--ignore", "truth,fault", .. Few, "--out", folder.Path]));
        var package = Path.Combine(folder.Path, "model.mw");

        var host = new TestHost { IsTerminal = false };
        Assert.Equal(ExitCode.Done, await host.RunAsync("evaluate", package, rows, "--truth", "truth"));
        Assert.Empty(JsonSchema.Faults(host.Document, "evaluate.schema.json"));
        Assert.Equal(("truth", 400, metric), (host.Document.GetProperty("truth").GetString(), host.Document.GetProperty("rows").GetInt32(), host.Document.GetProperty("figures")[0].GetProperty("metric").GetString()));

        var person = new TestHost { Input = "x,y,truth\n1,1,0\n2,2,\n60,60,1\n" };
        Assert.Equal(ExitCode.Done, await person.RunAsync("evaluate", package, "-", "--truth", "truth"));
        Assert.Contains($"│ {metric}", person.Output, StringComparison.Ordinal);
        Assert.Contains("Not scored: 1 rows without a value in 'truth'.", person.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_WrongTruth_SaysWhatToDo()
    {
        using var folder = new TempFolder();
        var rows = Write(folder, _ => "");
        await new TestHost().RunAsync(["train", rows, "--task", "anomalies", "--ignore", "truth,fault", .. Few, "--out", folder.Path]);
        var package = Path.Combine(folder.Path, "model.mw");
        Assert.Equal("The package predicts no column (its task is 'anomalies'), so its answers are compared with a column that says the truth. Name that column with --truth.\n", await ErrorAsync("evaluate", package, rows));
        Assert.Equal("--truth trut: the rows have no such column. Did you mean 'truth'? They have: 'x', 'y', 'fault', 'truth'. Check the spelling (case matters).\n", await ErrorAsync("evaluate", package, rows, "--truth", "trut"));
        Assert.Equal("--truth y: the model reads this column to answer, so it cannot say the truth about the answers. Name a column that training did not see.\n", await ErrorAsync("evaluate", package, rows, "--truth", "y"));
        Assert.Equal("--truth fault: no row has a value in this column. Bring rows of which the truth is known.\n", await ErrorAsync("evaluate", package, rows, "--truth", "fault"));

        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("train", rows, "--target", "y", "--learners", "linear", "--trials", "1", "--no-store", "--out", folder.Path));
        Assert.Equal("--truth has no use for this package: it predicts 'y', and its figures compare with that column. Leave --truth out.\n", await ErrorAsync("evaluate", package, rows, "--truth", "truth"));
    }

    private static async Task<string> ErrorAsync(params string[] call)
    {
        var host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(call));
        return host.Error;
    }

    /// <summary>Two groups in turns, and one row of forty that lies far from both, with a column of labels.</summary>
    private static string Write(TempFolder folder, Func<int, string> label)
    {
        var random = new Random(7);
        var path = Path.Combine(folder.Path, "rows.csv");
        File.WriteAllLines(path, Enumerable.Range(0, 400).Select(row => string.Create(CultureInfo.InvariantCulture, $"{(row % 2 * 10) + random.NextDouble()},{(row % 40 == 39 ? 60 : row % 2 * 5) + random.NextDouble()},{label(row)},{(row % 40 == 39 ? 1 : 0)}")).Prepend("x,y,fault,truth"));
        return path;
    }
}
