using System.Text;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Reports.Pages;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Reports;

public sealed class RunReportTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private static Task<TrainingRun> RunAsync(Table table, string target, Func<Training, Training>? change = null)
    {
        var told = new Training(table, target) { Learners = Learners, Trials = 2, Threads = 2 };
        return (change?.Invoke(told) ?? told).RunAsync(stop: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Of_Classes_SaysWhatAColleagueAsks()
    {
        var report = (await RunAsync(SmallTables.Classes(400), "churned")).Report;
        Assert.Equal(
            ["summary", "warnings", "figures", "validation", "importances", "effects", "confusion", "slices", "curves", "calibration", "next", "data", "features", "leaderboard", "choices", "repeat"],
            report.Sections.Select(section => section.Id));
        Assert.Matches(@"^ROC AUC 0\.\d{4} \(95 % interval 0\.\d{4} to [01]\.\d{4}; more is better\) on 400 rows that the model had not seen; to answer always the same gets 0\.5000\.$", report.Lead);
    }

    [Fact]
    public async Task Of_Numbers_ShowsErrorsInsteadOfClasses()
    {
        var report = (await RunAsync(SmallTables.Numbers(400), "answer")).Report;
        Assert.Contains(report.Sections, section => section.Id == "residuals");
        Assert.DoesNotContain(report.Sections, section => section.Id is "curves" or "confusion");
    }

    [Fact]
    public async Task Of_PositiveClassFirst_EffectsFollowIt()
    {
        var run = await RunAsync(SmallTables.Classes(300), "churned", told => told with { Positive = "no" });
        Assert.Equal(("no", "no"), (run.Evidence.Classes![0], run.Evidence.Positive));
        Assert.All(run.Evidence.Effects.Select(effect => effect.Output).Concat(run.Evidence.EffectMaps.Select(map => map.Output)), output => Assert.Equal("no", output));
    }

    [Fact]
    public async Task Of_Costs_CountsTheAnswersThatTheCostsDecide()
    {
        Dictionary<string, IReadOnlyDictionary<string, double>> costs = new() { ["yes"] = new Dictionary<string, double> { ["no"] = 50 }, ["no"] = new Dictionary<string, double> { ["yes"] = 1 } };
        var run = await RunAsync(SmallTables.Classes(400), "churned", told => told with { Answering = new() { Costs = costs } });
        var accuracy = run.Evidence.Figures.Single(figure => figure.Metric == "accuracy");
        var confusion = run.Report.Sections.Single(section => section.Id == "confusion");
        var matrix = confusion.Blocks.OfType<HeatChart>().Single();
        var money = run.Report.Sections.Single(section => section.Id == "money").Blocks;

        Assert.Equal(accuracy.Value, (matrix.Values[0][0] + matrix.Values[1][1]) / matrix.Values.Sum(row => row.Sum()), 9);
        Assert.EndsWith("The answers are those that the costs or the threshold decide, which need not be the most probable class.", ((Prose)confusion.Blocks[0]).Text, StringComparison.Ordinal);
        Assert.Equal(["answers of the model", "always 'yes'", "saved by the model"], money.OfType<BarChart>().Single().Bars.Select(bar => bar.Name));
        Assert.Equal([["yes", "no", "50"], ["no", "yes", "1"]], money.OfType<Grid>().Single().Rows);
    }

    [Fact]
    public async Task Of_RepeatedPlan_PointsToTheFirstRun()
    {
        var table = SmallTables.Classes(300);
        var run = await RunAsync(table, "churned");
        var again = await RunAsync(table, "churned", told => told with { Plan = run.Plan, Target = null, Trials = null });
        Assert.Equal("A plan that was repeated: its figures stand in the report of the run that made it.", again.Report.Lead);
        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Of_ThousandColumnsAndHundredClasses_StaysSmall()
    {
        var random = new Random(1);
        var target = CategoryColumn.FromTexts("kind", [.. Enumerable.Range(0, 1_200).Select(row => $"class {row % 100}")]);
        Column[] columns = [.. Enumerable.Range(0, 1_000).Select(column => new NumberColumn($"a column of number {column}", [.. Enumerable.Range(0, 1_200).Select(_ => random.NextDouble())]))];
        var run = await RunAsync(new([.. columns, target]), "kind", told => told with { Only = ["linear"], Trials = 1 });
        Assert.InRange(Encoding.UTF8.GetByteCount(ReportPage.Write(run.Report)), 10_000, 400_000);
    }

    [Fact]
    public async Task Card_Run_HasFrontMatterAndEveryFigure()
    {
        var run = await RunAsync(SmallTables.Classes(300), "churned");
        var card = ModelCard.Write(run.Report, run.Evidence);
        Assert.StartsWith("---\nlibrary_name: modelwright\ntags:\n- tabular-classification\n- modelwright\npipeline_tag: tabular-classification\nmetrics:\n- roc_auc\nmodel-index:\n- name: \"Prediction of churned\"\n", card, StringComparison.Ordinal);
        Assert.All(run.Evidence.Figures, figure => Assert.Contains($"    - type: {figure.Metric}\n", card, StringComparison.Ordinal));
        Assert.All(run.Report.Sections, section => Assert.Contains($"\n## {section.Title}\n", card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_Run_LeavesPageCardAndDocument()
    {
        var folder = Directory.CreateTempSubdirectory("modelwright").FullName;
        var run = await RunAsync(SmallTables.Classes(300), "churned");
        run.Save(folder);
        Assert.Equal(["card.md", "evidence.json", "labels.json", "model.mw", "plan.json", "report.html", "report.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "report.json"), TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(run.Report.Sections.Count, document.GetProperty("sections").GetArrayLength());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Write_SameReport_GivesTheSamePage()
    {
        var report = (await RunAsync(SmallTables.Classes(300), "churned")).Report;
        Assert.Equal(ReportPage.Write(report), ReportPage.Write(report));
        Assert.Equal(Documents.Write(report), Documents.Write(report));
        Assert.IsType<Facts>(report.Sections[0].Blocks[0]);
    }
}
