using System.Text.RegularExpressions;
using Modelwright.Architecture.Tests.Documents;

namespace Modelwright.Architecture.Tests;

/// <summary>Rules that are read off the text of the sources.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] Banned = ["#region", "TO" + "DO", "FIX" + "ME", "HA" + "CK"];

    public static TheoryData<string> Rooms => ["src", "tests", "bench", "samples"];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Sources_HoldNoBannedWord(string room)
    {
        var found = Repository.Files(room, "*.cs")
            .Where(path => !path.EndsWith("/SourceTests.cs", StringComparison.Ordinal))
            .SelectMany(path => Banned.Where(word => Repository.Read(path).Contains(word, StringComparison.Ordinal)).Select(word => $"{path}: {word}"));

        Assert.Empty(found);
    }

    [Fact]
    public void Namespaces_EqualFolders()
    {
        var wrong = Repository.Files("src", "*.cs")
            .Where(path => NamespaceLine().Match(Repository.Read(path)) is { Success: true } match
                && match.Groups[1].Value != Path.GetDirectoryName(path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.'));

        Assert.Empty(wrong);
    }

    [Fact]
    public void PublicTypes_StandOneAFile_NamedAfterIt()
    {
        var wrong = Repository.Files("src", "*.cs")
            .Select(path => (Path: path, Types: PublicType().Matches(Repository.Read(path)).Select(match => match.Groups[1].Value).Distinct().ToArray()))
            .Where(file => file.Types.Length > 1 || (file.Types.Length == 1 && file.Types[0] != Path.GetFileName(file.Path).Split('.')[0]));

        Assert.Empty(wrong.Select(file => $"{file.Path}: {string.Join(", ", file.Types)}"));
    }

    [Fact]
    public void TypeNames_SayWhatAThingIs()
    {
        var vague = Repository.Files("src", "*.cs")
            .SelectMany(path => AnyType().Matches(Repository.Read(path)).Select(match => (Path: path, Name: match.Groups[1].Value)))
            .Where(type => VagueEnd().IsMatch(type.Name));

        Assert.Empty(vague);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial|ref|unsafe) )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?,. ]+?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^\s*(?:public|internal|private|protected)?[ \w]*\b(?:class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex AnyType();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utility|Base|Impl)$")]
    private static partial Regex VagueEnd();
}
