using System.Globalization;
using Microsoft.CodeAnalysis;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Generator.Tests.Data;
using Modelwright.Runtime.Forms.Clusters;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Generator.Tests;

/// <summary>The text of each finding.</summary>
public sealed class FindingTests : IDisposable
{
    private const string Advice = ". The file is damaged or was not made by Modelwright; fetch it again from where it was made.";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NoPackage_IsSaid() => Assert.Equal(
        "Program.cs(1,2): error MW0001: No package 'churn.mw' is among the additional files of the project. Add <AdditionalFiles Include=\"churn.mw\" /> to the project file, or mend the path.",
        GeneratorRun.Finding("churn.mw"));

    [Fact]
    public void OtherPackages_AreListed() => Assert.Equal(
        "Program.cs(1,2): error MW0001: No package 'churn.mw' is among the additional files of the project; those that end with .mw are '/app/1.mw', '/app/2.mw', '/app/3.mw', '/app/4.mw', '/app/5.mw' and 2 more. Add <AdditionalFiles Include=\"churn.mw\" /> to the project file, or mend the path.",
        GeneratorRun.Finding("churn.mw", [.. Enumerable.Range(1, 7).Select(number => string.Create(CultureInfo.InvariantCulture, $"/app/{number}.mw"))]));

    [Theory]
    [InlineData("")]
    [InlineData("./")]
    [InlineData("urn.mw")]
    [InlineData("models/churn")]
    public void PathThatIsNoEndOfOne_IsAbsent(string path) =>
        Assert.Contains("error MW0001", GeneratorRun.Finding(path, "/app/models/churn.mw"), StringComparison.Ordinal);

    [Theory]
    [InlineData("churn.mw")]
    [InlineData("models/churn.mw")]
    [InlineData("models\\churn.mw")]
    [InlineData("./models/churn.mw")]
    [InlineData("../../models/churn.mw")]
    [InlineData("Models/Churn.mw")]
    public void PathThatIsTheEndOfOne_IsFound(string path)
    {
        var file = _folder.Write("models/churn.mw", SmallPackages.OfClasses(["a"], "no", "yes"));
        var other = _folder.Write("models/other-churn.mw", [1]);

        Assert.Empty(GeneratorRun.Of(GeneratorRun.Class(path), file, other).Findings);
    }

    [Fact]
    public void FileListedTwice_IsFound()
    {
        var file = _folder.Write("churn.mw", SmallPackages.OfClasses(["a"], "no", "yes"));

        Assert.Empty(GeneratorRun.Of(GeneratorRun.Class("churn.mw"), file, file).Findings);
    }

    [Fact]
    public void FilesThatDifferInLetterCase_AreToldApart() => Assert.Contains(
        "MW0003",
        GeneratorRun.Finding("Churn.mw", _folder.Write("Churn.mw", [1]), _folder.Write("other/churn.mw", SmallPackages.OfClasses(["a"], "no", "yes"))),
        StringComparison.Ordinal);

    [Fact]
    public void SeveralPackages_AreSaid() => Assert.Equal(
        "Program.cs(1,2): error MW0002: Package 'churn.mw' can be any of '/app/a/churn.mw', '/app/b/churn.mw'. Write more of the path.",
        GeneratorRun.Finding("churn.mw", "/app/a/churn.mw", "/app/b/churn.mw"));

    [Fact]
    public void FileThatIsNotThere_IsSaid() => Assert.Equal(
        "Program.cs(1,2): error MW0003: Package 'churn.mw' cannot be read: it cannot be opened (DirectoryNotFoundException)" + Advice,
        GeneratorRun.Finding("churn.mw", Path.Combine(_folder.Path, "nowhere", "churn.mw")));

    [Theory]
    [InlineData("", "it ends too early")]
    [InlineData("MWPK", "it ends too early")]
    [InlineData("A text of some length that is no package", "it does not start with 'MWPK'")]
    [InlineData("MWPK\0\0\0\0\u0006\0\0\0", "it claims format version 0, which does not exist")]
    [InlineData("MWPK\u0001\0\0\0\u0007\0\0\0", "its head claims 7 parts and 0 behind the version, which version 1 never has")]
    [InlineData("MWPK\u0005\0\0\0\u0007\0\0\0", "its head claims 7 parts and 0 behind the version, which version 5 never has")]
    [InlineData("MWPK\u0001\0\0\0\u0006\0\0\0\u0006Schema", "its table lacks part 'schema' in its place")]
    public void FileThatIsNoPackage_IsSaid(string text, string fault)
    {
        var file = _folder.Write("churn.mw", [.. text.Select(letter => (byte)letter)]);

        Assert.Equal($"Program.cs(1,2): error MW0003: Package 'churn.mw' cannot be read: {fault}{Advice}", GeneratorRun.Finding("churn.mw", file));
    }

    [Fact]
    public void FlippedSchema_IsSaid()
    {
        var bytes = SmallPackages.OfClasses(["a"], "no", "yes");
        bytes[bytes.AsSpan().IndexOf("Classification"u8)] ^= 1;

        Assert.Equal(
            $"Program.cs(1,2): error MW0003: Package 'churn.mw' cannot be read: the bytes of part 'schema' do not have the hash that the file states{Advice}",
            GeneratorRun.Finding("churn.mw", _folder.Write("churn.mw", bytes)));
    }

    [Fact]
    public void BytesAfterTheEnd_AreSaid() => Assert.Equal(
        $"Program.cs(1,2): error MW0003: Package 'churn.mw' cannot be read: bytes follow its last part{Advice}",
        GeneratorRun.Finding("churn.mw", _folder.Write("churn.mw", [.. SmallPackages.OfClasses(["a"], "no", "yes"), 0])));

    [Fact]
    public void NewerPackage_IsSaid()
    {
        var bytes = SmallPackages.OfClasses(["a"], "no", "yes");
        bytes[4] = 6;

        Assert.Equal(
            "Program.cs(1,2): error MW0004: Package 'churn.mw' is newer than this generator: it is of format version 6, and versions up to 5 are read. Take a newer release of Modelwright.Runtime.",
            GeneratorRun.Finding("churn.mw", _folder.Write("churn.mw", bytes)));
    }

    [Fact]
    public void ColumnOfANewerType_IsSaid()
    {
        var bytes = SmallPackages.OfClasses(["a"], "no", "yes");
        var type = bytes.AsSpan().IndexOf("Number"u8);
        "Sounds"u8.CopyTo(bytes.AsSpan(type));

        Assert.Equal(
            "Program.cs(1,2): error MW0004: Package 'churn.mw' is newer than this generator: its input 'a' is of type 'Sounds', which is not known here. Take a newer release of Modelwright.Runtime.",
            GeneratorRun.Finding("churn.mw", _folder.Write("churn.mw", PackageBytes.Mended(bytes))));
    }

    [Theory]
    [InlineData("public class Model;", "it is not partial")]
    [InlineData("public sealed partial class Model<T>;", "it is generic")]
    [InlineData("public static partial class Model;", "it is static")]
    [InlineData("public abstract partial class Model;", "it is abstract")]
    [InlineData("public sealed partial record Model;", "it is a record")]
    [InlineData("file sealed partial class Model;", "it is seen in its file alone")]
    [InlineData("public record Model<T>;", "it is not partial; it is generic; it is a record")]
    public void ClassThatCannotBeCompleted_IsSaid(string declaration, string fault)
    {
        var file = _folder.Write("churn.mw", SmallPackages.OfClasses(["a"], "no", "yes"));

        var run = GeneratorRun.Of("[Modelwright.Runtime.Prediction.ModelwrightPackage(\"churn.mw\")]\n" + declaration, file);

        Assert.Equal(
            $"Program.cs(1,2): error MW0005: Class 'Model' cannot be completed from package 'churn.mw': {fault}. Declare it as 'public sealed partial class' directly in a namespace.",
            Assert.Single(run.Findings).ToString());
        Assert.Empty(run.Result.GeneratedTrees);
    }

    [Fact]
    public void NestedClass_IsSaid()
    {
        var run = GeneratorRun.Of("partial class Outer {\n" + GeneratorRun.Class("churn.mw") + "}");

        Assert.Equal(
            "Program.cs(2,2): error MW0005: Class 'Model' cannot be completed from package 'churn.mw': it is nested in 'Outer'. Declare it as 'public sealed partial class' directly in a namespace.",
            Assert.Single(run.Findings).ToString());
    }

    [Fact]
    public void ClassNamedAsWhatIsInside_IsSaid() => Assert.Equal(
        "Program.cs(1,2): error MW0005: Class 'Input' cannot be completed from package 'churn.mw': its name is one of the names inside it. Declare it as 'public sealed partial class' directly in a namespace.",
        Assert.Single(GeneratorRun.Of(GeneratorRun.Class("churn.mw", "Input")).Findings).ToString());

    [Fact]
    public void AttributeGivenTwice_IsLeftToTheCompiler()
    {
        var file = _folder.Write("churn.mw", SmallPackages.OfClasses(["a"], "no", "yes"));

        var run = GeneratorRun.Of(GeneratorRun.Class("churn.mw") + GeneratorRun.Class("churn.mw"), file);

        Assert.Empty(run.Findings);
        Assert.Null(Assert.Single(run.Result.Results).Exception);
        Assert.Equal("Program.cs(3,2): error CS0579: Duplicate 'Modelwright.Runtime.Prediction.ModelwrightPackage' attribute", Assert.Single(run.Faults));
    }

    [Fact]
    public void PackageOfSegments_IsSaid()
    {
        FormInput[] inputs = [new("Age", ColumnType.Number, [])];
        var clusters = new PointClustersForm(new(new KernelSpace(inputs, [40], [0.1]), [0, 1], [1, 1], [1, 1]));
        var file = _folder.Write("churn.mw", SmallPackages.Bytes(new(LearningTask.Clustering, new([new("Age", ColumnType.Number)]), clusters)));

        Assert.Equal(
            "Program.cs(1,2): error MW0006: Package 'churn.mw' answers neither classes nor one number (task 'clustering', form 'point_clusters'), and typed code is made for these alone. Ask it by rows or in a stream with Predictor.",
            GeneratorRun.Finding("churn.mw", file));
    }

    [Fact]
    public void TooManyInputs_AreSaid()
    {
        var columns = Enumerable.Range(0, 2001).Select(number => string.Create(CultureInfo.InvariantCulture, $"c{number}"));

        Assert.Equal(
            "Program.cs(1,2): error MW0007: Package 'churn.mw' is too large for typed code: it has 2001 inputs, and code is made for at most 2000. Train a smaller model, or ask this one by rows with Predictor.",
            GeneratorRun.Finding("churn.mw", _folder.Write("churn.mw", SmallPackages.OfClasses(columns, "no", "yes"))));
    }

    [Fact]
    public void TooManyClasses_AreSaid()
    {
        string[] classes = [.. Enumerable.Range(0, 1001).Select(number => string.Create(CultureInfo.InvariantCulture, $"c{number}"))];

        Assert.Equal(
            "Program.cs(1,2): error MW0007: Package 'churn.mw' is too large for typed code: it has 1001 classes, and code is made for at most 1000. Train a smaller model, or ask this one by rows with Predictor.",
            GeneratorRun.Finding("churn.mw", _folder.Write("churn.mw", SmallPackages.OfClasses(["a"], classes))));
    }

    [Fact]
    public void TooLongName_IsSaid() => Assert.Equal(
        "Program.cs(1,2): error MW0007: Package 'churn.mw' is too large for typed code: a name among its inputs has 1001 letters, and code is made for at most 1000. Train a smaller model, or ask this one by rows with Predictor.",
        GeneratorRun.Finding("churn.mw", _folder.Write("churn.mw", SmallPackages.OfClasses([new string('a', 1001)], "no", "yes"))));

    [Fact]
    public void Findings_HaveHelp()
    {
        var finding = Assert.Single(GeneratorRun.Of(GeneratorRun.Class("churn.mw")).Findings);

        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Equal(
            "A generator sees files of the project alone, and of those the ones that end with .mw. The path of the attribute is the name of such a file, or the end of its path.",
            finding.Descriptor.Description.ToString(CultureInfo.InvariantCulture));
    }
}
