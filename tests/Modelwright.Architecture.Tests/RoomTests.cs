using System.Reflection;
using Modelwright.Architecture.Tests.Code;
using Modelwright.Architecture.Tests.Documents;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.LightGbm;

namespace Modelwright.Architecture.Tests;

public sealed class RoomTests
{
    private const string NativeRoom = "Modelwright.LightGbm";

    public static TheoryData<string> Others => [.. Projects.Names.Where(name => name != NativeRoom)];

    [Theory]
    [MemberData(nameof(Others))]
    public void NativeCalls_OutsideTheirRoom_AreNone(string project)
    {
        var native = Projects.Compiled(project).GetTypes()
            .SelectMany(UsedTypes.Methods)
            .Where(method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
            .Select(method => $"{method.DeclaringType}.{method.Name}");

        Assert.Empty(native);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void UnsafeCode_OutsideItsRoom_IsOff(string project) =>
        Assert.DoesNotContain("AllowUnsafeBlocks", Repository.Read(Projects.File(project)), StringComparison.Ordinal);

    [Fact]
    public void OnnxRuntime_IsReferencedByItsProjectAlone()
    {
        var projects = Projects.Names.Where(name => Repository.Read(Projects.File(name)).Contains("Microsoft.ML.OnnxRuntime", StringComparison.Ordinal));

        Assert.Equal(["Modelwright.Onnx"], projects);
    }

    [Fact]
    public void LifeCycle_NamesNoLearner()
    {
        var names = new LearnerCatalog().AddBuiltIn().AddLightGbm().Learners.Select(learner => learner.Info.Name).ToHashSet();

        var named = Projects.Compiled("Modelwright").GetTypes()
            .SelectMany(UsedTypes.Methods)
            .SelectMany(method => Instructions.Texts(method).Where(names.Contains).Select(text => $"{method.DeclaringType}.{method.Name}: '{text}'"));

        Assert.Empty(named);
    }

    [Fact]
    public void Documentation_OfPublicMembers_IsAskedForEverywhere()
    {
        var silenced = Repository.Files("src", "*.csproj").Append("src/Directory.Build.props").Append("Directory.Build.props")
            .Where(path => Repository.Read(path) is var text
                && (text.Contains("CS1591", StringComparison.Ordinal) || text.Contains("<GenerateDocumentationFile>false", StringComparison.Ordinal)));

        Assert.Empty(silenced);
    }
}
