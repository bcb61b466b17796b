using Modelwright.Architecture.Tests.Code;
using Modelwright.Architecture.Tests.Documents;

namespace Modelwright.Architecture.Tests;

/// <summary>The sizes at which a thing is to be split.</summary>
public sealed class SizeTests
{
    private const int LinesOfAFile = 500;
    private const int LinesOfAMedianFile = 80;
    private const int FilesOfAFolder = 24;
    private const int PublicTypesOfAProject = 275;

    private static readonly (string Path, int Lines)[] Sources =
        [.. Repository.Files("src", "*.cs").Select(path => (path, Repository.Read(path).Count(letter => letter == '\n')))];

    public static TheoryData<string> Names => [.. Projects.Names];

    [Fact]
    public void SourceFiles_AreShort() => Assert.DoesNotContain(Sources, file => file.Lines > LinesOfAFile);

    [Fact]
    public void SourceFiles_InTheMiddle_AreVeryShort() =>
        Assert.InRange(Sources.Select(file => file.Lines).Order().ElementAt(Sources.Length / 2), 1, LinesOfAMedianFile);

    [Fact]
    public void Folders_HoldFewFiles() =>
        Assert.DoesNotContain(Sources.CountBy(file => Path.GetDirectoryName(file.Path)!), folder => folder.Value > FilesOfAFolder);

    [Theory]
    [MemberData(nameof(Names))]
    public void Projects_ShowFewTypes(string project) =>
        Assert.InRange(Projects.Compiled(project).GetExportedTypes().Length, 0, PublicTypesOfAProject);
}
