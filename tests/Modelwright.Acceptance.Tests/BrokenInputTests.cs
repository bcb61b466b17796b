namespace Modelwright.Acceptance.Tests;

/// <summary>What a person sees who brings a file or a call that cannot work.</summary>
public sealed class BrokenInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a,b,label\n1,2,x\n3,y\n", "rows.csv, line 3: ")]
    [InlineData("a,b,label\n1,\"2,x\n3,4,y\n", "rows.csv, lines 2 to 3: ", "rows.csv, line 2: ")]
    [InlineData("", "rows.csv: the file is empty. Give a file with a line of names and at least one row.\n")]
    [InlineData("a,a,label\n1,2,x\n", "rows.csv, line 1: ")]
    public async Task Train_BrokenFile_SaysWhereAndWhatToDo(string text, params string[] starts)
    {
        _folder.Write("rows.csv", text);

        var run = await CliProcess.RunAsync(_folder.Path, "train", "rows.csv", "--target", "label");

        Assert.Equal(2, run.ExitCode);
        Assert.True(Array.Exists(starts, start => run.Error.StartsWith(start, StringComparison.Ordinal)), run.Error);
        Assert.Equal("data", run.Document.GetProperty("error").GetProperty("kind").GetString());
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "runs")));
    }

    [Fact]
    public async Task Train_NoSuchFile_SuggestsTheNearest()
    {
        _folder.Write("customers.csv", "a,b\n1,2\n");

        var run = await CliProcess.RunAsync(_folder.Path, "train", "custommers.csv", "--target", "b");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Did you mean 'customers.csv'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_TargetThatIsNotThere_SuggestsTheNearest()
    {
        var run = await CliProcess.RunAsync(_folder.Path, "train", Repository.Sample("loans/loans.csv"), "--target", "default");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'default'", run.Error, StringComparison.Ordinal);
        Assert.Contains("'defaulted'", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "runs")));
    }

    [Fact]
    public async Task Train_OneClass_IsRefused()
    {
        _folder.Write("rows.csv", "a,label\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row},same\n")));

        var run = await CliProcess.RunAsync(_folder.Path, "train", "rows.csv", "--target", "label");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("label", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_Version_AndNothing_HaveTheirExitCodes()
    {
        Assert.Equal(0, (await CliProcess.RunAsync(_folder.Path, "--help")).ExitCode);
        Assert.Equal(0, (await CliProcess.RunAsync(_folder.Path, "--version")).ExitCode);
        Assert.Equal(2, (await CliProcess.RunAsync(_folder.Path)).ExitCode);
        Assert.Equal(2, (await CliProcess.RunAsync(_folder.Path, "predict")).ExitCode);
    }
}
