using System.Globalization;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class ExplainVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Fact]
    public async Task Explain_PackageAlone_ShowsWhatMatters()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("explain", trained.NumberPackage));

        Assert.StartsWith($"{trained.NumberPackage}: what matters to the model\n", host.Output, StringComparison.Ordinal);
        Assert.Contains("│ size ", host.Output, StringComparison.Ordinal);
        Assert.Contains("How much rmse loses where a column is shuffled, 5 times, among 120 unseen rows (out of fold).", host.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("colour: the answer is ", host.Output, StringComparison.Ordinal);
        Assert.EndsWith($"Next: modelwright explain {trained.NumberPackage} FILE --row 1\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Row_GivesReasonsThatAddUp()
    {
        var host = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.Done, await host.RunAsync("explain", trained.ClassPackage, trained.ClassFile, "--row", "7"));

        var row = Assert.Single(host.Document.GetProperty("explanations").EnumerateArray());
        Assert.Equal(6, row.GetProperty("row").GetInt32());
        Assert.True(host.Document.GetProperty("exact").GetBoolean());
        var answer = row.GetProperty("answers")[0];
        Assert.Equal("yes", answer.GetProperty("output").GetString());
        var sum = host.Document.GetProperty("outputs")[0].GetProperty("base").GetDouble() + answer.GetProperty("reasons").EnumerateArray().Sum(reason => reason.GetProperty("contribution").GetDouble());
        Assert.Equal(answer.GetProperty("value").GetDouble(), sum, 1e-9);
    }

    [Fact]
    public async Task Explain_RowOnATerminal_SaysItInWords()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("explain", trained.NumberPackage, trained.NumberFile, "--row", "2"));

        Assert.StartsWith($"Row 2 of {trained.NumberFile}: amount ", host.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("before any column is known", host.Output, StringComparison.Ordinal);
        Assert.Contains("  size 3.7 lowers the answer by ", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_AllRows_AreWrittenAsATable()
    {
        using var folder = new TempFolder();
        var (host, output) = (new TestHost(), Path.Combine(folder.Path, "reasons.csv"));

        Assert.Equal(ExitCode.Done, await host.RunAsync("explain", trained.ClassPackage, trained.ClassFile, "-o", output));

        var lines = File.ReadAllLines(output);
        Assert.Equal($"{output}: 120 rows explained.\n", host.Output);
        Assert.Equal("row,prediction,base,probability:yes,contribution:size,contribution:colour", lines[0]);
        Assert.Equal(121, lines.Length);
        Assert.All(lines.Skip(1).Select((line, row) => (line.Split(','), row)), item =>
        {
            var (cells, row) = item;
            var numbers = cells.Where((_, place) => place != 1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(row + 1, numbers[0]);
            Assert.Equal(numbers[2], numbers[1] + numbers[3] + numbers[4], 1e-9);
        });
    }

    [Fact]
    public async Task Explain_NoOutputOnATerminal_ShowsTheFirstRows()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("explain", trained.ClassPackage, trained.ClassFile));
        Assert.EndsWith("10 of 120 rows. Next: add --row N for one row, or -o FILE to write all of them.\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_CellOfOneRow_IsToldByItsNumberInTheFile()
    {
        var host = new TestHost { IsTerminal = false, Input = "size,colour\n1.5,red\n9,mauve\n" };

        Assert.Equal(ExitCode.Done, await host.RunAsync("explain", trained.ClassPackage, "-", "--row", "2"));
        Assert.Equal("Column 'colour': 1 cell with a level not seen in training, first 'mauve' in row 2; answered without a known value.\n", host.Error);
    }

    [Fact]
    public async Task Explain_RowThatIsNotThere_SaysHowManyThereAre()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("explain", trained.ClassPackage, trained.ClassFile, "--row", "121"));
        Assert.Equal($"--row 121: {trained.ClassFile} has 120 rows, counted from 1. Name one of them.\n", host.Error);
    }

    [Fact]
    public async Task Explain_WantedClass_TellsTheSmallestChanges()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("explain", trained.ClassPackage, trained.ClassFile, "--row", "1", "--want", "yes", "--fixed", "colour"));

        Assert.Matches("To get yes:\n  yes if size were [0-9.]+ \\(size is 0\\)\n", host.Output);
    }

    [Fact]
    public async Task Explain_WantedNumberThatIsOutOfReach_AnswersNo()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.AnswerIsNo, await host.RunAsync("explain", trained.NumberPackage, trained.NumberFile, "--row", "1", "--want", ">4100"));
        Assert.EndsWith("To get >4100:\n  No change of up to 3 columns does, among the values that training rows had. Let more columns change, or want\nless.\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Prototypes_AreOfEachClass()
    {
        var host = new TestHost { IsTerminal = false };

        Assert.Equal(ExitCode.Done, await host.RunAsync("explain", trained.ClassPackage, trained.ClassFile, "--prototypes", "2"));

        var typical = host.Document.GetProperty("prototypes").EnumerateArray().ToArray();
        Assert.Equal(["no", "no", "yes", "yes"], typical.Select(one => one.GetProperty("group").GetString()));
        Assert.Equal(120, typical.Sum(one => one.GetProperty("rows").GetInt32()));
    }

    [Fact]
    public async Task Explain_OptionsThatDoNotGoTogether_AreToldTogether()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("explain", trained.ClassPackage, trained.ClassFile, "--want", "yes", "--prototypes", "2", "-o", "x.csv"));
        Assert.Equal("--want needs --row N: the row whose answer is to change.\n--prototypes chooses among all rows and shows them: leave out --row and --output beside it.\n", host.Error);
        var second = new TestHost();
        Assert.Equal(ExitCode.CallIsWrong, await second.RunAsync("explain", trained.ClassPackage, trained.ClassFile, "--row", "1", "--mutable", "size"));
        Assert.Equal("--mutable and --fixed say what may change for --want. Add --want ANSWER, or leave them out.\n", second.Error);
    }

    [Fact]
    public async Task Explain_FaultsOfTheCall_AreToldTogether()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("explain", trained.ClassPackage, "--row", "0", "-o", "-", "--json"));
        Assert.Equal(
            "--row must be a whole number from 1 to 2147483647. Got '0'. Write it in digits alone.\n--json and --output - both ask for standard output. Leave one of them out, or name a file.\n--row, --output need rows: name a FILE behind the package.\n",
            host.Error);
    }
}
