using System.Text;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Tests.Data;
using Modelwright.Runtime.Tests.Forms;

namespace Modelwright.Runtime.Tests.Packaging;

public sealed class PackageTests
{
    [Fact]
    public void SaveLoadSave_SameBytesAndSameId()
    {
        var package = ExampleModels.ClassPackage();
        var bytes = Bytes(package);

        var loaded = Package.Load(new MemoryStream(bytes));

        Assert.Equal(bytes, Bytes(loaded));
        Assert.Equal(package.ModelId, loaded.ModelId);
        Assert.Equal(64, loaded.ModelId.Length);
        Assert.Equal("""{"roc_auc":0.9}""", loaded.EvidenceJson);
    }

    [Fact]
    public void ModelId_EvidenceOutsidePlanInside()
    {
        var package = ExampleModels.ClassPackage();

        Assert.Equal(package.ModelId, (package with { EvidenceJson = "{}" }).ModelId);
        Assert.NotEqual(package.ModelId, (package with { PlanJson = "{}" }).ModelId);
    }

    [Fact]
    public void Load_SchemaAndStatistics_AreAsSaved()
    {
        var package = ExampleModels.NumberPackage();

        var loaded = Package.Load(new MemoryStream(Bytes(package)));

        Assert.Equal(
            package.Model.Schema.Columns.Select(spec => $"{spec.Name} {spec.Type} {spec.Role} {spec.IsBoolean} {string.Join(',', spec.Levels)} {string.Join(',', spec.MissingMarkers)}"),
            loaded.Model.Schema.Columns.Select(spec => $"{spec.Name} {spec.Type} {spec.Role} {spec.IsBoolean} {string.Join(',', spec.Levels)} {string.Join(',', spec.MissingMarkers)}"));
        Assert.Equal(package.Baseline.Columns.Select(column => column.Edges), loaded.Baseline.Columns.Select(column => column.Edges));
        Assert.Equal(package.Model.Task, loaded.Model.Task);
    }

    [Fact]
    public void Load_HowNumbersAreWrittenAndKinds_AreAsSaved()
    {
        var package = ExampleModels.WrittenPackage();
        var bytes = Bytes(package);

        var loaded = Package.Load(new MemoryStream(bytes));

        Assert.Equal(2, bytes[4]);
        Assert.Equal(bytes, Bytes(loaded));
        Assert.Equal(package.Model.Schema.Columns.Select(Reading), loaded.Model.Schema.Columns.Select(Reading));
        Assert.Contains("Age Plain  years , .\u00A0 True years=1 months=0.08333333333333333", loaded.Model.Schema.Columns.Select(Reading));

        static string Reading(ColumnSpec spec) => FormattableString.Invariant($"{spec.Name} {spec.Kind} {spec.ListSeparator} {spec.Unit} {spec.Notation.DecimalSeparator} {spec.Notation.GroupSeparators} {spec.Notation.HasNegativeParentheses} {string.Join(' ', spec.Notation.Suffixes.Select(suffix => FormattableString.Invariant($"{suffix.Text}={suffix.Factor:R}")))}");
    }

    [Fact]
    public void Save_SchemaThatVersionOneSaysAllOf_IsOfVersionOne() => Assert.Equal(1, Bytes(ExampleModels.ClassPackage())[4]);

    [Fact]
    public void SaveLoad_Rules_AreKept()
    {
        var package = ExampleModels.RuledPackage();
        var loaded = Package.Load(new MemoryStream(Bytes(package)));
        var numbers = Package.Load(new MemoryStream(Bytes(ExampleModels.IntervalPackage())));

        Assert.Equal(3, Bytes(package)[4]);
        Assert.Equal(package.Model.Rules, loaded.Model.Rules);
        Assert.Equal(Bytes(package), Bytes(loaded));
        Assert.Equal(ExampleModels.IntervalPackage().Model.Rules, numbers.Model.Rules);
    }

    [Fact]
    public void ModelId_OtherThreshold_IsAnother()
    {
        var package = ExampleModels.RuledPackage();
        var other = package with { Model = package.Model with { Rules = package.Model.Rules with { Decision = new() { For = "f1", Threshold = 0.31 } } } };

        Assert.NotEqual(package.ModelId, other.ModelId);
    }

    [Fact]
    public void Save_NoValueOfFewRows_IsInTheFile()
    {
        var package = ExampleModels.ClassPackage();
        var bytes = Bytes(package);

        Assert.DoesNotContain("confidential", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.True(bytes.AsSpan().IndexOf(BitConverter.GetBytes(987_654.321)) < 0);
        var plans = (CategoryColumn)package.CheckRows.Rows["Plan"];
        Assert.DoesNotContain("pro", Enumerable.Range(0, plans.RowCount).Select(plans.Format));
        Assert.Contains("gold", Enumerable.Range(0, plans.RowCount).Select(plans.Format));
    }

    [Fact]
    public void Of_ValuesThatNameRows_StayBehind()
    {
        var ids = CategoryColumn.FromTexts("id", [.. Enumerable.Range(0, 500).Select(row => FormattableString.Invariant($"customer-{row:D4}"))]);
        var households = CategoryColumn.FromTexts("household", [.. Enumerable.Range(0, 500).Select(row => FormattableString.Invariant($"Smith-{row / 2}"))]);
        var model = ExampleModels.Classes();
        ColumnSpec[] named =
        [
            new("id", ColumnType.Category, ColumnRole.Id) { Levels = ids.Levels },
            new("household", ColumnType.Category, ColumnRole.Group) { Levels = households.Levels },
        ];

        var package = Package.Of(model with { Schema = new([.. model.Schema.Columns, .. named]) }, ExampleModels.TrainingRows(ColumnType.Category).With(ids).With(households));

        var text = Encoding.UTF8.GetString(Bytes(package));
        Assert.DoesNotContain("customer-0", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Smith-", text, StringComparison.Ordinal);
        Assert.Equal(["id", "household"], package.Model.Schema.Columns.TakeLast(2).Select(spec => spec.Name));
        Assert.Equal(["basic", "gold", "pro"], package.Model.Schema.Columns[1].Levels);
        Assert.Equal(["no", "yes"], package.Model.Schema.Target!.Levels);
    }

    [Fact]
    public void Equals_IdLookedAt_MakesNoDifference()
    {
        var package = ExampleModels.ClassPackage();
        var copy = package with { };

        Assert.Equal(64, copy.ModelId.Length);

        Assert.Equal(package, copy);
        Assert.Equal(package.GetHashCode(), copy.GetHashCode());
    }

    [Fact]
    public void CheckRows_FirstRowIsAllMissing_OthersVary()
    {
        var rows = ExampleModels.ClassPackage().CheckRows.Rows;

        Assert.Equal(32, rows.RowCount);
        Assert.All(rows.Columns, column => Assert.True(column.IsMissing(0)));
        Assert.All(rows.Columns, column => Assert.Contains(Enumerable.Range(1, 31), row => !column.IsMissing(row)));
    }

    [Fact]
    public void Load_OtherAnswer_IsRefused()
    {
        var package = ExampleModels.NumberPackage();
        var answers = package.CheckRows.Answers.ToArray();
        answers[4] = Math.BitIncrement(answers[4]);
        var bytes = Bytes(package with { CheckRows = package.CheckRows with { Answers = answers } });

        var error = Assert.Throws<ArtifactException>(() => Package.Load(new MemoryStream(bytes)));

        Assert.Equal(
            FormattableString.Invariant($"Check row 5 of the package is answered {package.CheckRows.Answers[4]:R} here and was answered {answers[4]:R} where the package was made. Its answers cannot be trusted here: open it with the release that made it, and report this as a fault."),
            error.Message);
    }

    [Fact]
    public void SaveToPath_ReplacesAndLeavesNothingBeside()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "churn.mw");
            File.WriteAllText(path, "old");

            ExampleModels.ClassPackage().Save(path);

            Assert.Equal(["churn.mw"], folder.GetFiles().Select(file => file.Name));
            Assert.Equal(ExampleModels.ClassPackage().ModelId, Package.Load(path).ModelId);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Load_NoSuchFile_SaysSo() =>
        Assert.Equal("Package 'nowhere.mw' was not found. Check the path.", Assert.Throws<OptionsException>(() => Package.Load("nowhere.mw")).Message);

    [Fact]
    public void Load_Folder_NamesThePackageInIt() => Assert.Equal(
        $"'.' is a folder, not a package. Name the package in it, such as '{Path.Combine(".", "model.mw")}'.",
        Assert.Throws<OptionsException>(() => Package.Load(".")).Message);

    [Fact]
    public void Save_NoSuchFolder_SaysSo()
    {
        var folder = Path.Combine(Path.GetTempPath(), "modelwright-absent-folder");
        var path = Path.Combine(folder, "a.mw");

        Assert.Equal(
            $"The package cannot be written to '{path}': folder '{folder}' does not exist. Make the folder, or choose another path.",
            Assert.Throws<OptionsException>(() => ExampleModels.ClassPackage().Save(path)).Message);
    }

    [Fact]
    public void Save_ModelOfRowsWithoutPermission_IsRefusedAndLeavesNoFile()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var package = ExampleModels.NumberPackage();
            package = package with { Model = package.Model with { Form = PipelineForm.Of([], NeighborForms.Numbers()) } };

            Assert.Equal(
                "The model, form 'number_pipeline', holds rows of its training data, so it is not written. Train with --store-rows (Training.StoreRows) if whoever gets the package may see them, or leave out the learners that hold rows.",
                Assert.Throws<OptionsException>(() => package.Save(Path.Combine(folder.FullName, "model.mw"))).Message);
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Save_ModelOfRowsWithPermission_OpensAndMayBeSavedAgain()
    {
        var model = new Model(LearningTask.Regression, ExampleModels.Schema(ColumnType.Number), NeighborForms.Numbers());
        var package = Package.Of(model, ExampleModels.TrainingRows(ColumnType.Number)) with { StoreRows = true };

        var loaded = Package.Load(new MemoryStream(Bytes(package)));

        Assert.True(loaded.HoldsRows);
        Assert.Equal(Bytes(package), Bytes(loaded));
        Assert.False(ExampleModels.NumberPackage().HoldsRows);
    }

    private static byte[] Bytes(Package package)
    {
        using var stream = new MemoryStream();
        package.Save(stream);
        return stream.ToArray();
    }
}
