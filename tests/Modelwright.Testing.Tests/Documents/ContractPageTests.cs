namespace Modelwright.Testing.Tests.Documents;

/// <summary>The code on the page of the contracts is the code that is compiled and run here.</summary>
public sealed class ContractPageTests
{
    [Theory]
    [InlineData("RoundRobin.cs")]
    [InlineData("RoundRobinTests.cs")]
    public void Page_Code_IsCompiled(string file) =>
        Assert.Contains($"```csharp\n{Text(file).TrimEnd()}\n```", Text("contracts.md"), StringComparison.Ordinal);

    [Theory]
    [InlineData("LearnerSuite")]
    [InlineData("FormSuite")]
    [InlineData("StepSuite")]
    [InlineData("MetricSuite")]
    [InlineData("PerturbationSuite")]
    [InlineData("AttackSuite")]
    [InlineData("SplitterSuite")]
    [InlineData("SourceSuite")]
    public void Page_EverySuite_IsListed(string suite) =>
        Assert.Contains($"| `{suite}.Checks(", Text("contracts.md"), StringComparison.Ordinal);

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(ContractPageTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
