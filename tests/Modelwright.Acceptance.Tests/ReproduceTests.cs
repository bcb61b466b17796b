namespace Modelwright.Acceptance.Tests;

/// <summary>The same data gives the same model, also where the clock ended the search.</summary>
public sealed class ReproduceTests
{
    [Theory]
    [InlineData("breast-cancer/breast_cancer.csv", "diagnosis", "--budget", "4s")]
    [InlineData("diabetes/diabetes.csv", "progression", "--budget", "4s")]
    [InlineData("loans/loans.csv", "defaulted", "--budget", "8s")]
    [InlineData("diabetes/diabetes.csv", "progression", "--trials", "4")]
    public async Task Reproduce_OnASample_Agrees(string sample, string target, string limit, string value)
    {
        using var folder = new TempFolder();
        var run = await CliProcess.RunAsync(folder.Path, "train", Repository.Sample(sample), "--target", target, limit, value, "--out", "run");
        Assert.True(run.ExitCode == 0, run.Error);

        var fromPackage = await CliProcess.RunAsync(folder.Path, "reproduce", "run/model.mw", Repository.Sample(sample));
        var fromStore = await CliProcess.RunAsync(folder.Path, "reproduce", run.Document.GetProperty("run").GetString()!);

        Assert.True(fromPackage.ExitCode == 0, fromPackage.Output + fromPackage.Error);
        Assert.True(fromStore.ExitCode == 0, fromStore.Output + fromStore.Error);
        Assert.Equal(run.Document.GetProperty("model_id").GetString(), fromPackage.Document.GetProperty("model_id").GetString());
    }
}
