using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class EvaluateVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Fact]
    public async Task Evaluate_ForAProgram_HasEveryMetricWithItsInterval()
    {
        var host = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.Done, await host.RunAsync("evaluate", trained.ClassPackage, trained.ClassFile));

        var figures = host.Document.GetProperty("figures").EnumerateArray().ToArray();
        Assert.Equal("roc_auc", figures[0].GetProperty("metric").GetString());
        Assert.Contains(figures, figure => figure.GetProperty("metric").GetString() == "brier");
        Assert.All(figures, figure => Assert.InRange(
            figure.GetProperty("value").GetDouble(), figure.GetProperty("lower").GetDouble(), figure.GetProperty("upper").GetDouble()));
        Assert.Equal(120, host.Document.GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task Evaluate_OnATerminal_ShowsATable()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("evaluate", trained.NumberPackage, trained.NumberFile));
        Assert.Contains("│ rmse", host.Output, StringComparison.Ordinal);
        Assert.Contains("120 rows", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_RowsWithoutTarget_AreCounted()
    {
        var host = new TestHost { IsTerminal = false, Input = "size,colour,label\n1,red,yes\n2,red,\n3,blue,no\n4,red,perhaps\n" };

        Assert.Equal(ExitCode.Done, await host.RunAsync("evaluate", trained.ClassPackage, "-"));
        Assert.Equal(2, host.Document.GetProperty("rows").GetInt32());
        Assert.Equal(2, host.Document.GetProperty("rows_without_target").GetInt32());
    }

    [Fact]
    public async Task Evaluate_NoTargetColumn_SaysWhatIsMissing()
    {
        var host = new TestHost { Input = "size,colour\n1,red\n" };

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("evaluate", trained.ClassPackage, "-"));
        Assert.Contains("'label'", host.Error, StringComparison.Ordinal);
    }
}
