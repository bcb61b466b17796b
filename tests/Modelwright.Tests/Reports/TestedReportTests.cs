using System.Text.Json;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Reports.Pages;
using Modelwright.Reports.Testing;
using Modelwright.Stress;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Reports;

public sealed class TestedReportTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modelwright-").FullName;
    private TrainingRun _run = null!;
    private StressReport _test = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _run = await new Training(SmallTables.Classes(300), "churned") { Learners = new LearnerCatalog().AddBuiltIn(), Only = ["linear"], Trials = 1, Threads = 2 }.RunAsync(stop: cancellation);
        _run.Save(_folder);
        _test = StressTest.Of(_run.Package, SmallTables.Classes(500), new() { Training = SmallTables.Classes(300), Learners = new LearnerCatalog().AddBuiltIn(), Sensitive = ["plan"] }, cancellation);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string Text(string name) => File.ReadAllText(Path.Combine(_folder, name));

    [Fact]
    public void Of_ATest_HasASectionForEverythingThatWasTried()
    {
        var report = TestedReport.Of(_test, "churn/model.mw");

        Assert.Equal("churn/model.mw under strain", report.Title);
        Assert.Equal(["test_verdict", "test_damage", "test_shapes", "test_shifts", "test_weaknesses", "test_attacks", "test_backdoors", "test_poisoning", "test_fairness", "test_privacy"], report.Sections.Select(section => section.Id));
        Assert.Matches("^The model (passes its gate: all|does not pass its gate:) ", report.Lead);
        Assert.Contains("<h2>How easily it is fooled</h2>", ReportPage.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Update_ReportOfTraining_GetsTheChapterOnce()
    {
        var front = Text("card.md").Split("\n---\n\n")[0];

        Assert.True(TestedReport.Update(_folder, _run.Package, _test));
        var once = Text("report.json");
        Assert.True(TestedReport.Update(_folder, _run.Package, _test));

        Assert.Equal(once, Text("report.json"));
        Assert.Contains("<h2>Whether it may go out</h2>", Text("report.html"), StringComparison.Ordinal);
        Assert.StartsWith(front, Text("card.md"), StringComparison.Ordinal);
        Assert.Contains("## Whether it may go out", Text("card.md"), StringComparison.Ordinal);
        using var document = JsonDocument.Parse(once);
        Assert.Equal(_run.Report.Sections.Count + 10, document.RootElement.GetProperty("sections").GetArrayLength());
    }

    [Theory]
    [InlineData("evidence.json", "{}")]
    [InlineData("report.json", "{\"title\": 1}")]
    public void Update_FilesOfAnotherModel_AreLeftAsTheyAre(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        var before = Text("report.html");

        Assert.False(TestedReport.Update(_folder, _run.Package, _test));

        Assert.Equal(before, Text("report.html"));
        Assert.Equal(text, Text(name));
    }

    [Fact]
    public void Update_FolderWithoutAReport_IsFalse()
    {
        File.Delete(Path.Combine(_folder, "report.json"));

        Assert.False(TestedReport.Update(_folder, _run.Package, _test));
    }
}
