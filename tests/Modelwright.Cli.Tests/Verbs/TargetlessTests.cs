using System.Globalization;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>Segments and anomalies from the command line.</summary>
public sealed class TargetlessTests
{
    [Theory]
    [InlineData("clustering", "segment,distance,doubt,name")]
    [InlineData("anomalies", "score,anomaly,because")]
    public async Task TrainAndPredict_TaskWithoutATarget_GivesItsColumnsAndSoundDocuments(string task, string heading)
    {
        using var folder = new TempFolder();
        var (rows, output) = (Write(folder), Path.Combine(folder.Path, "out.csv"));
        var train = new TestHost { IsTerminal = false };
        Assert.Equal(ExitCode.Done, await train.RunAsync("train", rows, "--task", task, "--truth", "truth", "--trials", "1", "--out", folder.Path, "--no-store"));
        Assert.Empty(JsonSchema.Faults(train.Document, "train.schema.json"));

        var package = Path.Combine(folder.Path, "model.mw");
        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("predict", package, rows, "-o", output));
        var lines = File.ReadAllLines(output);
        Assert.Equal((heading, 121), (lines[0], lines.Length));

        var predict = new TestHost { IsTerminal = false };
        await predict.RunAsync("predict", package, rows);
        Assert.Empty(JsonSchema.Faults(predict.Document, "predict.schema.json"));

        var person = new TestHost();
        await person.RunAsync("predict", package, rows);
        Assert.Contains(heading.Split(',')[^1], person.Output, StringComparison.Ordinal);

        var again = new TestHost { IsTerminal = false };
        Assert.Equal(ExitCode.Done, await again.RunAsync("reproduce", package, rows));
        Assert.True(again.Document.GetProperty("agrees").GetBoolean());
    }

    [Fact]
    public async Task Train_OptionsOfAnotherKindOfTask_AreNamedTogether()
    {
        using var folder = new TempFolder();
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("train", Write(folder), "--task", "clustering", "--target", "x", "--metric", "rmse"));
        Assert.Equal(
            """
            The task 'clustering' predicts no column, and 'x' is named as the target. Leave --target out; to compare the answers with that column, name it with --truth.
            --metric has no use for the task 'clustering', which predicts no column. Leave it out.

            """,
            host.Error);
    }

    /// <summary>Two groups in turns, and one row of ten that lies far from both.</summary>
    private static string Write(TempFolder folder)
    {
        var random = new Random(7);
        var path = Path.Combine(folder.Path, "rows.csv");
        File.WriteAllLines(path, Enumerable.Range(0, 120).Select(row => string.Create(CultureInfo.InvariantCulture, $"{(row % 2 * 10) + random.NextDouble()},{(row % 40 == 39 ? 60 : row % 2 * 5) + random.NextDouble()},{(row % 40 == 39 ? 1 : 0)}")).Prepend("x,y,truth"));
        return path;
    }
}
