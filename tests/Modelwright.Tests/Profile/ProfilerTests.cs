using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Profile;

namespace Modelwright.Tests.Profile;

public class ProfilerTests
{
    private const int Rows = 200;

    [Fact]
    public void Inspect_EveryMeaning_IsFound()
    {
        var profile = Inspect(Mixed());

        Assert.Equal(
            [
                ("row", ColumnMeaning.Id, ColumnRole.Id),
                ("code", ColumnMeaning.Id, ColumnRole.Id),
                ("age", ColumnMeaning.Number, ColumnRole.Feature),
                ("answer", ColumnMeaning.Boolean, ColumnRole.Feature),
                ("colour", ColumnMeaning.Category, ColumnRole.Feature),
                ("same", ColumnMeaning.Constant, ColumnRole.Ignore),
                ("day", ColumnMeaning.Time, ColumnRole.Feature),
                ("money", ColumnMeaning.Number, ColumnRole.Feature),
                ("story", ColumnMeaning.Text, ColumnRole.Feature),
            ],
            profile.Columns.Select(column => (column.Name, column.Meaning, column.Spec.Role)));
        Assert.Equal(["dd.MM.yyyy"], Spec(profile, "day").TimeFormats);
        Assert.Equal(["$"], Spec(profile, "money").NumberDecorations);
        Assert.Equal(('.', ","), (Spec(profile, "money").Notation.DecimalSeparator, Spec(profile, "money").Notation.GroupSeparators));
        Assert.True(Spec(profile, "answer").IsBoolean);
    }

    [Fact]
    public void Inspect_Numbers_AreMeasured()
    {
        var column = Inspect(new([new NumberColumn("x", [4, 1, double.NaN, 3, 2])])).Columns[0];

        var evidence = column.Evidence;
        Assert.Equal((1, 4, 1.0, 4.0, 2.5), (evidence.Missing, evidence.Distinct, evidence.Minimum, evidence.Maximum, evidence.Mean));
        Assert.Equal(Math.Sqrt(5 / 3.0), evidence.Deviation!.Value, 12);
        Assert.Equal([1.15, 1.75, 2.5, 3.25, 3.85], evidence.Quantiles.Select(quantile => Math.Round(quantile, 10)));
        Assert.Equal(0.2, evidence.MissingShare);
    }

    [Theory]
    [InlineData(28, null)]
    [InlineData(12, "'day' holds dates as dd/MM/yyyy, or as MM/dd/yyyy: day and month cannot be told apart.")]
    public void Inspect_DatesWithSlashes_AreDoubtfulOnlyWithoutLateDays(int lastDay, string? expected)
    {
        string?[] days = [.. Enumerable.Range(0, Rows).Select(row => $"{(row % lastDay) + 1:00}/{(row % 11) + 1:00}/20{(row % 20) + 10}")];

        var profile = Inspect(new([new TextColumn("day", days)]));

        Assert.Equal(expected, profile.Findings.FirstOrDefault(finding => finding.Kind == "ambiguous_time")?.Text);
    }

    [Fact]
    public void Inspect_CodeFarFromTheRest_IsMissing()
    {
        double[] values = [.. Enumerable.Range(0, Rows).Select(row => row % 50 == 0 ? -999.0 : row % 37)];

        var profile = Inspect(new([new NumberColumn("x", values)]));

        Assert.Contains("-999", Spec(profile, "x").MissingMarkers);
        Assert.Equal((4, 0.0), (profile.Columns[0].Evidence.Missing, profile.Columns[0].Evidence.Minimum));
        var finding = Assert.Single(profile.Findings, finding => finding.Kind == "missing_code");
        Assert.Equal("'x' holds -999 in 4 rows, far from all other values.", finding.Text);
    }

    [Fact]
    public void Inspect_NegativeNumberAmongOthers_IsANumber()
    {
        double[] values = [.. Enumerable.Range(0, Rows).Select(row => (row % 100) - 99.0)];

        Assert.DoesNotContain("-99", Spec(Inspect(new([new NumberColumn("x", values)])), "x").MissingMarkers);
    }

    [Fact]
    public void Inspect_WordAmongNumbers_IsAMarker()
    {
        string?[] values = [.. Enumerable.Range(0, Rows).Select(row => row % 40 == 0 ? "not known" : $"{row}.5")];

        var spec = Spec(Inspect(new([new TextColumn("x", values)])), "x");

        Assert.Equal(ColumnType.Number, spec.Type);
        Assert.Contains("not known", spec.MissingMarkers);
    }

    [Theory]
    [InlineData(new double[] { 0, 1 }, "classification", "roc_auc")]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7 }, "classification", "log_loss")]
    [InlineData(new double[] { 3, 4, 5, 6, 7, 8, 9 }, "regression", "rmse")]
    [InlineData(new double[] { 0.5, 1.5, 2.5 }, "regression", "rmse")]
    [InlineData(new double[] { 0, 1, 2, 4 }, "regression", "rmse")]
    public void Inspect_NumberTarget_AsksTheRightQuestion(double[] values, string task, string metric)
    {
        double[] target = [.. Enumerable.Range(0, Rows).Select(row => values[row % values.Length])];

        var profile = Inspect(new([new NumberColumn("y", target)]), new() { Target = "y" });

        Assert.Equal((task, metric), (profile.Task?.Name, profile.Metric));
        Assert.Equal(task == "classification" ? ColumnType.Category : ColumnType.Number, profile.Schema.Target!.Type);
    }

    [Fact]
    public void Inspect_TextTarget_IsClassification()
    {
        var profile = Inspect(Mixed(), new() { Target = "colour" });

        Assert.Equal((LearningTask.Classification, "log_loss", "the target has 3 levels"), (profile.Task, profile.Metric, profile.TaskReason));
        Assert.Equal("colour", profile.Schema.Target!.Name);
    }

    [Fact]
    public void Inspect_TaskTold_Wins()
    {
        var profile = Inspect(Mixed(), new() { Target = "age", Task = LearningTask.Classification });

        Assert.Equal((LearningTask.Classification, ColumnType.Category), (profile.Task, profile.Schema.Target!.Type));
    }

    [Fact]
    public void Inspect_Overrides_Win()
    {
        var profile = Inspect(Mixed(), new()
        {
            Types = new Dictionary<string, ColumnType> { ["age"] = ColumnType.Category },
            Roles = new Dictionary<string, ColumnRole> { ["code"] = ColumnRole.Feature, ["age"] = ColumnRole.Group },
            Ignore = ["story"],
        });

        Assert.Equal((ColumnType.Category, ColumnRole.Group), (Spec(profile, "age").Type, Spec(profile, "age").Role));
        Assert.Equal(ColumnRole.Feature, Spec(profile, "code").Role);
        Assert.Equal(ColumnRole.Ignore, Spec(profile, "story").Role);
    }

    [Fact]
    public void Inspect_UnknownNames_ListsAllOfThem()
    {
        var table = new Table([new NumberColumn("age", [1]), new NumberColumn("income", [2])]);

        var error = Assert.Throws<OptionsException>(() => Inspect(table, new() { Target = "Age", Ignore = ["incme", "age"], Roles = new Dictionary<string, ColumnRole> { ["age"] = ColumnRole.Target } }));

        Assert.Equal(
            """
            Column 'Age' was not found. Did you mean 'age'? The table has: 'age', 'income'. Check the spelling (case matters).
            Column 'incme' was not found. Did you mean 'income'? The table has: 'age', 'income'. Check the spelling (case matters).
            There are 2 targets: 'age', 'Age'. Name one.
            Column 'age' is the target and is to be ignored. Take it out of one of the two.
            """,
            error.Message);
    }

    [Fact]
    public void Inspect_EqualRows_AreCountedWithoutIds()
    {
        var table = new Table([new NumberColumn("id", [.. Enumerable.Range(1, 40).Select(row => (double)row)]), new NumberColumn("x", [.. Enumerable.Range(0, 40).Select(row => row / 2 * 1.5)])]);

        var profile = Inspect(table);

        Assert.Equal((20, 40), (profile.DuplicateRows, profile.RowsCompared));
        Assert.Equal("20 of 40 rows (50 %) equal an earlier row in every column but ids.", Assert.Single(profile.Findings, finding => finding.Kind == "duplicates").Text);
    }

    [Fact]
    public void Inspect_RareClass_IsFound()
    {
        var table = new Table([CategoryColumn.FromTexts("y", [.. Enumerable.Range(0, Rows).Select(row => row < 4 ? "rare" : "usual")]), new NumberColumn("x", new double[Rows])]);

        var finding = Assert.Single(Inspect(table, new() { Target = "y" }).Findings, finding => finding.Kind == "imbalance");

        Assert.Equal((FindingSeverity.Warning, "imbalance", "The class 'rare' of 'y' has 4 of 200 rows (2 %)."), (finding.Severity, finding.Kind, finding.Text));
    }

    [Fact]
    public void Inspect_TargetOfOneValue_IsSevere()
    {
        var finding = Inspect(new([new NumberColumn("y", [1, 1, 1])]), new() { Target = "y" }).Findings[0];

        Assert.Equal((FindingSeverity.Severe, "The target 'y' has one value in all rows.", "Give rows with at least two values."), (finding.Severity, finding.Text, finding.Remedy));
    }

    [Fact]
    public void Inspect_EmptyTable_HasASevereFinding()
    {
        var profile = Inspect(new([], 0));

        Assert.Equal("The table has 0 rows and 0 columns.", Assert.Single(profile.Findings).Text);
    }

    [Fact]
    public void Inspect_Year_IsNoId()
    {
        double[] years = [.. Enumerable.Range(1950, 60).Select(year => (double)year)];

        Assert.Equal(ColumnMeaning.Number, Inspect(new([new NumberColumn("year", years)])).Columns[0].Meaning);
    }

    private static DataProfile Inspect(Table table, ProfileOptions? options = null) =>
        Profiler.Inspect(table, options, TestContext.Current.CancellationToken);

    private static ColumnSpec Spec(DataProfile profile, string name) => profile.Schema.TryGet(name, out var spec) ? spec : throw new InvalidOperationException(name);

    private static Table Mixed()
    {
        var rows = Enumerable.Range(0, Rows).ToArray();
        return new(
        [
            new NumberColumn("row", [.. rows.Select(row => row + 1.0)]),
            CategoryColumn.FromTexts("code", [.. rows.Select(row => $"K-{row:000}")]),
            new NumberColumn("age", [.. rows.Select(row => row % 60 + 18.0)]),
            CategoryColumn.FromTexts("answer", [.. rows.Select(row => row % 3 == 0 ? "Yes" : "No")]),
            CategoryColumn.FromTexts("colour", [.. rows.Select(row => new[] { "red", "green", "blue" }[row % 3])]),
            CategoryColumn.FromTexts("same", [.. rows.Select(_ => "x")]),
            CategoryColumn.FromTexts("day", [.. rows.Select(row => $"{row % 28 + 1:00}.{row % 12 + 1:00}.2024")]),
            new TextColumn("money", [.. rows.Select(row => $"${row + 1},{row:000}.50")]),
            new TextColumn("story", [.. rows.Select(row => $"this is the story number {row} of many")]),
        ]);
    }
}
