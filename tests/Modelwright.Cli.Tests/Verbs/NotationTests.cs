using System.Globalization;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>A row means to a model what it meant in the file that the model was trained on, though the row alone does not tell.</summary>
public sealed class NotationTests(NotationTests.Trained trained) : IClassFixture<NotationTests.Trained>, IDisposable
{
    // In the file: 1.230 (a thousand) and the third of April.
    private const int Row = 24;
    private const string Unclear = "'1.230' in column 'area' may be a number with three decimals or one in thousands, and nothing in the file tells; it was read with decimal commas, as when the model was trained. If that is wrong, set --decimal.";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("row.csv", "area;opened\n1.230;03/04/2025\n", $"Note: {Unclear}\n")]
    [InlineData("row.jsonl", "{\"area\": \"1.230\", \"opened\": \"03/04/2025\"}\n", "")]
    [InlineData("row.jsonl", "{\"area\": 1230, \"opened\": \"2025-04-03\"}\n", "")]
    [InlineData("row.csv", "area,opened\n1230.0,2025-04-03\n", "Note: Numbers have decimal points, such as '1230.0' in column 'area', and had decimal commas when the model was trained. If that is wrong, set --decimal.\n")]
    public async Task Predict_OneRowThatTellsNothing_AnswersAsInTheWholeFile(string name, string text, string notes)
    {
        var (answers, said) = await PredictAsync(name, text);

        Assert.Equal([trained.Answers[Row]], answers);
        Assert.Equal(notes, said);
    }

    [Theory]
    [InlineData("area;opened\n1.230;04/03/2025\n")]
    [InlineData("area;opened\n1,230;03/04/2025\n")]
    public async Task Predict_TheOtherReading_WouldAnswerSomethingElse(string text) =>
        Assert.NotEqual([trained.Answers[Row]], (await PredictAsync("row.csv", text)).Answers);

    [Fact]
    public async Task Predict_MarkThatIsTold_Wins()
    {
        var small = await PredictAsync("row.csv", "area;opened\n1.230;03/04/2025\n", "--decimal", ".");
        var same = await PredictAsync("row.csv", "area;opened\n1,230;03/04/2025\n", "--decimal", ",");

        Assert.Equal(same.Answers, small.Answers);
        Assert.Equal("", small.Said);
    }

    [Fact]
    public async Task Predict_TextThatTheModelCannotRead_SaysHowItIsWritten()
    {
        var host = new TestHost();
        var file = _folder.Write("row.jsonl", "{\"area\": \"1230.5\", \"opened\": \"03/04/2025\"}\n");

        Assert.Equal(ExitCode.CallIsWrong, await host.RunAsync("predict", trained.Package, file));
        Assert.Equal("Column 'area', row 1: '1230.5' cannot be read as a number. Write it like 1.234,5, or leave it empty where there is no value.\n", host.Error);
    }

    [Fact]
    public async Task Evaluate_RowsThatTellNothing_ScoresThemAsNumbersOfThatFile()
    {
        var unclear = await FiguresAsync("evaluate", trained.Package, _folder.Write("test.csv", Test(Thousands)));
        var plain = await FiguresAsync("evaluate", trained.Package, _folder.Write("test.jsonl", TestAsJson()));

        Assert.Equal(plain, unclear);
    }

    [Theory]
    [InlineData]
    [InlineData("--ignore", "opened")]
    public async Task Train_TestFileThatTellsNothing_IsReadAsTheTrainingFile(params string[] options)
    {
        var unclear = await FiguresAsync(["train", trained.File, "--test", _folder.Write("test.csv", Test(Thousands)), .. trained.Options, .. options, "--out", Path.Combine(_folder.Path, "first")]);
        var plain = await FiguresAsync(["train", trained.File, "--test", _folder.Write("test.jsonl", TestAsJson()), .. trained.Options, .. options, "--out", Path.Combine(_folder.Path, "second")]);

        Assert.Equal(plain, unclear);
    }

    [Fact]
    public async Task Train_PlanOfTheRun_ReadsTheTestFileTheSameWay()
    {
        var plan = Path.Combine(Path.GetDirectoryName(trained.Package)!, "plan.json");

        var unclear = await FiguresAsync("train", trained.File, "--plan", plan, "--test", _folder.Write("test.csv", Test(Thousands)), "--out", Path.Combine(_folder.Path, "first"));
        var plain = await FiguresAsync("train", trained.File, "--plan", plan, "--test", _folder.Write("test.jsonl", TestAsJson()), "--out", Path.Combine(_folder.Path, "second"));

        Assert.Equal(plain, unclear);
    }

    private static string Thousands(int number) => number.ToString("#,##0", CultureInfo.GetCultureInfo("de-DE"));

    private static string Test(Func<int, string> write) =>
        "area;opened;rent\n" + string.Concat(Enumerable.Range(0, 20).Select(row => $"{write(1200 + (row * 10))};03/0{1 + (row % 9)}/2025;{write(2000 + (row * 7))}\n"));

    private static string TestAsJson() =>
        string.Concat(Enumerable.Range(0, 20).Select(row => $$"""{"area": {{1200 + (row * 10)}}, "opened": "2025-0{{1 + (row % 9)}}-03", "rent": {{2000 + (row * 7)}}}""" + "\n"));

    private async Task<(string[] Answers, string Said)> PredictAsync(string name, string text, params string[] options)
    {
        var host = new TestHost();
        var output = Path.Combine(_folder.Path, "out.csv");
        var code = await host.RunAsync(["predict", trained.Package, _folder.Write(name, text), "-o", output, .. options]);
        Assert.True(code == ExitCode.Done, host.Error);
        return ([.. File.ReadAllLines(output).Skip(1)], host.Output.Replace($"{output}: 1 predictions.\n", "", StringComparison.Ordinal));
    }

    private static async Task<string[]> FiguresAsync(params string[] arguments)
    {
        var host = new TestHost { IsTerminal = false };
        Assert.True(await host.RunAsync(arguments) == ExitCode.Done, host.Error);
        var document = host.Document.TryGetProperty("evidence", out var evidence) ? evidence : host.Document;
        string[] figures = [.. document.GetProperty("figures").EnumerateArray().Where(figure => arguments[0] == "evaluate" || figure.GetProperty("data").GetString() == "test").Select(figure => figure.GetRawText())];
        Assert.NotEmpty(figures);
        return figures;
    }

    /// <summary>A model of a file with decimal commas, points between thousands, and days before months.</summary>
    public sealed class Trained : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();

        public string File { get; private set; } = "";

        public string Package => Path.Combine(_folder.Path, "run", "model.mw");

        public string[] Options { get; } = ["--target", "rent", "--learners", "random_forest", "--trials", "1"];

        /// <summary>What the model answers to the rows of the file.</summary>
        public string[] Answers { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            File = _folder.Write("flats.csv", "area;opened;rent\n" + string.Concat(Enumerable.Range(0, 200).Select(Line)));
            var host = new TestHost();
            Assert.True(await host.RunAsync(["train", File, .. Options, "--out", Path.Combine(_folder.Path, "run")]) == ExitCode.Done, host.Error);
            var output = Path.Combine(_folder.Path, "out.csv");
            Assert.True(await host.RunAsync("predict", Package, File, "-o", output) == ExitCode.Done, host.Error);
            Answers = System.IO.File.ReadAllLines(output)[1..];
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }

        // Whole thousands and small fractions; the rent tells whether area and month were read right.
        private static string Line(int row)
        {
            var area = row % 2 == 0 ? 990 + (row * 10) : row + 0.25;
            var day = new DateTime(2025, 1 + (row % 12), 1 + (row * 7 % 28));
            day = row == Row ? new(2025, 4, 3) : day;
            return string.Create(CultureInfo.GetCultureInfo("de-DE"), $"{area:#,##0.##};{day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)};{area + (500 * day.Month):#,##0.##}\n");
        }
    }
}
