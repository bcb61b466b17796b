using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class ExportVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Theory]
    [InlineData("csharp", "churn.cs", "public static class Churn")]
    [InlineData("sql", "churn.sql", "FROM \"churn\")")]
    [InlineData("onnx", "churn.onnx", "Modelwright")]
    public async Task Export_ForAProgram_SaysHowNearTheAnswersAre(string format, string name, string text)
    {
        using var folder = new TempFolder();
        var host = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.Done, await host.RunAsync("export", trained.ClassPackage, "--to", format, "-o", Path.Combine(folder.Path, name), "--data", trained.ClassFile));

        var document = host.Document;
        Assert.True(document.GetProperty("written").GetBoolean());
        Assert.Equal(Path.Combine(folder.Path, name), document.GetProperty("path").GetString());
        Assert.Equal(152, document.GetProperty("rows").GetInt32());
        Assert.InRange(document.GetProperty("largest_difference").GetDouble(), 0, document.GetProperty("tolerance").GetDouble());
        Assert.Equal(new FileInfo(Path.Combine(folder.Path, name)).Length, document.GetProperty("bytes").GetInt64());
        Assert.Contains(text, await File.ReadAllTextAsync(Path.Combine(folder.Path, name), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OnATerminal_SaysWhatWasProvenAndWhereItStands()
    {
        using var folder = new TempFolder();
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("export", trained.NumberPackage, "--to", "csharp", "-o", Path.Combine(folder.Path, "price.cs")));

        Assert.Contains("Asked 32 rows, model and export gave the very same answers.", host.Output, StringComparison.Ordinal);
        Assert.Contains("price.cs", host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--to is missing: modelwright export PACKAGE --to FORMAT [options] (FORMAT is one of csharp, sql, onnx)")]
    [InlineData("--to csharpp: there is no such format. Did you mean 'csharp'? The formats are csharp, sql, onnx.", "--to", "csharpp")]
    public async Task Export_WrongFormat_NamesTheFormats(string text, params string[] options)
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["export", trained.ClassPackage, .. options]));
        Assert.Contains(text, host.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
