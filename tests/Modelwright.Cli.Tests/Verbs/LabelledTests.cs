using System.Globalization;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>Anomalies of which a few are labelled, from the command line.</summary>
public sealed class LabelledTests
{
    private static readonly string[] Few = ["--learners", "isolation_forest,ecod,extra_trees,linear,k_means", "--trials", "1", "--no-store"];

    [Fact]
    public async Task Train_FewLabels_GivesSoundDocumentsAndTheSameModelAgain()
    {
        using var folder = new TempFolder();
        var rows = Write(folder, row => row % 40 == 39 && row < 300 ? "yes" : row % 6 == 0 ? "no" : "");
        var train = new TestHost { IsTerminal = false };
        Assert.Equal(ExitCode.Done, await train.RunAsync(["train", rows, "--task", "anomalies", "--target", "fault", "--truth", "truth", .. Few, "--out", folder.Path]));
        Assert.Empty(JsonSchema.Faults(train.Document, "train.schema.json"));
        Assert.Empty(JsonSchema.Faults(Document(folder, "plan.json"), "plan.schema.json"));
        Assert.Equal("fault", train.Document.GetProperty("evidence").GetProperty("labels").GetProperty("column").GetString());

        var package = Path.Combine(folder.Path, "model.mw");
        var again = new TestHost { IsTerminal = false };
        Assert.Equal(ExitCode.Done, await again.RunAsync("reproduce", package, rows));

        // Whoever predicts has no labels.
        var predict = new TestHost { IsTerminal = false, Input = "x,y\n1,2\n11,70\n" };
        Assert.Equal(ExitCode.Done, await predict.RunAsync("predict", package, "-"));
    }

    [Fact]
    public async Task Train_ForAPerson_SaysWhatTheLabelsWereWorth()
    {
        using var folder = new TempFolder();
        var host = new TestHost();
        await host.RunAsync(["train", Write(folder, row => row % 40 == 39 ? "1" : row % 6 == 0 ? "0" : ""), "--task", "anomalies", "--target", "fault", "--ignore", "truth", .. Few, "--out", folder.Path]);
        var words = string.Join(' ', host.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"of 400 rows are anomalies \(.* %, between .* and .* %\): score .* or more\. (Learned|Nothing was learned) from 10 anomalies and 67 usual rows of 'fault': ROC AUC", words);
    }

    [Theory]
    [InlineData("low,mid,high", "Column 'fault' has 3 different values: 'low' (134 rows), 'high' (133 rows), 'mid' (133 rows). Labels of anomalies are two, one for anomalies and one for usual rows, and empty where it is not known. Merge the values, or name another column with --target.\n")]
    [InlineData("left,right", "Column 'fault' has two values: 'left' (200 rows), 'right' (200 rows), and it cannot be told from the words which of them marks an anomaly. Say so with --positive left or --positive right, or write true and false.\n")]
    [InlineData(",", "Column 'fault' labels no row: none of its 400 values is there. Label a few anomalies and a few usual rows, or leave --target out.\n")]
    public async Task Train_LabelsNotToBeRead_SaysWhatToDo(string values, string error)
    {
        using var folder = new TempFolder();
        string[] cells = values.Split(',');
        var host = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["train", Write(folder, row => cells[row % cells.Length]), "--task", "anomalies", "--target", "fault", "--ignore", "truth", .. Few, "--out", folder.Path]));
        Assert.Equal(error, host.Error);
    }

    private static System.Text.Json.JsonElement Document(TempFolder folder, string name) => System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, name))).RootElement;

    /// <summary>Two groups in turns, and one row of forty that lies far from both, with a column of labels.</summary>
    private static string Write(TempFolder folder, Func<int, string> label)
    {
        var random = new Random(7);
        var path = Path.Combine(folder.Path, "rows.csv");
        File.WriteAllLines(path, Enumerable.Range(0, 400).Select(row => string.Create(CultureInfo.InvariantCulture, $"{(row % 2 * 10) + random.NextDouble()},{(row % 40 == 39 ? 60 : row % 2 * 5) + random.NextDouble()},{label(row)},{(row % 40 == 39 ? 1 : 0)}")).Prepend("x,y,fault,truth"));
        return path;
    }
}
