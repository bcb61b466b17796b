using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

namespace Modelwright.Acceptance.Tests;

/// <summary>A package answers the same in a fresh process, in this one, and again.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task Predict_InAFreshProcess_AnswersAsInThisOne()
    {
        using var folder = new TempFolder();
        var file = Repository.Sample("loans/loans.csv");
        var trained = await CliProcess.RunAsync(folder.Path, "train", file, "--target", "defaulted", "--trials", "5", "--out", "run");
        Assert.True(trained.ExitCode == 0, trained.Error);

        var predicted = await CliProcess.RunAsync(folder.Path, "predict", "run/model.mw", file, "-o", "scored.csv");

        Assert.True(predicted.ExitCode == 0, predicted.Error);
        var lines = File.ReadAllLines(Path.Combine(folder.Path, "scored.csv"));
        using var predictor = Predictor.Load(Path.Combine(folder.Path, "run", "model.mw"));
        var table = await Table.ReadAsync(file, ReadOptions.For(predictor.Package.Model.Schema), TestContext.Current.CancellationToken);
        var here = predictor.Predict(table);
        Assert.Equal("prediction,probability:no,probability:yes", lines[0]);
        Assert.Equal(here.RowCount, lines.Length - 1);
        for (var row = 0; row < here.RowCount; row++)
        {
            var cells = lines[row + 1].Split(',');
            Assert.Equal(here[row].Label, cells[0]);
            Assert.Equal(here[row].Probability("yes"), double.Parse(cells[2], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Predict_ByNames_AnswersAsByTable()
    {
        using var folder = new TempFolder();
        var file = Repository.Sample("diabetes/diabetes.csv");
        var trained = await CliProcess.RunAsync(folder.Path, "train", file, "--target", "progression", "--trials", "4", "--out", "run");
        Assert.True(trained.ExitCode == 0, trained.Error);
        using var predictor = Predictor.Load(Path.Combine(folder.Path, "run", "model.mw"));
        var table = await Table.ReadAsync(file, cancellation: TestContext.Current.CancellationToken);

        var byTable = predictor.Predict(table)[0].Value;
        var byNames = predictor.Predict(new { Age = 59, Sex = 2, Bmi = 32.1, Bp = 101.0, S1 = 157, S2 = 93.2, S3 = 38.0, S4 = 4.0, S5 = 4.8598, S6 = 87 }).Value;

        Assert.Equal(byTable, byNames);
    }

    [Fact]
    public async Task Predict_DamagedPackage_IsRefused()
    {
        using var folder = new TempFolder();
        var file = Repository.Sample("diabetes/diabetes.csv");
        await CliProcess.RunAsync(folder.Path, "train", file, "--target", "progression", "--trials", "1", "--out", "run");
        var path = Path.Combine(folder.Path, "run", "model.mw");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(path, bytes);

        var predicted = await CliProcess.RunAsync(folder.Path, "predict", "run/model.mw", file, "-o", "scored.csv");

        Assert.Equal(2, predicted.ExitCode);
        Assert.Equal("artifact", predicted.Document.GetProperty("error").GetProperty("kind").GetString());
        Assert.StartsWith("run/model.mw: ", predicted.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "scored.csv")));
    }
}
