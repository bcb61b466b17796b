using System.Globalization;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>Anomalies of series in time from the command line.</summary>
public sealed class StreamTests
{
    private static readonly string[] OfSeries = ["--task", "anomalies", "--time", "timestamp", "--series", "machine", "--no-store"];

    [Fact]
    public async Task TrainAndPredict_SeriesInTime_GivesScoresInTheOrderOfTheRowsAndSoundDocuments()
    {
        using var folder = new TempFolder();
        var (rows, output, package) = (Write(folder), Path.Combine(folder.Path, "out.csv"), Path.Combine(folder.Path, "model.mw"));
        var train = new TestHost { IsTerminal = false };
        Assert.Equal(ExitCode.Done, await train.RunAsync(["train", rows, .. OfSeries, "--out", folder.Path]));
        Assert.Empty(JsonSchema.Faults(train.Document, "train.schema.json"));
        Assert.Equal(2, train.Document.GetProperty("evidence").GetProperty("anomalies").GetProperty("streams").GetProperty("count").GetInt32());

        var person = new TestHost();
        Assert.Equal(ExitCode.Done, await person.RunAsync("predict", package, rows, "-o", output));
        Assert.Contains("Note: 2 series begin anew: the first 20 readings of each are not judged.", person.Output, StringComparison.Ordinal);
        var lines = File.ReadAllLines(output);
        Assert.Equal(("score,anomaly,because", 801), (lines[0], lines.Length));
        Assert.StartsWith("true,heat 90 (expected ", lines[701].Split(',', 2)[1], StringComparison.Ordinal);

        var predict = new TestHost { IsTerminal = false };
        await predict.RunAsync("predict", package, rows);
        Assert.Empty(JsonSchema.Faults(predict.Document, "predict.schema.json"));

        var again = new TestHost { IsTerminal = false };
        Assert.Equal(ExitCode.Done, await again.RunAsync("reproduce", package, rows));
        Assert.True(again.Document.GetProperty("agrees").GetBoolean());
    }

    [Fact]
    public async Task Predict_WithoutTheColumnOfTheTime_SaysThatTheModelNeedsIt()
    {
        using var folder = new TempFolder();
        var (rows, package, other) = (Write(folder), Path.Combine(folder.Path, "model.mw"), Path.Combine(folder.Path, "other.csv"));
        await new TestHost().RunAsync(["train", rows, .. OfSeries, "--out", folder.Path]);
        File.WriteAllText(other, "time,machine,heat\n2026-01-01,a,3\n");
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("predict", package, other));
        Assert.Equal(
            """
            Column 'timestamp' was not found, and the model needs it.
            The rows have: 'time', 'machine', 'heat'. Add what is absent (empty where there is no value), or rename the columns that hold it (case matters).

            """,
            host.Error);
    }

    [Fact]
    public async Task Train_RowsPlainlyInTime_SaysThatTheOptionExists()
    {
        using var folder = new TempFolder();
        var host = new TestHost { IsTerminal = false };
        await host.RunAsync("train", Write(folder), "--task", "anomalies", "--learners", "ecod", "--out", folder.Path, "--no-store");

        Assert.Contains(
            "The rows are in order of 'timestamp', at nearly regular times. To judge each reading by those before it, name that column with --time, and the one that tells series apart with --series.",
            host.Document.GetProperty("evidence").GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()));
    }

    [Theory]
    [InlineData("--time tmestamp", "Column 'tmestamp' was not found. Did you mean 'timestamp'? The table has: 'timestamp', 'machine', 'heat', 'note'. Check the spelling (case matters).")]
    [InlineData("--time heat", "--time heat: the column holds no times; it is of type number. Name a column of times such as 2026-03-31T14:30:00, or say with --types heat=time that they are. Without --time rows are judged beside all others.\nNo column of numbers is left to watch. There are: 'timestamp' (time), 'machine' (category). Bring readings that are numbers, or say with --types which columns are.")]
    [InlineData("--series machine", "--series machine tells apart series in time, and no column of times is named. Name it with --time, or leave --series out.")]
    [InlineData("--time timestamp --ignore heat", "No column of numbers is left to watch. There are: 'machine' (category). Bring readings that are numbers, or say with --types which columns are.")]
    [InlineData("--time timestamp --series machine --group note --steps plain", "Columns 'machine', 'note' all have the role group; one column tells series apart. Name it with --series, and leave the others out with --ignore.\n--steps has no use where readings are judged by those before them: they are taken as they are, and each counts alike. Leave it out.")]
    [InlineData("--time timestamp --learners ecod", "No learner for the task 'anomalies' may be used here. There are: stream_watch. Name one of them with --learners, or leave it out; those that hold training rows need --store-rows.")]
    public async Task Train_SeriesToldWrongly_SaysWhatAndTheRemedy(string options, string expected)
    {
        using var folder = new TempFolder();
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["train", Write(folder), "--task", "anomalies", "--no-store", .. options.Split(' ')]));
        Assert.Equal($"{expected}\n", host.Error);
    }

    /// <summary>Readings of two machines in turns, every ten minutes; in data row 701 one is far too hot.</summary>
    private static string Write(TempFolder folder)
    {
        var random = new Random(7);
        var path = Path.Combine(folder.Path, "rows.csv");
        var first = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.WriteAllLines(path, Enumerable.Range(0, 800).Select(row => string.Create(CultureInfo.InvariantCulture, $"{first.AddMinutes(10 * (row / 2)):s},{(row % 2 == 0 ? "a" : "b")},{(row == 700 ? 90 : 20 + random.NextDouble() + random.NextDouble()):0.###},")).Prepend("timestamp,machine,heat,note"));
        return path;
    }
}
