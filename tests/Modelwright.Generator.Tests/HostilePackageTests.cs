using System.Buffers.Binary;
using System.Globalization;
using Modelwright.Generator.Tests.Data;

namespace Modelwright.Generator.Tests;

/// <summary>Bytes that no release has written end in a finding, and never in an error of the generator itself.</summary>
public sealed class HostilePackageTests : IDisposable
{
    private static readonly byte[] Whole = File.ReadAllBytes(Repository.Fixture("v1/pipeline.mw"));
    private static readonly string[] Expected = ["MW0003", "MW0004", "MW0006", "MW0007"];
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TruncatedAtEveryLength_IsRefused()
    {
        int[] lengths = [.. Enumerable.Range(0, Whole.Length).Where(length => length < 600 || length % 17 == 0)];

        Assert.Equal(lengths.Length, Refused([.. lengths.Select(length => Whole[..length])]));
    }

    [Fact]
    public void EachByteOfHeadSchemaAndFormFlipped_IsRefused()
    {
        var table = PackageBytes.StartOfSchema(Whole);
        int[] positions = [.. Enumerable.Range(0, PackageBytes.StartOfPlan(Whole)).Where(position => !IsHashOfAnotherPart(position, table) && (position < table || position % 3 == 0))];

        Assert.Equal(positions.Length, Refused([.. positions.Select(position => Flipped(position, 0x10))]));
    }

    [Fact]
    public void EachByteOfSchemaAndFormFlipped_WithMendedHash_NeverCausesAnError()
    {
        int[] positions = [.. Enumerable.Range(PackageBytes.StartOfSchema(Whole), PackageBytes.StartOfPlan(Whole) - PackageBytes.StartOfSchema(Whole))];

        var refused = Refused([.. positions.Select(position => PackageBytes.Mended(Flipped(position, 0x81)))]);

        Assert.InRange(refused, positions.Length / 20, positions.Length);
    }

    [Fact]
    public void LengthsThatLie_AreRefused()
    {
        var schema = PackageBytes.StartOfSchema(Whole);
        byte[][] lying =
        [
            .. from position in Enumerable.Range(schema, PackageBytes.StartOfPlan(Whole) - schema).Where(position => position % 5 == 0)
               from length in new uint[] { uint.MaxValue, int.MaxValue, 1u << 28 }
               select PackageBytes.Mended(With(position, length)),
        ];

        Assert.InRange(Refused(lying), lying.Length / 20, lying.Length);
    }

    [Fact]
    public void FormsNestedTooDeep_AreRefused()
    {
        var package = SmallPackages.OfClasses(["a"], "no", "yes");
        var form = Record(("form", Text("class_pipeline")));
        for (var depth = 0; depth < 40; depth++)
        {
            form = Record(("form", Text("class_pipeline")), ("then", [9, .. BitConverter.GetBytes((long)form.Length), .. form]));
        }

        var finding = GeneratorRun.Finding("deep.mw", _folder.Write("deep.mw", PackageBytes.WithForm(package, form)));

        Assert.Contains("MW0003: Package 'deep.mw' cannot be read: part 'form/then/then", finding, StringComparison.Ordinal);
        Assert.InRange(finding.Length, 100, 700);
    }

    [Fact]
    public void FormWithoutClasses_IsRefused()
    {
        var package = PackageBytes.WithForm(SmallPackages.OfClasses(["a"], "no", "yes"), Record(("form", Text("class_trees"))));

        Assert.Equal(
            "Program.cs(1,2): error MW0003: Package 'a.mw' cannot be read: its form 'class_trees' has no classes. The file is damaged or was not made by Modelwright; fetch it again from where it was made.",
            GeneratorRun.Finding("a.mw", _folder.Write("a.mw", package)));
    }

    /// <summary>How many of the packages are refused; the others are made into code.</summary>
    private int Refused(byte[][] packages)
    {
        string[] names = [.. packages.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"p{place}.mw"))];
        string[] files = [.. packages.Select((bytes, place) => _folder.Write(names[place], bytes))];

        var result = GeneratorRun.Driver(files)
            .RunGenerators(GeneratorRun.Program(string.Concat(names.Select((name, place) => GeneratorRun.Class(name, string.Create(CultureInfo.InvariantCulture, $"C{place}"))))), TestContext.Current.CancellationToken)
            .GetRunResult();

        Assert.Null(Assert.Single(result.Results).Exception);
        Assert.All(result.Diagnostics, finding => Assert.Contains(finding.Id, Expected));
        Assert.Equal(packages.Length, result.Diagnostics.Length + result.GeneratedTrees.Length);
        return result.Diagnostics.Length;
    }

    /// <summary>The table states the hashes of parts that are not read too.</summary>
    private static bool IsHashOfAnotherPart(int position, int table)
    {
        const int SchemaAndForm = 12 + 7 + 8 + 32 + 5 + 8 + 32;
        return position >= SchemaAndForm && position < table;
    }

    private static byte[] Flipped(int position, byte bits)
    {
        var flipped = Whole.ToArray();
        flipped[position] ^= bits;
        return flipped;
    }

    private static byte[] With(int position, uint length)
    {
        var lying = Whole.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(position), length);
        return lying;
    }

    private static byte[] Record(params (string Name, byte[] Value)[] entries) =>
        [.. BitConverter.GetBytes(entries.Length), .. entries.SelectMany(entry => BitConverter.GetBytes((ushort)entry.Name.Length).Concat(entry.Name.Select(letter => (byte)letter)).Concat(entry.Value))];

    private static byte[] Text(string text) => [1, .. BitConverter.GetBytes(text.Length), .. text.Select(letter => (byte)letter)];
}
