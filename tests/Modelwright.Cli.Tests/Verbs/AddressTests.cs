using System.Globalization;
using System.Text;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>All that may stand where a verb takes FILE.</summary>
public sealed class AddressTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Theory]
    [InlineData("{0}/parts", "csv")]
    [InlineData("{0}/parts/*.csv", "csv")]
    [InlineData("SELECT * FROM '{0}/parts/*.csv'", "sql")]
    public async Task Inspect_FolderPatternOrSql_GivesTheRows(string address, string kind)
    {
        using var folder = Folder();
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", address.Replace("{0}", folder.Path, StringComparison.Ordinal), "--json"));

        Assert.Equal(kind, host.Document.GetProperty("source").GetProperty("kind").GetString());
        Assert.Equal(120, host.Document.GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task EveryVerb_Sql_IsTakenForFile()
    {
        using var folder = Folder();
        var sql = $"SELECT * FROM '{folder.Path}/parts/*.csv'";
        var (train, predict, evaluate) = (new TestHost(), new TestHost(), new TestHost());

        Assert.Equal(ExitCode.Done, await train.RunAsync("train", sql, "--target", "label", "--trials", "1", "--test", sql, "--out", Path.Combine(folder.Path, "run")));
        Assert.Equal(ExitCode.Done, await predict.RunAsync("predict", trained.ClassPackage, sql, "-o", Path.Combine(folder.Path, "out.csv")));
        Assert.Equal(ExitCode.Done, await evaluate.RunAsync("evaluate", Path.Combine(folder.Path, "run", "model.mw"), sql, "--json"));

        Assert.Equal(121, File.ReadAllLines(Path.Combine(folder.Path, "out.csv")).Length);
        Assert.Equal(120, evaluate.Document.GetProperty("rows").GetInt32());
    }

    [Theory]
    [InlineData("--test", "{0}/none.csv", "--test: the file '{0}/none.csv' was not found. Check the path.\n")]
    [InlineData("--format", "cvs", "--format 'cvs' is not known. Did you mean 'csv'? There are: csv, ")]
    public async Task Train_AddressOrFormatThatIsNone_SaysSo(string option, string value, string expected)
    {
        using var folder = Folder();
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("train", $"{folder.Path}/parts", "--target", "label", option, value.Replace("{0}", folder.Path, StringComparison.Ordinal)));

        Assert.StartsWith(expected.Replace("{0}", folder.Path, StringComparison.Ordinal), host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_Format_ReadsAFileOfAnyName()
    {
        using var folder = new TempFolder();
        var path = folder.Write("rows.unknown", "{\"a\":1}\n{\"a\":2}\n");
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", path, "--format", "json_lines", "--json"));

        Assert.Equal(2, host.Document.GetProperty("rows").GetInt32());
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":2}\n", null, "json_lines")]
    [InlineData("{\"a\":1}\n", null, "json")]
    [InlineData("{\"rows\":[{\"a\":1},{\"a\":2}]}", null, "json")]
    [InlineData("[{\"a\":1}]", null, "json")]
    [InlineData("{\"a\":1}\n", "json_lines", "json_lines")]
    [InlineData("<all><one a='1'/><one a='2'/></all>", null, "xml")]
    [InlineData("a,b\n1,2\n", null, "csv")]
    [InlineData("a\tb\n1\t2\n", "tsv", "tsv")]
    [InlineData("{1},2\n3,4\n", "csv", "csv")]
    [InlineData("one document", "text", "text")]
    public async Task Inspect_StandardInput_IsToldByContentOrByFormat(string input, string? format, string kind)
    {
        var host = new TestHost { Input = input };

        Assert.Equal(ExitCode.Done, await host.RunAsync(["inspect", "-", "--json", .. format is null ? [] : new[] { "--format", format }]));

        Assert.Equal(kind, host.Document.GetProperty("source").GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("a,b\n1,ü\n2,y\n")]
    [InlineData("{\"a\":1,\"b\":\"ü\"}\n{\"a\":2}\n")]
    [InlineData("[{\"a\":1,\"b\":\"ü\"},{\"a\":2,\"b\":\"y\"}]")]
    public async Task Inspect_StandardInputCompressedOrUtf16_IsReadAsWhatItIs(string text)
    {
        byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];
        using var packer = new ZstdSharp.Compressor();
        foreach (var bytes in new[] { utf16, packer.Wrap(Encoding.UTF8.GetBytes(text)).ToArray(), packer.Wrap(utf16).ToArray() })
        {
            var host = new TestHost { InputBytes = bytes };

            Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", "-", "--json"));

            Assert.Equal((2, "a"), (host.Document.GetProperty("rows").GetInt32(), host.Document.GetProperty("columns")[0].GetProperty("name").GetString()));
        }
    }

    [Fact]
    public async Task Inspect_OptionsThatDoNotFit_AreRefusedTogetherAndSpeakOfStandardInput()
    {
        var host = new TestHost { Input = "[{\"a\":1}]" };

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("inspect", "-", "--separator", "tab", "--no-header", "--pattern", "(?<a>.*)"));

        Assert.Equal(
            """
            --separator is 'tab', but standard input (JSON) is no delimited text. Leave the option out.
            --no-header is given, but standard input (JSON) is no delimited text or workbook. Leave the option out.
            --pattern is '(?<a>.*)', but standard input (JSON) is no text of a row a line. Leave the option out; for a log of another name set --format to 'log'.

            """,
            host.Error,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Inspect_StandardInputWithABrokenFirstLine_CanSkipIt()
    {
        var host = new TestHost { Input = "{\"a\":1,}\n{\"a\":2}\n{\"a\":3}\n" };

        Assert.Equal(ExitCode.Done, await host.RunAsync("inspect", "-", "--json", "--skip-bad-rows"));

        Assert.Equal(2, host.Document.GetProperty("rows").GetInt32());
    }

    [Theory]
    [InlineData("--no-header false", "'false' is one argument too many for 'modelwright inspect'. Put a name that holds spaces in quotes.\nSee 'modelwright inspect --help'.\n")]
    [InlineData("--no-header=false", "'false' is one argument too many for 'modelwright inspect'. Put a name that holds spaces in quotes.\nSee 'modelwright inspect --help'.\n")]
    public async Task Inspect_FlagWithAValue_IsNotTakenForTheFlagAlone(string option, string expected)
    {
        var host = new TestHost { Input = "a\n1\n" };

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync(["inspect", "-", .. option.Split(' ')]));

        Assert.Equal(expected, host.Error);
    }

    [Fact]
    public async Task Train_TestFileOfAnotherKind_TakesWhatFitsIt()
    {
        using var folder = Folder();
        var test = folder.Write("test.json", Objects(File.ReadAllLines(Path.Combine(folder.Path, "parts", "2.csv"))));
        var rows = Path.Combine(folder.Path, "parts", "1.csv");
        var (fits, misfits) = (new TestHost(), new TestHost());

        var code = await fits.RunAsync("train", rows, "--target", "label", "--trials", "1", "--test", test, "--separator", ",", "--out", Path.Combine(folder.Path, "run"));

        Assert.True(code == ExitCode.Done, fits.Error);
        Assert.Equal(ExitCode.CallIsWrong, await misfits.RunAsync("train", rows, "--target", "label", "--trials", "1", "--test", test, "--separator", ",", "--sheet", "1"));
        Assert.Equal($"--sheet is '1', but {rows} (Comma-separated values) is no workbook. Leave the option out.\n", misfits.Error);
    }

    [Fact]
    public async Task Inspect_ServerThatDoesNotAnswer_ShowsNoPassword()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("inspect", "postgres://me:secret77@127.0.0.1:1/shop", "--query", "SELECT 1", "--json"));

        Assert.StartsWith("postgres://me@127.0.0.1:1/shop: no server answers (", host.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret77", host.Error + host.Output, StringComparison.Ordinal);
    }

    private static string Objects(string[] lines)
    {
        var names = lines[0].Split(',');
        return $"[{string.Join(',', lines[1..].Select(line => $"{{{string.Join(',', line.Split(',').Select((cell, column) => $"\"{names[column]}\":{Value(cell)}"))}}}"))}]";
    }

    private static string Value(string cell) => double.TryParse(cell, CultureInfo.InvariantCulture, out _) ? cell : $"\"{cell}\"";

    private static TempFolder Folder()
    {
        var folder = new TempFolder();
        var lines = Rows.Classes(120).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Directory.CreateDirectory(Path.Combine(folder.Path, "parts"));
        folder.Write("parts/1.csv", $"{lines[0]}\n{string.Join('\n', lines[1..61])}\n");
        folder.Write("parts/2.csv", $"{lines[0]}\n{string.Join('\n', lines[61..])}\n");
        return folder;
    }
}
