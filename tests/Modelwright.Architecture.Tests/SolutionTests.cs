using System.Xml.Linq;
using Modelwright.Architecture.Tests.Documents;

namespace Modelwright.Architecture.Tests;

/// <summary>What 'dotnet test' of the solution runs is all there is to run.</summary>
public sealed class SolutionTests
{
    // Built by a test, ahead of time; as a member of the solution it would be built another way.
    private static readonly string[] Apart = ["tests/Modelwright.Aot.TestApp/Modelwright.Aot.TestApp.csproj"];

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var listed = XDocument.Parse(Repository.Read("Modelwright.slnx")).Descendants("Project").Select(project => project.Attribute("Path")!.Value);
        var there = new[] { "src", "tests", "samples", "bench" }.SelectMany(folder => Repository.Files(folder, "*.csproj")).Except(Apart);

        Assert.Equal(there.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SourceProjects_HaveTests()
    {
        var tested = Repository.Files("tests", "*.Tests.csproj").Select(path => Path.GetFileNameWithoutExtension(path)[..^".Tests".Length]);
        var untested = Repository.Files("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path)).Except(tested);

        // The suites may also be tested by running them over the product, in the projects they are for.
        Assert.Empty(untested.Except(["Modelwright.Testing"]));
    }

    [Fact]
    public void TestProjects_HoldTests()
    {
        var empty = Repository.Files("tests", "*.Tests.csproj").Where(path => !Repository.Files(Path.GetDirectoryName(path)!, "*.cs")
            .Any(file => Repository.Read(file) is var text && (text.Contains("[Fact", StringComparison.Ordinal) || text.Contains("[Theory", StringComparison.Ordinal))));

        Assert.Empty(empty);
    }
}
