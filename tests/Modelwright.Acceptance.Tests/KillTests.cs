using System.Diagnostics;
using System.Globalization;

namespace Modelwright.Acceptance.Tests;

/// <summary>A run that is killed at any moment goes on, gives the model that it would have given, and leaves nothing broken.</summary>
public sealed class KillTests
{
    private const int Moments = 4;

    [Theory]
    [InlineData("diabetes/diabetes.csv", "progression", 1)]
    [InlineData("breast-cancer/breast_cancer.csv", "diagnosis", 2)]
    public async Task Train_KilledAtRandomMoments_GoesOnToTheSameModel(string sample, string target, int seed)
    {
        using var folder = new TempFolder();
        string[] call = ["train", Repository.Sample(sample), "--target", target, "--trials", "9", "--resume"];
        var clock = Stopwatch.StartNew();
        var whole = await CliProcess.RunAsync(folder.Path, [.. call, "--out", "whole"]);
        var took = clock.Elapsed;
        Assert.True(whole.ExitCode == 0, whole.Error);
        var expected = whole.Document.GetProperty("model_id").GetString();

        var random = new Random(seed);
        for (var moment = 0; moment < Moments; moment++)
        {
            var name = moment.ToString(CultureInfo.InvariantCulture);
            await KillAsync(folder.Path, took * (random.NextDouble() * 1.1), [.. call, "--out", name]);

            var resumed = await CliProcess.RunAsync(folder.Path, [.. call, "--out", name]);

            Assert.True(resumed.ExitCode == 0, resumed.Error);
            Assert.Equal(expected, resumed.Document.GetProperty("model_id").GetString());
            Assert.Empty(resumed.Document.GetProperty("not_recorded").EnumerateArray());
            Assert.Equal(["card.md", "evidence.json", "labels.json", "model.mw", "plan.json", "report.html", "report.json"], Directory.GetFileSystemEntries(Path.Combine(folder.Path, name)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(["runs.db"], Directory.GetFileSystemEntries(Path.Combine(folder.Path, ".modelwright")).Select(Path.GetFileName));
            var again = await CliProcess.RunAsync(folder.Path, "reproduce", Path.Combine(name, "model.mw"), Repository.Sample(sample));
            Assert.True(again.ExitCode == 0, again.Output + again.Error);
        }

        var runs = await CliProcess.RunAsync(folder.Path, "runs");
        Assert.All(runs.Document.GetProperty("runs").EnumerateArray(), run => Assert.Equal("done", run.GetProperty("state").GetString()));
    }

    private static async Task KillAsync(string folder, TimeSpan after, string[] call)
    {
        using var process = CliProcess.Start(folder, call);
        var wait = CliProcess.WaitAsync(process);
        await Task.WhenAny(wait, Task.Delay(after, TestContext.Current.CancellationToken));
        if (!process.HasExited)
        {
            process.Kill();
        }

        await wait;
    }
}
