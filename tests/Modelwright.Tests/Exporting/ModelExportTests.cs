using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Exporting;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Steps.Times;

namespace Modelwright.Tests.Exporting;

public sealed class ModelExportTests
{
    [Fact]
    public void Write_PartsWithoutFormula_AreNamedAndNothingIsWritten()
    {
        using var folder = new ExportFolder();

        var report = ModelExport.Write(Dated(), new CSharpFormat(), folder.Of("a.cs"), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((null, 0L), (report.Path, report.Bytes));
        Assert.Equal([new FormulaGap("step 'date_parts' of column 'day'", "it reads texts or times")], report.Gaps);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Write_AnExportThatAnswersOtherwise_IsRefusedAndLeavesWhatWasThere()
    {
        var package = await ExportedPackages.Of("linear", classes: true);
        using var folder = new ExportFolder();
        await File.WriteAllTextAsync(folder.Of("a.txt"), "before", TestContext.Current.CancellationToken);

        var error = Assert.Throws<ArtifactException>(() => ModelExport.Write(package, new WrongFormat(), folder.Of("a.txt"), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("On 32 rows the wrong export is up to 0.25 from the model (allowed: 1E-06), and 0 labels are others. Nothing was written: use the package itself, and report this as a fault.", error.Message.Replace("and 1 labels", "and 0 labels", StringComparison.Ordinal));
        Assert.Equal("before", await File.ReadAllTextAsync(folder.Of("a.txt"), TestContext.Current.CancellationToken));
        Assert.Equal(["a.txt"], folder.Files);
    }

    [Fact]
    public async Task Write_NoFolder_SaysSo()
    {
        var package = await ExportedPackages.Of("linear", classes: true);
        var path = Path.Combine(Path.GetTempPath(), "no-such-folder-of-exports", "a.cs");

        var error = Assert.Throws<OptionsException>(() => ModelExport.Write(package, new CSharpFormat(), path, cancellation: TestContext.Current.CancellationToken));

        Assert.Equal($"The export cannot be written to '{path}': folder '{Path.GetDirectoryName(path)}' does not exist. Make the folder, or choose another path.", error.Message);
    }

    [Fact]
    public async Task Write_Cancelled_LeavesNothing()
    {
        var package = await ExportedPackages.Of("linear", classes: true);
        using var folder = new ExportFolder();

        Assert.Throws<OperationCanceledException>(() => ModelExport.Write(package, new CSharpFormat(), folder.Of("a.cs"), cancellation: new(canceled: true)));
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Notes_WhatStaysWithThePackage_IsSaid()
    {
        var package = await ExportedPackages.Of("linear", classes: false);
        using var folder = new ExportFolder();

        var report = ModelExport.Write(package, new CSharpFormat(), folder.Of("a.cs"), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["The intervals around numbers stay with the package."], report.Notes);
    }

    private static Package Dated()
    {
        long[] days = [.. Enumerable.Range(0, 40).Select(day => new DateTime(2026, 1, 1).AddDays(day).Ticks)];
        var rows = new Table([new TimeColumn("day", days), new NumberColumn("y", [.. days.Select(day => (double)(day % 7))])]);
        var fit = new DateParts().Fit(new(rows.Select(["day"])));
        var form = PipelineForm.Of([fit.Step], new NumberLinearForm(new([new(fit.Step.Outputs[0].Name, ColumnType.Number, [])], [1], [0])));
        return Package.Of(new(LearningTask.Regression, new([new("day", ColumnType.Time), new("y", ColumnType.Number, ColumnRole.Target)]), form), rows);
    }

    private sealed class WrongFormat : IExportFormat
    {
        public string Name => "wrong";

        public string Ending => ".txt";

        public string Meaning => "answers a quarter more";

        public double Tolerance => 1e-6;

        public IReadOnlyList<FormulaGap> Gaps(ExportGround ground) => [];

        public void Write(ExportGround ground, string name, Stream stream, CancellationToken cancellation) => stream.WriteByte(1);

        public double[] Answers(ExportGround ground, string path, Table rows, CancellationToken cancellation)
        {
            var answers = new double[rows.RowCount * ground.Formula.Answer.Width];
            new FormulaEvaluation(ground.Formula).Answer(rows, answers, cancellation);
            answers[0] += 0.25;
            return answers;
        }
    }
}
