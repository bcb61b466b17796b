using Modelwright.Architecture.Tests.Code;
using Modelwright.Architecture.Tests.Documents;

namespace Modelwright.Architecture.Tests;

public sealed class ArrowTests
{
    private static readonly IReadOnlyDictionary<string, HashSet<string>> Arrows = ArchitectureDocument.Arrows();

    public static TheoryData<string> Names => [.. Projects.Names];

    [Fact]
    public void Arrows_OfTheDocument_AreUnderstood()
    {
        Assert.Empty(Arrows["Modelwright.Core"]);
        Assert.Equal(["Modelwright.Core", "Modelwright.Runtime"], Arrows["Modelwright"].Order());
        Assert.DoesNotContain("Modelwright.Testing", Arrows["Modelwright.Cli"]);
        Assert.Contains("Modelwright.Server", Arrows["Modelwright.Cli"]);
        Assert.DoesNotContain("Modelwright.Cli", Arrows["Modelwright.Server"]);
        Assert.All(Arrows, row => Assert.Subset(Arrows.Keys.ToHashSet(), row.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ProjectReferences_OfAProject_AreInTheTable(string project)
    {
        Assert.True(Arrows.TryGetValue(project, out var allowed), $"'{project}' has no row in the table of docs/architecture.md.");

        var wrong = Projects.References(project).Except(allowed!);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void CompiledReferences_OfAProject_AreInTheTable(string project)
    {
        var wrong = Projects.UsedBy(project).Except(Arrows[project]);

        Assert.Empty(wrong);
    }
}
