using System.Text.Json;

namespace Modelwright.Acceptance.Tests.Odd;

/// <summary>A run on odd data: it ends well, and its package answers rows that are new to it.</summary>
internal sealed class OddRun(CliResult trained, string answers)
{
    /// <summary>The columns that the file of answers has.</summary>
    public string Header => answers.Split('\n')[0];

    /// <summary>Rows that were answered.</summary>
    public int Answered => answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;

    public JsonElement Evidence => trained.Document.GetProperty("evidence");

    public IEnumerable<string?> Warnings => Evidence.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString());

    public double Seconds => Evidence.GetProperty("seconds").GetDouble();

    public double Figure(string metric) => trained.Figure(metric);

    /// <summary>Trains on a file and answers it.</summary>
    public static async Task<OddRun> Of(TempFolder folder, OddTable table, params string[] options)
    {
        var file = table.Write(folder);
        var trained = await CliProcess.RunAsync(folder.Path, ["train", file, "--target", "y", "--out", "run", .. options]);
        Assert.True(trained.ExitCode == 0, trained.Error);
        var answered = await CliProcess.RunAsync(folder.Path, "predict", "run/model.mw", file, "-o", "answers.csv");
        Assert.True(answered.ExitCode == 0, answered.Error);
        return new(trained, await File.ReadAllTextAsync(System.IO.Path.Combine(folder.Path, "answers.csv"), TestContext.Current.CancellationToken));
    }
}
