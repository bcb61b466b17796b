using Modelwright.Architecture.Tests.Code;
using Modelwright.Architecture.Tests.Documents;
using PublicApiGenerator;

namespace Modelwright.Architecture.Tests;

/// <summary>What others may build on, approved as text. Run with MODELWRIGHT_APPROVE=1 to approve what there is now.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = ["System.Runtime.CompilerServices.CompilerGeneratedAttribute"],
    };

    public static TheoryData<string> Libraries => [.. Projects.Names.Where(name => name != "Modelwright.Cli")];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicApi_OfALibrary_IsApproved(string library)
    {
        var path = Path.Combine(Repository.Root, "tests", "Modelwright.Architecture.Tests", "PublicApi", $"{library}.approved.txt");
        var actual = Projects.Compiled(library).GeneratePublicApi(Options).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("MODELWRIGHT_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

        Assert.True(actual == approved, $"The public API of {library} is not as approved.{FirstDifference(approved, actual)} If that is meant, run this test with MODELWRIGHT_APPROVE=1 and commit the file.");
    }

    private static string FirstDifference(string approved, string actual)
    {
        var added = actual.Split('\n').Except(approved.Split('\n')).Select(line => $"\n+ {line.Trim()}");
        var removed = approved.Split('\n').Except(actual.Split('\n')).Select(line => $"\n- {line.Trim()}");
        return string.Concat(added.Concat(removed).Take(20)) + "\n";
    }
}
