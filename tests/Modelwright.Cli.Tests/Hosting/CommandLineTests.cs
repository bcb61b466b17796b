using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public async Task RunAsync_NoArguments_ShowsHelpAndRefuses()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync());
        Assert.Contains("Usage:", host.Error, StringComparison.Ordinal);
        Assert.Empty(host.Output);
    }

    [Theory]
    [InlineData("inspekt data.csv", "'inspekt' is not a verb. Did you mean 'inspect'? There are: {verbs}.\nSee 'modelwright --help'.\n")]
    [InlineData("inspect", "FILE is missing: modelwright inspect FILE [--target COLUMN] [options]\nSee 'modelwright inspect --help'.\n")]
    [InlineData("inspect data.csv --traget x", "'--traget' is not an option of 'modelwright inspect'. Did you mean '--target'?\nSee 'modelwright inspect --help'.\n")]
    [InlineData("inspect --traget x data.csv", "'--traget' is not an option of 'modelwright inspect'. Did you mean '--target'?\nSee 'modelwright inspect --help'.\n")]
    [InlineData("inspect -j data.csv", "'-j' is not an option of 'modelwright inspect'.\nSee 'modelwright inspect --help'.\n")]
    [InlineData("inspect my data.csv", "'data.csv' is one argument too many for 'modelwright inspect'. Put a name that holds spaces in quotes.\nSee 'modelwright inspect --help'.\n")]
    [InlineData("inspect data.csv --target a --target b", "--target is given 2 times: 'a', 'b'. Give it once.\nSee 'modelwright inspect --help'.\n")]
    [InlineData("predict  ", "PACKAGE is empty. Give the path of a file.\nFILE is empty. Give the path of a file.\nSee 'modelwright predict --help'.\n")]
    [InlineData("predict model.mw data.csv --output ", "--output is empty. Give it a path: --output FILE.\nSee 'modelwright predict --help'.\n")]
    [InlineData("[suggest]", "The verb is missing. There are: {verbs}.\nSee 'modelwright --help'.\n")]
    [InlineData("@data.csv", "'@data.csv' is not a verb. There are: {verbs}.\nSee 'modelwright --help'.\n")]
    [InlineData("--jsn", "'--jsn' is not an option of 'modelwright'.\nSee 'modelwright --help'.\n")]
    [InlineData("inspect data.csv --target", "--target needs a value: --target COLUMN.\nSee 'modelwright inspect --help'.\n")]
    [InlineData("inspect data.csv --memory lots --task guessing", "--task is not known: 'guessing'. There are: classification, regression, clustering, anomalies.\n--memory must be an amount of memory from 32 MiB to 1000 TB. Got 'lots'. Write a number and a unit: 700MB, 2GB, 1.5GiB.\n")]
    public async Task RunAsync_WrongCall_SaysAllThatIsWrong(string call, string expected)
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(call.Split(' ')));
        Assert.Equal(expected.Replace("{verbs}", Verbs, StringComparison.Ordinal), host.Error);
        Assert.Empty(host.Output);
    }

    [Fact]
    public async Task RunAsync_WrongCallInAPipe_WritesOneDocument()
    {
        var host = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("inspect", "absent.csv"));
        var error = host.Document.GetProperty("error");
        Assert.Equal("data", error.GetProperty("kind").GetString());
        Assert.Equal(2, error.GetProperty("exit_code").GetInt32());
        Assert.Equal(host.Error.TrimEnd('\n'), error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task RunAsync_AfterTwoDashes_TakesWordsAsTheyAre()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("inspect", "--", "-data.csv"));
        Assert.StartsWith("-data.csv was not found.", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Version_IsOneLine()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("--version"));
        Assert.Matches(@"^modelwright \d+\.\d+\.\d+\S*\n$", host.Output);
    }

    private static string Verbs => string.Join(", ", CommandLine.Root(new TestHost().Host).Subcommands.Select(verb => verb.Name));
}
