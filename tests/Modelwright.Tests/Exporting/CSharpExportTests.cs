using Modelwright.Exporting;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Tests.Exporting;

public sealed class CSharpExportTests
{
    public static TheoryData<string, bool, string?> Learners => new()
    {
        { "decision_tree", true, null }, { "random_forest", true, null }, { "linear", true, null }, { "additive", true, null }, { "network", true, null }, { "naive_bayes", true, null }, { "rules", true, null },
        { "kernel_approximation", true, null }, { "random_forest", false, null }, { "linear", false, null }, { "additive", false, null }, { "network", false, null }, { "kernel_approximation", false, null },
    };

    [Theory]
    [MemberData(nameof(Learners))]
    public async Task Write_EveryLearner_CompiledItAnswersTheSameBits(string learner, bool classes, string? steps)
    {
        var package = await ExportedPackages.Of(learner, classes, steps);
        var rows = Admission.Admit(ExportedPackages.OddRows(classes), package.Model.Schema, needsTarget: false).Table;
        using var folder = new ExportFolder();
        var path = folder.Of("odd model.cs");

        var report = ModelExport.Write(package, new CSharpFormat(), path, ExportedPackages.OddRows(classes), TestContext.Current.CancellationToken);
        var ground = ExportGround.Of(package, out _)!;
        var read = ExportedPackages.OddRows(classes).Select([.. ground.Formula.Inputs.Select(input => input.Name)]);

        Assert.Equal(ModelAnswers.Of(package.Model.Form, rows, cancellation: TestContext.Current.CancellationToken), new CompiledExport(path, "OddModel").Answer(read));
        Assert.Equal((path, 332, 0.0), (report.Path, report.Rows, report.LargestDifference));
    }

    [Fact]
    public async Task Write_Twice_SameBytes()
    {
        var package = await ExportedPackages.Of("random_forest", classes: true);
        using var folder = new ExportFolder();
        ModelExport.Write(package, new CSharpFormat(), folder.Of("a.cs"), cancellation: TestContext.Current.CancellationToken);
        var first = await File.ReadAllTextAsync(folder.Of("a.cs"), TestContext.Current.CancellationToken);
        ModelExport.Write(package, new CSharpFormat(), folder.Of("a.cs"), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(first, await File.ReadAllTextAsync(folder.Of("a.cs"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Modelwright.", first.Replace("exported by Modelwright.", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_AThresholdThatDecides_IsWritten()
    {
        var package = await ExportedPackages.Of("linear", classes: true);
        var told = package with { Model = package.Model with { Rules = package.Model.Rules with { Decision = new() { For = "f1", Threshold = 0.25, Positive = 1 } } } };
        using var folder = new ExportFolder();

        ModelExport.Write(told, new CSharpFormat(), folder.Of("a.cs"), cancellation: TestContext.Current.CancellationToken);

        Assert.Contains("return p[1] >= 0.25d ? 1 : 0;", await File.ReadAllTextAsync(folder.Of("a.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_OfAnyColumn_AreValidAndEachOnce()
    {
        var names = new ExportNames();

        Assert.Equal(["_2ndClass", "AB", "AB2", "Été", "Column", "Class", "AB3"], new[] { "2nd class", "a-b", "a b", "été", "?!", "class", "aB" }.Select(names.Take));
    }

    [Theory]
    [InlineData(1.5, "1.5d")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    [InlineData(1e300, "1E+300d")]
    public void Literals_OfNumbers_AreExact(double number, string expected) => Assert.Equal(expected, Modelwright.Exporting.CSharp.CSharpLiterals.Of(number));

    [Fact]
    public void Literals_OfTexts_HoldEveryCharacter() =>
        Assert.Equal("\"a\\\"b\\\\c\\u000a\\u2028é\"", Modelwright.Exporting.CSharp.CSharpLiterals.Of("a\"b\\c\n\u2028é"));

    [Fact]
    public async Task Properties_AreTheColumnsThatAreRead()
    {
        var package = await ExportedPackages.Of("linear", classes: true);
        using var folder = new ExportFolder();
        ModelExport.Write(package, new CSharpFormat(), folder.Of("model.cs"), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(["Age", "Income", "Plan"], new CompiledExport(folder.Of("model.cs"), "Model").Properties);
    }
}
