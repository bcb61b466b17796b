using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Packaging;

/// <summary>
/// Packages written the day a format version, of the package or of a form in it, appeared: each later release opens them and answers the same bits. To add a
/// version, set MODELWRIGHT_WRITE_FIXTURES to its folder ('v5') and run these tests once; never write an old folder again.
/// </summary>
public sealed class FixtureTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Modelwright.Runtime.Tests", "Fixtures");

    public static TheoryData<string> Fixtures => [.. Directory.GetFiles(Written(), "*.mw", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Load_PackageOfEveryVersion_AnswersTheSameBits(string fixture)
    {
        var path = Path.Combine(Folder, fixture);

        Assert.Equal(File.ReadAllLines(path + ".bits.txt"), AnswerBits.Of(path));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Save_PackageOfEveryVersion_SameBytes(string fixture)
    {
        var path = Path.Combine(Folder, fixture);
        using var stream = new MemoryStream();

        Package.Load(path).Save(stream);

        Assert.Equal(File.ReadAllBytes(path), stream.ToArray());
    }

    private static string Written()
    {
        if (Environment.GetEnvironmentVariable("MODELWRIGHT_WRITE_FIXTURES") is { Length: > 0 } version)
        {
            Write(Path.Combine(Folder, version, "written.mw"), ExampleModels.WrittenPackage());
            Write(Path.Combine(Folder, version, "covered.mw"), ExampleModels.CoveredPackage());
            Write(Path.Combine(Folder, version, "ruled.mw"), ExampleModels.RuledPackage());
            Write(Path.Combine(Folder, version, "intervals.mw"), ExampleModels.IntervalPackage());
            Write(Path.Combine(Folder, version, "folds.mw"), ExampleModels.FoldPackage());
            Write(Path.Combine(Folder, version, "attested.mw"), ExampleModels.AttestedPackage());
        }

        return Folder;
    }

    private static void Write(string path, Package package)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        package.Save(path);
        File.WriteAllLines(path + ".bits.txt", AnswerBits.Of(path));
    }
}
