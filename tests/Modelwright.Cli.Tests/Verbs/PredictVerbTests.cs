using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Modelwright.Cli.Hosting;
using Modelwright.Core.Data;
using Modelwright.Sources;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class PredictVerbTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Fact]
    public async Task Predict_Classes_WritesLabelAndProbabilitiesInRowOrder()
    {
        using var folder = new TempFolder();
        var (host, output) = (new TestHost(), Path.Combine(folder.Path, "out.csv"));

        Assert.Equal(ExitCode.Done, await host.RunAsync("predict", trained.ClassPackage, trained.ClassFile, "-o", output));

        var lines = File.ReadAllLines(output);
        Assert.Equal($"{output}: 120 predictions.\n", host.Output);
        Assert.Equal("prediction,probability:no,probability:yes", lines[0]);
        Assert.Equal(121, lines.Length);
        Assert.All(lines.Skip(1).Select(line => line.Split(',')), cells =>
        {
            var (no, yes) = (double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture));
            Assert.Equal(1, no + yes, tolerance: 1e-12);
            Assert.Equal(yes > no ? "yes" : "no", cells[0]);
        });
    }

    [Fact]
    public async Task Predict_Numbers_WritesOneColumn()
    {
        using var folder = new TempFolder();
        var output = Path.Combine(folder.Path, "out.tsv");

        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("predict", trained.NumberPackage, trained.NumberFile, "-o", output));

        var lines = File.ReadAllLines(output);
        Assert.Equal("prediction", lines[0]);
        Assert.True(double.IsFinite(double.Parse(lines[1], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("out.json.gz")]
    [InlineData("out.xlsx")]
    [InlineData("out.xml")]
    [InlineData("out.sqlite")]
    [InlineData("out.duckdb")]
    public async Task Predict_OtherKindsOfFile_HoldTheSame(string name)
    {
        using var folder = new TempFolder();
        var (csv, other) = (Path.Combine(folder.Path, "out.csv"), Path.Combine(folder.Path, name));

        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("predict", trained.ClassPackage, trained.ClassFile, "-o", csv));
        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("predict", trained.ClassPackage, trained.ClassFile, "-o", other));

        // A database has no order of rows.
        Assert.Equal((await Lines(csv)).Order(StringComparer.Ordinal), (await Lines(other)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Predict_IntoTheDatabaseThatIsRead_IsRefusedBeforeAnythingIsDone()
    {
        using var folder = new TempFolder();
        var database = Path.Combine(folder.Path, "rows.sqlite");
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE customers(colour TEXT, size REAL)";
            command.ExecuteNonQuery();
        }

        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("predict", trained.ClassPackage, database, "-o", database));
        Assert.Equal($"'{database}' cannot be written: it is a database that holds the table 'customers', and a new one would take its place. Name another file.\n", host.Error);
    }

    [Fact]
    public async Task Predict_Keep_PutsTheInputBeforeTheAnswers()
    {
        using var folder = new TempFolder();
        var input = folder.Write("new.csv", "note,colour,size\n\"a, \"\"b\"\"\",red,1.5\nc,,9\n");
        var output = Path.Combine(folder.Path, "out.csv");

        Assert.Equal(ExitCode.Done, await new TestHost().RunAsync("predict", trained.ClassPackage, input, "-o", output, "--keep"));

        var lines = File.ReadAllLines(output);
        Assert.Equal("note,colour,size,prediction,probability:no,probability:yes", lines[0]);
        Assert.StartsWith("\"a, \"\"b\"\"\",red,1.5,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("c,,9,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_KeepWithAColumnOfTheSameName_Refuses()
    {
        using var folder = new TempFolder();
        var host = new TestHost();
        var input = folder.Write("new.csv", "colour,size,prediction\nred,1.5,x\n");

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("predict", trained.ClassPackage, input, "-o", Path.Combine(folder.Path, "out.csv"), "--keep"));
        Assert.Equal("The input has a column 'prediction' already, so it cannot be kept beside the predictions. Rename that column, or leave out --keep.\n", host.Error);
    }

    [Fact]
    public async Task Predict_PipeToPipe_WritesTheFileAndNothingElse()
    {
        using var output = new MemoryStream();
        var host = new TestHost { IsTerminal = false, Input = "size,colour\n1.5,red\n", OutputBytes = output };

        Assert.Equal(ExitCode.Done, await host.RunAsync("predict", trained.ClassPackage, "-", "-o", "-"));

        Assert.Empty(host.Output);
        Assert.StartsWith("prediction,probability:no,probability:yes\n", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_FaultInAPipeOfTables_LeavesTheTableEmpty()
    {
        var host = new TestHost { IsTerminal = false, Input = "nothing\n1\n" };

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("predict", trained.ClassPackage, "-", "-o", "-"));
        Assert.Empty(host.Output);
        Assert.Contains("'colour'", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_DocumentAndTableOnStandardOutput_AreRefused()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("predict", trained.ClassPackage, trained.ClassFile, "-o", "-", "--json"));
        Assert.Equal("--json and --output - both ask for standard output. Leave one of them out, or name a file.\n", host.Error);
    }

    [Fact]
    public async Task Predict_NoOutputInAPipe_PutsTheAnswersIntoTheDocument()
    {
        var host = new TestHost { IsTerminal = false, Input = "size,colour\n1.5,red\n9,mauve\n" };

        Assert.Equal(ExitCode.Done, await host.RunAsync("predict", trained.ClassPackage, "-"));

        var answers = host.Document.GetProperty("predictions");
        Assert.Equal(2, answers.GetArrayLength());
        Assert.InRange(answers[0].GetProperty("probabilities").GetProperty("yes").GetDouble(), 0, 1);
        Assert.Equal("Column 'colour': 1 cell with a level not seen in training, first 'mauve' in row 2; answered without a known value.\n", host.Error);
        Assert.Equal(1, host.Document.GetProperty("columns")[0].GetProperty("unseen").GetInt32());
    }

    [Fact]
    public async Task Predict_NoOutputOnATerminal_ShowsTheFirstRows()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("predict", trained.ClassPackage, trained.ClassFile));
        Assert.EndsWith("10 of 120 rows. Next: add -o FILE to write all of them.\n", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_MissingColumns_NamesAll()
    {
        var host = new TestHost { Input = "nothing\n1\n" };

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("predict", trained.ClassPackage, "-"));
        Assert.Contains("'size'", host.Error, StringComparison.Ordinal);
        Assert.Contains("'colour'", host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_FileThatIsNoPackage_SaysSo()
    {
        var host = new TestHost();

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("predict", trained.ClassFile, trained.ClassFile));
        Assert.StartsWith($"{trained.ClassFile}: ", host.Error, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> Lines(string path)
    {
        var table = await Table.ReadAsync(path, cancellation: TestContext.Current.CancellationToken);
        return Enumerable.Range(0, table.RowCount).Select(row => string.Join('|', table.Columns.Select(column => column.Format(row))));
    }
}
