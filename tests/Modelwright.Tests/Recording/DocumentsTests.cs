using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording;

namespace Modelwright.Tests.Recording;

public sealed class DocumentsTests
{
    private static readonly TrainingPlan Plan = new()
    {
        Task = LearningTask.Classification,
        Target = "churned",
        Metric = "roc_auc",
        Seed = 7,
        Columns = [new("age", ColumnType.Number) { MissingMarkers = ["?", "-999"] }, new("churned", ColumnType.Category, ColumnRole.Target)],
        Decision = new()
        {
            Fit = "folds",
            Splitter = "stratified",
            Folds = 5,
            Rows = 100,
            Members = [new() { Learner = "linear", Weight = 1.0 / 3, Seed = 1, PartitionSeed = 2, Parameters = [new Dictionary<string, string> { ["penalty"] = "0.1" }] }],
        },
    };

    [Fact]
    public void Plan_WrittenAndRead_SaysTheSame()
    {
        var json = Documents.Write(Plan);
        Assert.Equal(json, Documents.Write(Documents.ReadPlan(json, "plan.json")));
    }

    [Fact]
    public void ReadPlan_BrokenJson_NamesFileAndLine()
    {
        var fault = Assert.Throws<OptionsException>(() => Documents.ReadPlan("{\n \"format\": 1,\n oops }", "plan.json"));
        Assert.StartsWith("plan.json, line 3: this is not a plan: ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("Mend that place, or train anew to get a fresh plan.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadPlan_UnknownName_IsRefused()
    {
        var json = Documents.Write(Plan).Replace("\"seed\"", "\"sede\"", StringComparison.Ordinal);
        Assert.Contains("sede", Assert.Throws<OptionsException>(() => Documents.ReadPlan(json, "plan.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadPlan_NewerFormat_AsksForANewerRelease()
    {
        var json = Documents.Write(Plan with { Format = 2 });
        var fault = Assert.Throws<OptionsException>(() => Documents.ReadPlan(json, "plan.json"));
        Assert.Equal("plan.json: plan format 2 is not known; this release reads format 1. Use a newer release, or train anew.", fault.Message);
    }
}
