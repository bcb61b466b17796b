using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Modelwright.Generator.Tests.Data;

namespace Modelwright.Generator.Tests;

/// <summary>The generator runs at each letter that is typed, and must do next to nothing then.</summary>
public sealed class CachingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NothingChanged_NothingIsDoneAgain()
    {
        var program = GeneratorRun.Program(GeneratorRun.Class("a.mw"));
        var driver = GeneratorRun.Driver(_folder.Write("a.mw", SmallPackages.OfClasses(["a"], "no", "yes"))).RunGenerators(program, TestContext.Current.CancellationToken);

        var reasons = Reasons(driver.RunGenerators(program.Clone(), TestContext.Current.CancellationToken));

        Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }

    [Fact]
    public void OtherCodeChanged_NeitherPackageNorCodeIsMadeAgain()
    {
        var program = GeneratorRun.Program(GeneratorRun.Class("a.mw"));
        var driver = GeneratorRun.Driver(_folder.Write("a.mw", SmallPackages.OfClasses(["a"], "no", "yes"))).RunGenerators(program, TestContext.Current.CancellationToken);

        var again = driver.RunGenerators(program.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;", cancellationToken: TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);

        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(again, "Packages"));
        Assert.All(Reasons(again, "Classes"), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(again, "Code"));
        Assert.Equal([IncrementalStepRunReason.Cached], Outputs(again));
    }

    [Fact]
    public void FileTouched_ButTheSame_CodeIsNotMadeAgain()
    {
        var path = _folder.Write("a.mw", SmallPackages.OfClasses(["a"], "no", "yes"));
        var file = new PackageText(path);
        var program = GeneratorRun.Program(GeneratorRun.Class("a.mw"));
        var driver = GeneratorRun.Driver().AddAdditionalTexts([file]).RunGenerators(program, TestContext.Current.CancellationToken);

        var again = driver.ReplaceAdditionalText(file, new PackageText(path)).RunGenerators(program, TestContext.Current.CancellationToken);

        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(again, "Packages"));
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons(again, "Code"));
        Assert.Equal([IncrementalStepRunReason.Cached], Outputs(again));
    }

    [Fact]
    public void PackageChanged_CodeIsMadeAgain()
    {
        var path = _folder.Write("a.mw", SmallPackages.OfClasses(["a"], "no", "yes"));
        var file = new PackageText(path);
        var program = GeneratorRun.Program(GeneratorRun.Class("a.mw"));
        var driver = GeneratorRun.Driver().AddAdditionalTexts([file]).RunGenerators(program, TestContext.Current.CancellationToken);
        _folder.Write("a.mw", SmallPackages.OfClasses(["a", "b"], "no", "yes"));

        var again = driver.ReplaceAdditionalText(file, new PackageText(path)).RunGenerators(program, TestContext.Current.CancellationToken);

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(again, "Code"));
        Assert.Contains("public double? B { get; init; }", Assert.Single(again.GetRunResult().GeneratedTrees).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherPackageChanged_CodeIsTheSame()
    {
        var other = new PackageText(_folder.Write("b.mw", SmallPackages.OfClasses(["b"], "no", "yes")));
        var program = GeneratorRun.Program(GeneratorRun.Class("a.mw"));
        var driver = GeneratorRun.Driver(_folder.Write("a.mw", SmallPackages.OfClasses(["a"], "no", "yes"))).AddAdditionalTexts([other]).RunGenerators(program, TestContext.Current.CancellationToken);
        _folder.Write("b.mw", SmallPackages.OfClasses(["c"], "no", "yes"));

        var again = driver.ReplaceAdditionalText(other, new PackageText(other.Path)).RunGenerators(program, TestContext.Current.CancellationToken);

        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(again, "Code"));
        Assert.Equal([IncrementalStepRunReason.Cached], Outputs(again));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver, params string[] steps) =>
        Assert.Single(driver.GetRunResult().Results).TrackedSteps
            .Where(step => steps.Contains(step.Key) || (steps.Length == 0 && step.Key is ("Packages" or "Classes" or "Code")))
            .SelectMany(step => step.Value)
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorDriver driver) =>
        Assert.Single(driver.GetRunResult().Results).TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason);
}
