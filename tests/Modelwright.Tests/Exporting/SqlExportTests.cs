using Modelwright.Core.Errors;
using Modelwright.Exporting;
using Modelwright.Exporting.Sql;

namespace Modelwright.Tests.Exporting;

public sealed class SqlExportTests
{
    public static TheoryData<string, bool> Learners => new()
    {
        { "decision_tree", true }, { "random_forest", true }, { "linear", true }, { "additive", true }, { "naive_bayes", true }, { "rules", true }, { "kernel_approximation", true },
        { "random_forest", false }, { "linear", false }, { "additive", false },
    };

    [Theory]
    [MemberData(nameof(Learners))]
    public async Task Write_EveryLearnerOfSumsAndTrees_DuckAnswersTheSame(string learner, bool classes)
    {
        var package = await ExportedPackages.Of(learner, classes);
        using var folder = new ExportFolder();

        var report = ModelExport.Write(package, new SqlFormat(), folder.Of("odd rows.sql"), ExportedPackages.OddRows(classes), TestContext.Current.CancellationToken);

        Assert.Equal((332, 0), (report.Rows, report.ChangedLabels));
        Assert.InRange(report.LargestDifference, 0, 1e-9);
        Assert.Equal(["odd rows.sql"], folder.Files);
    }

    [Fact]
    public async Task Write_ANetwork_NamesItOnceAndWritesNothing()
    {
        var package = await ExportedPackages.Of("network", classes: true);
        using var folder = new ExportFolder();

        var report = ModelExport.Write(package, new SqlFormat(), folder.Of("a.sql"), cancellation: TestContext.Current.CancellationToken);

        Assert.False(report.IsWritten);
        Assert.Equal([new("the networks of the model", "SQL has no single-precision sums; export it as C# or ONNX")], report.Gaps);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Write_Labels_AreTheModels()
    {
        var package = await ExportedPackages.Of("decision_tree", classes: true);
        using var folder = new ExportFolder();
        ModelExport.Write(package, new SqlFormat(), folder.Of("t.sql"), cancellation: TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(folder.Of("t.sql"), TestContext.Current.CancellationToken);

        Assert.Contains("AS \"prediction\"", text, StringComparison.Ordinal);
        Assert.Contains("AS \"probability_yes\"", text, StringComparison.Ordinal);
        Assert.Contains("FROM \"t\")", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_DatabaseThatTakesTooLong_SaysWhatToDo()
    {
        var (package, rows) = (await ExportedPackages.Of("decision_tree", classes: true), ExportedPackages.OddRows(classes: true));
        using var folder = new ExportFolder();
        ModelExport.Write(package, new SqlFormat(), folder.Of("t.sql"), cancellation: TestContext.Current.CancellationToken);

        var refused = Assert.Throws<OptionsException>(() => SqlAnswers.Of(ExportGround.Of(package, out _)!, folder.Of("t.sql"), rows, TimeSpan.Zero, TestContext.Current.CancellationToken));

        Assert.Equal("The SELECT is too large: DuckDB has not answered it within 0 minutes, so it is not proven and was not written. Distill the model (train --distill), or export it as C# or ONNX.", refused.Message);
    }

    [Fact]
    public async Task Answers_Cancelled_EndsAtOnce()
    {
        var (package, rows) = (await ExportedPackages.Of("decision_tree", classes: true), ExportedPackages.OddRows(classes: true));
        using var folder = new ExportFolder();
        ModelExport.Write(package, new SqlFormat(), folder.Of("t.sql"), cancellation: TestContext.Current.CancellationToken);

        Assert.ThrowsAny<OperationCanceledException>(() => SqlAnswers.Of(ExportGround.Of(package, out _)!, folder.Of("t.sql"), rows, SqlAnswers.Longest, new(canceled: true)));
    }
}
