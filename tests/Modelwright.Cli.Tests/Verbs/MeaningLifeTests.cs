using System.Globalization;
using System.Text.Json;
using Modelwright.Cli.Hosting;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Cli.Tests.Verbs;

/// <summary>Columns that are more than numbers and words, from a file over training and the package to the answer of a row that comes alone.</summary>
public sealed class MeaningLifeTests : IDisposable
{
    private static readonly int[] Some = [0, 7, 38, 123];

    private readonly TempFolder _folder = new();

    public static TheoryData<char, char, string> Files => new() { { ',', ';', "en-US" }, { ';', '|', "de-DE" }, { '\t', ',', "en-US" } };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Row_Alone_IsAnsweredAsInTheTrainingFile(char separator, char items, string culture)
    {
        var file = new Trips(separator, items, CultureInfo.GetCultureInfo(culture));
        var path = _folder.Write("trips.csv", file.All);
        var run = Path.Combine(_folder.Path, "run");
        await RunAsync("train", path, "--target", "fee", "--learners", "random_forest", "--trials", "1", "--out", run);
        var package = Path.Combine(run, "model.mw");
        var answers = await AnswersAsync(package, path);

        Assert.True(await ErrorAsync(package, path) < 12, "the answers do not follow from the columns");
        Package.Load(package).Save(Path.Combine(run, "copy.mw"));
        Assert.Equal(answers, await AnswersAsync(Path.Combine(run, "copy.mw"), path));
        using var predictor = Predictor.Load(package);
        foreach (var row in Some)
        {
            Assert.Equal([answers[row]], await AnswersAsync(package, _folder.Write("one.csv", file.Names + file.Line(row))));
            Assert.Equal([answers[row]], await AnswersAsync(package, _folder.Write("one.jsonl", Trips.Json(row, Array(row)) + "\n")));
            Assert.Equal([answers[row]], await AnswersAsync(package, _folder.Write("text.jsonl", Trips.Json(row, $"\"{file.Tags(row)}\"") + "\n")));
            Assert.Equal(answers[row], predictor.PredictJson(Trips.Json(row, Array(row))).Value!.Value.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Columns_AreWhatTheyMean_InPlanAndEvidence(char separator, char items, string culture)
    {
        var file = new Trips(separator, items, CultureInfo.GetCultureInfo(culture));
        var run = Path.Combine(_folder.Path, "run");
        await RunAsync("train", _folder.Write("trips.csv", file.All), "--target", "fee", "--learners", "random_forest", "--trials", "1", "--out", run);

        var schema = Package.Load(Path.Combine(run, "model.mw")).Model.Schema;
        string[] expected = [$"tags Text List {items}", "place Text Coordinates ", "start_lat Number Latitude ", "start_lon Number Longitude ", "phone Category Plain ", "plz Category Plain "];
        Assert.Equal(expected, schema.Features.Select(spec => $"{spec.Name} {spec.Type} {spec.Kind} {spec.ListSeparator}"));
        Assert.True(schema.TryGet("plz", out var codes));
        Assert.Contains("01067", codes.Levels);

        using var evidence = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "evidence.json")));
        var features = evidence.RootElement.GetProperty("features").EnumerateArray().ToDictionary(
            group => string.Join('+', Texts(group, "columns")),
            group => Texts(group, "names"));
        Assert.Equal(["phone", "place", "plz", "start_lat+start_lon", "tags"], features.Keys.Where(key => key is not ("start_lat" or "start_lon")).Order(StringComparer.Ordinal));
        Assert.Contains(features["tags"], name => name.Contains("express", StringComparison.Ordinal));
        Assert.Equal(features.Values.Sum(names => names.Length), features.Values.SelectMany(names => names).Distinct(StringComparer.Ordinal).Count());
        Assert.All(features["place"], name => Assert.StartsWith("place", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tags", "fragile,express", "express,fragile")]
    [InlineData("phone", "+49 30 5550100", "+49 30 5559999")]
    public async Task Row_OtherWriting_DiffersOnlyWhereItMeansSomethingElse(string column, string first, string second)
    {
        var file = new Trips('\t', ',', CultureInfo.InvariantCulture);
        var run = Path.Combine(_folder.Path, "run");
        await RunAsync("train", _folder.Write("trips.csv", file.All), "--target", "fee", "--learners", "random_forest", "--trials", "1", "--out", run);
        var package = Path.Combine(run, "model.mw");

        var one = await AnswersAsync(package, _folder.Write("one.csv", file.Names + file.Line(0, column, first)));
        var other = await AnswersAsync(package, _folder.Write("two.csv", file.Names + file.Line(0, column, second)));

        Assert.Equal(column == "tags", one[0] == other[0]);
    }

    private static string Array(int row) => JsonSerializer.Serialize(Trips.TagsOf(row));

    private static string[] Texts(JsonElement group, string name) => [.. group.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private async Task<string[]> AnswersAsync(string package, string file)
    {
        var output = Path.Combine(_folder.Path, "out.csv");
        await RunAsync("predict", package, file, "-o", output);
        return [.. File.ReadAllLines(output).Skip(1)];
    }

    private static async Task<double> ErrorAsync(string package, string file)
    {
        var host = await RunAsync("evaluate", package, file);
        return host.Document.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("metric").GetString() == "rmse").GetProperty("value").GetDouble();
    }

    private static async Task<TestHost> RunAsync(params string[] arguments)
    {
        var host = new TestHost { IsTerminal = false };
        Assert.True(await host.RunAsync(arguments) == ExitCode.Done, host.Error);
        return host;
    }

    /// <summary>Made-up trips whose fee follows from their tags, place, postal code and telephone.</summary>
    private sealed class Trips(char separator, char items, CultureInfo culture)
    {
        private const int Count = 240;
        private static readonly string[] Codes = ["01067", "04109", "10115", "20095", "50667", "80331"];
        private static readonly string[] Words = ["express", "fragile", "cold", "return"];
        private static readonly string[] Columns = ["tags", "place", "start_lat", "start_lon", "phone", "plz", "fee"];

        public string Names => string.Join(separator, Columns) + "\n";

        public string All => Names + string.Concat(Enumerable.Range(0, Count).Select(row => Line(row)));

        public static string[] TagsOf(int row) => [.. Words.Where((_, word) => (((row * 7) + (row / 5)) >> word) % 2 == 1).DefaultIfEmpty("return")];

        public string Tags(int row) => string.Join(items, TagsOf(row));

        public string Line(int row, string? column = null, string value = "")
        {
            string[] cells = [Tags(row), Place(row), Degrees(Latitude(row)), Degrees(Longitude(row)), Phone(row), Codes[Code(row)], Fee(row).ToString(culture)];
            return string.Join(separator, cells.Select((cell, place) => Quoted(Columns[place] == column ? value : cell))) + "\n";
        }

        public static string Json(int row, string tags) => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"tags": {{tags}}, "place": "{{Place(row)}}", "start_lat": {{Latitude(row)}}, "start_lon": {{Longitude(row)}}, "phone": "{{Phone(row)}}", "plz": "{{Codes[Code(row)]}}"}""");

        private static int Code(int row) => row * 5 % 6;

        private static string Phone(int row) => $"+49 30 55501{row * 11 % 8:00}";

        private static double Latitude(int row) => 47.2345 + (row * 13 % 80 / 10.0);

        private static double Longitude(int row) => 6.1234 + (row * 17 % 80 / 10.0);

        private static string Place(int row) => string.Create(CultureInfo.InvariantCulture, $"{48.1234 + (row * 19 % 50 / 10.0):0.0000}, {8.4321 + (row * 23 % 50 / 10.0):0.0000}");

        private static double Fee(int row) =>
            (TagsOf(row).Contains("express") ? 60 : 0) + (Codes[Code(row)][0] == '0' ? 40 : 0) + (Phone(row)[^1] == '0' ? 50.5 : 0) + (Latitude(row) * 2);

        private string Degrees(double value) => value.ToString("0.0000", culture);

        private string Quoted(string cell) => cell.Contains(separator, StringComparison.Ordinal) ? $"\"{cell}\"" : cell;
    }
}
