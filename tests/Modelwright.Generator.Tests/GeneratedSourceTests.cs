using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Modelwright.Core.Data;
using Modelwright.Generator.Tests.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Generator.Tests;

/// <summary>The code as text, and the same code compiled and asked.</summary>
public sealed class GeneratedSourceTests
{
    private const string Shop =
        """
        using Modelwright.Runtime.Prediction;

        namespace Shop.Models;

        [ModelwrightPackage("MODEL.mw")]
        public sealed partial class Model;
        """;

    [Theory]
    [InlineData("v1/classes.mw", "classes.txt")]
    [InlineData("v3/intervals.mw", "intervals.txt")]
    public void Source_IsApproved(string fixture, string approved)
    {
        var path = Path.Combine(Repository.Root, "tests", "Modelwright.Generator.Tests", "Snapshots", approved);

        var actual = GeneratorRun.Of(Shop.Replace("MODEL.mw", fixture, StringComparison.Ordinal), Repository.Fixture(fixture)).Source;

        if (Environment.GetEnvironmentVariable("MODELWRIGHT_APPROVE") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    [Theory]
    [InlineData("v1/classes.mw")]
    [InlineData("v1/numbers.mw")]
    [InlineData("v1/pipeline.mw")]
    [InlineData("v2/written.mw")]
    [InlineData("forms-v2/covered.mw")]
    [InlineData("v3/ruled.mw")]
    [InlineData("v3/intervals.mw")]
    [InlineData("v4/folds.mw")]
    [InlineData("v5/attested.mw")]
    public void Source_OfEveryFormatVersion_CompilesAndAnswersAsByName(string fixture)
    {
        var path = Repository.Fixture(fixture);
        var run = GeneratorRun.Of(Shop.Replace("MODEL.mw", fixture, StringComparison.Ordinal), path);
        Assert.Empty(run.Findings);
        Assert.Empty(run.Faults);
        using var predictor = Predictor.Load(path);
        var expected = predictor.Predict(new { Tenure = 4, Plan = "basic", Age = (int?)null, Since = new DateTime(2021, 5, 6), Note = "late payment", Member = true });

        dynamic answer = Answers(run, path, new Dictionary<string, object>() { ["Tenure"] = 4.0, ["Plan"] = "basic", ["Since"] = new DateTime(2021, 5, 6), ["Note"] = "late payment", ["Member"] = true })[0];

        if (expected.Value is { } value)
        {
            Assert.Equal(value, (double)answer.Value);
            Assert.Equal(expected.Interval, (Runtime.Prediction.Rules.Interval?)answer.Interval);
        }
        else
        {
            Assert.Equal(expected.Label, answer.Label.ToString());
            Assert.Equal(expected.Probability(expected.Label!), (double)answer.LabelProbability);
        }
    }

    [Fact]
    public void Source_OfManyClasses_AnswersAndCompares()
    {
        using var folder = new TempFolder();
        string[] classes = [.. Enumerable.Range(0, 40).Select(place => place.ToString("D2", CultureInfo.InvariantCulture))];
        var path = folder.Write("many.mw", SmallPackages.OfClasses(["a"], classes));
        var run = GeneratorRun.Of(GeneratorRun.Class("many.mw"), path);
        Assert.Empty(run.Faults);

        var answers = Answers(run, path, [], new() { ["A"] = 3.0 });

        dynamic answer = answers[0];
        dynamic same = answers[1];
        Assert.Equal("_00", answer.Label.ToString());
        Assert.Equal(1 / 40.0, (double)answer.LabelProbability);
        Assert.True(answer.Equals(same));
        Assert.Equal(answer.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void Source_ClassWithoutNamespace_Compiles()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.mw", SmallPackages.OfNumbers(new ColumnSpec("a", ColumnType.Number)));

        var run = GeneratorRun.Of(GeneratorRun.Class("a.mw", "@class"), path);

        Assert.Empty(run.Faults);
        Assert.Contains("sealed partial class @class", run.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_NamespaceOfKeywords_Compiles()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.mw", SmallPackages.OfNumbers(new ColumnSpec("a", ColumnType.Number)));

        var run = GeneratorRun.Of("namespace @public.@event;\n" + GeneratorRun.Class("a.mw"), path);

        Assert.Empty(run.Faults);
    }

    [Fact]
    public void PropertyThatThePackageLacks_IsACompileError()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.mw", SmallPackages.OfClasses(["Tenure"], "no", "yes"));

        var run = GeneratorRun.Of(GeneratorRun.Class("a.mw") + "public static class App { public static object Row => new Model.Input { Tenur = 4 }; }", path);

        Assert.Equal("Program.cs(3,73): error CS0117: 'Model.Input' does not contain a definition for 'Tenur'", Assert.Single(run.Faults));
    }

    [Fact]
    public void LabelThatThePackageLacks_IsACompileError()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.mw", SmallPackages.OfClasses(["Tenure"], "no", "yes"));

        var run = GeneratorRun.Of(GeneratorRun.Class("a.mw") + "public static class App { public static Model.Label Maybe => Model.Label.maybe; }", path);

        Assert.Equal("Program.cs(3,74): error CS0117: 'Model.Label' does not contain a definition for 'maybe'", Assert.Single(run.Faults));
    }

    /// <summary>Compiles the program, loads it, and asks its only model for rows.</summary>
    private static object[] Answers(GeneratorRun run, string path, params Dictionary<string, object>[] rows)
    {
        using var stream = new MemoryStream();
        Assert.True(run.Compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        stream.Position = 0;
        var program = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
        var model = program.GetTypes().Single(type => type.Name == "Model");
        using var loaded = (IDisposable)model.GetMethod("Load", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [path])!;
        return Array.ConvertAll(rows, row => model.GetMethod("Predict")!.Invoke(loaded, [Input(model.GetNestedType("Input")!, row)])!);
    }

    private static object Input(Type type, Dictionary<string, object> values)
    {
        var input = Activator.CreateInstance(type)!;
        foreach (var (name, value) in values)
        {
            type.GetProperty(name)!.SetValue(input, value);
        }

        return input;
    }
}
