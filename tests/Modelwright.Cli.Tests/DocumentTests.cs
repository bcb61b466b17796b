using System.Text.Json;
using Modelwright.Cli.Tests.Verbs;
using Modelwright.Features;

namespace Modelwright.Cli.Tests;

/// <summary>Every document for machines is as its schema in docs/ says.</summary>
public sealed class DocumentTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    [Fact]
    public async Task Inspect_Document_IsAsItsSchemaSays()
    {
        AssertSound("inspect.schema.json", await AnswerAsync("inspect", trained.ClassFile, "--target", "label"));
        AssertSound("inspect.schema.json", await AnswerAsync("inspect", Path.Combine(Repository.Root, "samples", "loans", "loans.csv")));
    }

    [Fact]
    public async Task Train_Document_IsAsItsSchemaSays()
    {
        using var folder = new TempFolder();
        AssertSound("train.schema.json", await AnswerAsync("train", trained.ClassFile, "--target", "label", "--budget", "3s", "--out", folder.Path));
        AssertSound("evidence.schema.json", Read(folder.Path, "evidence.json"));
        AssertSound("plan.schema.json", Read(folder.Path, "plan.json"));
        AssertSound("report.schema.json", Read(folder.Path, "report.json"));
    }

    [Fact]
    public void Plan_Schema_KnowsEveryWayToMakeFeatures()
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "plan.schema.json")));
        string[][] lists = [.. Lists(schema.RootElement).Where(list => list.Contains("target_encoded"))];
        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.Empty(FeatureVariant.All.Select(variant => variant.Name).Except(list)));
    }

    [Fact]
    public async Task Predict_Document_IsAsItsSchemaSays()
    {
        using var folder = new TempFolder();
        AssertSound("predict.schema.json", await AnswerAsync("predict", trained.ClassPackage, trained.ClassFile));
        AssertSound("predict.schema.json", await AnswerAsync("predict", trained.NumberPackage, trained.NumberFile));
        AssertSound("predict.schema.json", await AnswerAsync("predict", trained.NumberPackage, trained.NumberFile, "-o", Path.Combine(folder.Path, "o.csv")));
    }

    [Fact]
    public async Task Evaluate_Document_IsAsItsSchemaSays() =>
        AssertSound("evaluate.schema.json", await AnswerAsync("evaluate", trained.ClassPackage, trained.ClassFile));

    [Fact]
    public async Task Test_Document_IsAsItsSchemaSays() =>
        AssertSound("test.schema.json", await AnswerAsync("test", trained.ClassPackage, "--data", trained.ClassFile));

    [Fact]
    public async Task Explain_Document_IsAsItsSchemaSays()
    {
        using var folder = new TempFolder();
        AssertSound("explain.schema.json", await AnswerAsync("explain", trained.ClassPackage));
        AssertSound("explain.schema.json", await AnswerAsync("explain", trained.NumberPackage, trained.NumberFile));
        AssertSound("explain.schema.json", await AnswerAsync("explain", trained.NumberPackage, trained.NumberFile, "--row", "1", "--want", ">15"));
        AssertSound("explain.schema.json", await AnswerAsync("explain", trained.NumberPackage, trained.NumberFile, "--prototypes", "2"));
        AssertSound("explain.schema.json", await AnswerAsync("explain", trained.ClassPackage, trained.ClassFile, "-o", Path.Combine(folder.Path, "o.csv")));
    }

    [Fact]
    public async Task Doctor_Document_IsAsItsSchemaSays() => AssertSound("doctor.schema.json", await AnswerAsync("doctor"));

    [Fact]
    public async Task Error_Document_IsAsItsSchemaSays() => AssertSound("error.schema.json", await AnswerAsync("inspect", "absent.csv"));

    [Theory]
    [InlineData("""{"error": {"kind": "data", "message": 1, "exit_code": 2}}""", "$.error.message: 1 is not of type \"string\"")]
    [InlineData("""{"error": {"kind": "odd", "message": "", "exit_code": 2}}""", "$.error.kind: \"odd\" is none of [\"data\",\"options\",\"artifact\",\"file\",\"stopped\",\"memory\",\"fault\"]")]
    [InlineData("""{"error": {"kind": "data", "message": ""}}""", "$.error: 'exit_code' is absent")]
    [InlineData("""{"error": {"kind": "data", "message": "", "exit_code": 2, "more": 1}}""", "$.error: 'more' is not in the schema")]
    public void Schema_OtherDocument_IsRefused(string document, string fault) =>
        Assert.Equal([fault], JsonSchema.Faults(JsonDocument.Parse(document).RootElement, "error.schema.json").Select(text => text.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal)));

    private static async Task<JsonElement> AnswerAsync(params string[] arguments)
    {
        var host = new TestHost { IsTerminal = false };
        await host.RunAsync(arguments);
        return host.Document;
    }

    private static JsonElement Read(string folder, string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name))).RootElement;

    private static void AssertSound(string schema, JsonElement document) => Assert.Empty(JsonSchema.Faults(document, schema));

    /// <summary>Every list of texts under 'enum', wherever it stands.</summary>
    private static IEnumerable<string[]> Lists(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Lists),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(entry => entry is { Name: "enum", Value.ValueKind: JsonValueKind.Array }
            ? [[.. entry.Value.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)]]
            : Lists(entry.Value)),
        _ => [],
    };
}
