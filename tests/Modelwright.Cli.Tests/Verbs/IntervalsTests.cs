using System.Globalization;
using System.Text.Json;
using Modelwright.Cli.Hosting;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>What 'train', 'predict' and 'evaluate' say of how sure answers are.</summary>
public sealed class IntervalsTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Fact]
    public async Task Predict_IntervalsOfNumbers_AreTwoColumnsAroundTheAnswer()
    {
        using var folder = new TempFolder();
        var output = Path.Combine(folder.Path, "out.csv");

        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("predict", trained.NumberPackage, trained.NumberFile, "-o", output, "--intervals"));

        var lines = File.ReadAllLines(output);
        Assert.Equal("prediction,lower,upper", lines[0]);
        Assert.All(lines.Skip(1), line =>
        {
            double[] cells = [.. line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            Assert.True(cells[1] < cells[0] && cells[0] < cells[2]);
        });
    }

    [Fact]
    public async Task Predict_IntervalsOfClasses_AreASet()
    {
        using var folder = new TempFolder();
        var output = Path.Combine(folder.Path, "out.csv");

        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("predict", trained.ClassPackage, trained.ClassFile, "-o", output, "--intervals"));

        var lines = File.ReadAllLines(output);
        Assert.Equal("prediction,probability:no,probability:yes,set", lines[0]);
        Assert.All(lines.Skip(1).Select(line => line.Split(',')), cells => Assert.Contains(cells[0], cells[3].Split('|')));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Predict_IntervalsInTheDocument_AreAsItsSchemaSays(bool ofNumbers)
    {
        var host = new TestHost { IsTerminal = false };

        await host.RunAsync("predict", ofNumbers ? trained.NumberPackage : trained.ClassPackage, ofNumbers ? trained.NumberFile : trained.ClassFile, "--intervals");

        Assert.Empty(JsonSchema.Faults(host.Document, "predict.schema.json"));
        Assert.All(host.Document.GetProperty("predictions").EnumerateArray(), row => Assert.True(row.TryGetProperty(ofNumbers ? "upper" : "set", out _)));
    }

    [Fact]
    public async Task Predict_IntervalsOnATerminal_StandBesideTheAnswer()
    {
        var host = new TestHost();

        await host.RunAsync("predict", trained.NumberPackage, trained.NumberFile, "--intervals");

        Assert.Contains("interval", host.Output, StringComparison.Ordinal);
        Assert.Contains(" to ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_PackageWithoutRules_SaysWhatToDo()
    {
        using var folder = new TempFolder();
        var (path, host) = (Path.Combine(folder.Path, "old.mw"), new TestHost());
        var package = Package.Load(trained.NumberPackage);
        (package with { Model = package.Model with { Rules = AnswerRules.None } }).Save(path);

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("predict", path, trained.NumberFile, "--intervals"));

        Assert.Contains("--intervals: the package has neither prediction intervals nor sets. Train the model again with this release, on enough rows, or leave out --intervals.", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_Package_SaysHowOftenIntervalsHeldTheTruth()
    {
        var (person, machine) = (new TestHost(), new TestHost { IsTerminal = false });

        await person.RunAsync("evaluate", trained.NumberPackage, trained.NumberFile);
        await machine.RunAsync("evaluate", trained.NumberPackage, trained.NumberFile);

        Assert.Contains("Prediction intervals of 90 % hold the truth in ", person.Output, StringComparison.Ordinal);
        Assert.Empty(JsonSchema.Faults(machine.Document, "evaluate.schema.json"));
        Assert.Equal("interval", machine.Document.GetProperty("intervals").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Train_CostsAndCoverage_AreInTheEvidenceAndOnTheScreen()
    {
        using var folder = new TempFolder();
        var costs = folder.Write("costs.json", """{"costs": {"yes": {"no": 20}, "no": {"yes": 1}}}""");
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", trained.ClassFile, "--target", "label", "--trials", "2", "--cost", costs, "--coverage", "0.8", "--out", folder.Path));

        var evidence = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "evidence.json"))).RootElement;
        Assert.Empty(JsonSchema.Faults(evidence, "evidence.schema.json"));
        Assert.Empty(JsonSchema.Faults(JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "plan.json"))).RootElement, "plan.schema.json"));
        Assert.Equal(0.8, evidence.GetProperty("intervals")[0].GetProperty("level").GetDouble());
        Assert.True(evidence.GetProperty("decision").TryGetProperty("saving_per_thousand", out _));
        Assert.Contains("1,000 rows cost ", host.Output, StringComparison.Ordinal);
        Assert.Contains("Prediction sets of 80 % hold the truth in ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_IntervalsByFolds_AreInThePlanAndInThePredictions()
    {
        using var folder = new TempFolder();
        var (host, output) = (new TestHost(), Path.Combine(folder.Path, "out.csv"));

        Assert.Equal(ExitCode.Done, await host.RunAsync("train", trained.NumberFile, "--target", "amount", "--trials", "1", "--folds", "3", "--intervals-by", "cv_plus", "--out", folder.Path));
        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("predict", Path.Combine(folder.Path, "model.mw"), trained.NumberFile, "-o", output, "--intervals"));

        var plan = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "plan.json"))).RootElement;
        Assert.Empty(JsonSchema.Faults(plan, "plan.schema.json"));
        Assert.Equal(3, plan.GetProperty("decision").GetProperty("answering").GetProperty("fold_intervals").GetProperty("folds").GetArrayLength());
        Assert.All(File.ReadAllLines(output).Skip(1), line =>
        {
            double[] cells = [.. line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            Assert.True(cells[1] <= cells[0] && cells[0] <= cells[2]);
        });
    }

    [Fact]
    public async Task Train_IntervalsByFoldsOfClasses_SaysWhatToDo()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("train", trained.ClassFile, "--target", "label", "--intervals-by", "cv_plus"));

        Assert.Contains("Intervals by 'cv_plus' are around numbers, but the task is classification. Leave out --intervals-by; sets come with every model of classes.", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_OddAnswering_TellsAllFaultsTogether()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("train", trained.ClassFile, "--target", "label", "--coverage", "90", "--cost", "absent.json"));

        Assert.Contains("--cost: the file 'absent.json' was not found. Check the path.", host.Error, StringComparison.Ordinal);
        Assert.Contains("--coverage must be a number from 0.5 to 0.999. Got '90'. Write it with a decimal point, such as 0.9.", host.Error, StringComparison.Ordinal);
    }
}
