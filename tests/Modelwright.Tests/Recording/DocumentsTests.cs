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
    public void Plan_PlainColumns_SayNothingOfNotationAndKind()
    {
        var json = Documents.Write(Plan);

        Assert.DoesNotContain("notation", json, StringComparison.Ordinal);
        Assert.DoesNotContain("kind", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_HowColumnsAreWritten_IsWrittenAndRead()
    {
        var json = Documents.Write(Written(new() { DecimalSeparator = ',', GroupSeparators = ".", HasNegativeParentheses = true, Suffixes = [new("k", 1000)] }, "json"));

        var column = Documents.ReadPlan(json, "plan.json").Columns[0];

        Assert.Equal(json, Documents.Write(Documents.ReadPlan(json, "plan.json")));
        Assert.DoesNotContain("is_plain", json, StringComparison.Ordinal);
        Assert.Equal((ColumnKind.List, "json", "kg"), (column.Kind, column.ListSeparator, column.Unit));
        Assert.Equal((',', ".", true), (column.Notation.DecimalSeparator, column.Notation.GroupSeparators, column.Notation.HasNegativeParentheses));
        Assert.Equal([new("k", 1000)], column.Notation.Suffixes);
    }

    [Fact]
    public void ReadPlan_NotationThatCannotBe_ListsAllFaults()
    {
        var json = Documents.Write(Written(new() { DecimalSeparator = ';', GroupSeparators = ";7", Suffixes = [new("", 2), new("k", -1)] }, ":"));

        var fault = Assert.Throws<OptionsException>(() => Documents.ReadPlan(json, "plan.json"));

        Assert.Equal(
            """
            plan.json: column 'age': 'decimal_separator' is ';'. Write '.' or ','.
            plan.json: column 'age': 'group_separators' is ';7'. Leave letters, digits and the decimal separator out of it.
            plan.json: column 'age': the suffix '' multiplies by 2. Give it a text, and a number above 0.
            plan.json: column 'age': the suffix 'k' multiplies by -1. Give it a text, and a number above 0.
            plan.json: column 'age': 'list_separator' is ':'. Write one of ',', ';', '|', 'json'.
            """,
            fault.Message);
    }

    private static TrainingPlan Written(NumberNotation notation, string separator) => Plan with
    {
        Columns = [Plan.Columns[0] with { Kind = ColumnKind.List, ListSeparator = separator, Unit = "kg", Notation = notation }, Plan.Columns[1]],
    };

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
        var fault = Assert.Throws<OptionsException>(() => Documents.ReadPlan(json, "plan.json"));
        Assert.Equal("plan.json, line 6: this is not a plan: 'sede' is no part of a plan. Mend that place, or train anew to get a fresh plan.", fault.Message);
    }

    [Theory]
    [InlineData("\"seed\": 7", "\"seed\": \"x\"", "plan.json, line 6: this is not a plan: 'seed' holds a value that cannot stand there. Mend that place, or train anew to get a fresh plan.")]
    [InlineData("\"task\": \"classification\"", "\"task\": \"Guess work\"", "plan.json, line 3: this is not a plan: 'task' holds a value that cannot stand there. Mend that place, or train anew to get a fresh plan.")]
    [InlineData("\"learners\": []", "\"learners\": null", "plan.json, line 8: this is not a plan: 'learners' holds null. Mend that place, or train anew to get a fresh plan.")]
    [InlineData("\"learners\": []", "\"learners\": [null]", "plan.json: null stands in 'columns' or 'learners'. Take it out.")]
    [InlineData("\"target\": \"churned\"", "\"target\": \"age\"", "plan.json: 'target' is 'age', but the columns with the role target are: 'churned'. Name the same column in both places.")]
    [InlineData("\"role\": \"target\"", "\"role\": \"feature\"", "plan.json: 'target' is 'churned', but the columns with the role target are: none. Name the same column in both places.")]
    [InlineData("\"name\": \"age\"", "\"name\": \"churned\"", "plan.json: column 'churned' stands 2 times in 'columns'. Keep one of them.")]
    [InlineData("\"weight\": 0.3333333333333333", "\"weight\": -1", "plan.json: member 1 of the decision has the weight -1; a weight is above 0. Mend it, or take 'decision' out of the plan to search anew.")]
    [InlineData("\"seed\": 7", "\"labels\": \"age\"", "plan.json: 'labels' is 'age' and 'target' is 'churned'; labels are for tasks that predict no column. Take one of them out.\nplan.json: 'labels' is 'age', whose role is 'feature'; a model would be told what it is to find. Give it the role 'ignore'.")]
    [InlineData("\"target\": \"churned\"", "\"labels\": \"sick\"", "plan.json: 'target' is none, but the columns with the role target are: 'churned'. Name the same column in both places.\nplan.json: 'labels' is 'sick', which is not among 'columns'. Name one of them.")]
    public void ReadPlan_EditedByHand_SaysWhatIsWrong(string sound, string wrong, string expected)
    {
        var json = Documents.Write(Plan);
        Assert.Contains(sound, json, StringComparison.Ordinal);

        var fault = Assert.Throws<OptionsException>(() => Documents.ReadPlan(json.Replace(sound, wrong, StringComparison.Ordinal), "plan.json"));

        Assert.Equal(expected, fault.Message);
    }

    [Fact]
    public void ReadPlan_NoMembersAndAnotherTarget_TellsBoth()
    {
        var json = Documents.Write(Plan with { Target = null, Decision = Plan.Decision! with { Members = [] } });

        var fault = Assert.Throws<OptionsException>(() => Documents.ReadPlan(json, "plan.json"));

        Assert.Equal(
            "plan.json: 'target' is none, but the columns with the role target are: 'churned'. Name the same column in both places.\n"
            + "plan.json: the decision has no members. Mend it, or take 'decision' out of the plan to search anew.",
            fault.Message);
    }

    [Fact]
    public void ReadPlan_NewerFormat_AsksForANewerRelease()
    {
        var json = Documents.Write(Plan with { Format = 2 });
        var fault = Assert.Throws<OptionsException>(() => Documents.ReadPlan(json, "plan.json"));
        Assert.Equal("plan.json: plan format 2 is not known; this release reads format 1. Use a newer release, or train anew.", fault.Message);
    }
}
