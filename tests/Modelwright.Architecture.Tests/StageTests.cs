using Modelwright.Architecture.Tests.Code;
using Modelwright.Architecture.Tests.Documents;

namespace Modelwright.Architecture.Tests;

public sealed class StageTests
{
    private const string LifeCycle = "Modelwright";
    private const string Learners = "Modelwright.Learners";

    private const string Between = "Running";

    private static readonly string[] Stages = [.. ArchitectureDocument.Stages()];

    [Fact]
    public void Stages_OfTheDocument_AreUnderstood()
    {
        Assert.Equal("Recording", Stages[0]);
        Assert.Equal("Retraining", Stages[^1]);
        Assert.True(Array.IndexOf(Stages, "Sources") < Array.IndexOf(Stages, "Search"));
    }

    [Fact]
    public void Stages_OfTheCode_AreInTheDocument()
    {
        var namespaces = Projects.Compiled(LifeCycle).GetTypes().Select(type => Part(type, LifeCycle)).OfType<string>().Distinct();

        Assert.Empty(namespaces.Except([.. Stages, ""]));
    }

    [Fact]
    public void Stage_UsesOnlyThoseBeforeIt()
    {
        var wrong = Uses(LifeCycle)
            .Where(use => use.From != "" && Array.IndexOf(Stages, use.To) is var to && (to < 0 || to > Array.IndexOf(Stages, use.From)))
            .Select(use => use.Text);

        Assert.Empty(wrong);
    }

    // What families share stands beside their folders; the list that names them all is for hosts.
    [Fact]
    public void LearnerFamily_UsesNoOther()
    {
        var wrong = Uses(Learners)
            .Where(use => use.From != "" && (use.To != "" || use.Text.EndsWith(".BuiltInLearners", StringComparison.Ordinal)))
            .Select(use => use.Text);

        Assert.Empty(wrong);
    }

    private static IEnumerable<(string From, string To, string Text)> Uses(string project)
    {
        var assembly = Projects.Compiled(project);
        foreach (var type in assembly.GetTypes())
        {
            if (Part(type, project) is not { } from)
            {
                continue;
            }

            foreach (var used in UsedTypes.Of(type).Where(used => used.Assembly == assembly))
            {
                if (Part(used, project) is { } to && to != from)
                {
                    yield return (from, to, $"{type.FullName} uses {used.FullName}");
                }
            }
        }
    }

    /// <summary>
    /// The first name after the project's in a type's namespace: "" for the project's own and for the pieces of one run, which
    /// stand between the stages; null for what the compiler adds.
    /// </summary>
    private static string? Part(Type type, string project)
    {
        var space = $"{type.Namespace}.".StartsWith($"{LifeCycle}.{Between}.", StringComparison.Ordinal) ? LifeCycle : type.Namespace;
        return space == project ? "" : space is not null && space.StartsWith($"{project}.", StringComparison.Ordinal)
            ? space[(project.Length + 1)..].Split('.')[0]
            : null;
    }
}
