using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Packaging;

public sealed class HostilePackageTests
{
    private const string Advice = " The file is damaged or was not made by this program; fetch it again from where it was made.";

    /// <summary>Where the length of the first part, 'schema', stands: after 12 bytes of head and 7 of its name.</summary>
    private const int FirstLength = 19;

    private static readonly byte[] Whole = Bytes(ExampleModels.PipelinePackage());

    [Fact]
    public void Load_TruncatedAtEveryLength_IsRefused()
    {
        for (var length = 0; length < Whole.Length; length += length < 500 ? 1 : 13)
        {
            Assert.Equal("The package cannot be read: it ends too early." + Advice, Refusal(Whole[..length]));
        }
    }

    [Fact]
    public void Load_EachByteFlipped_IsRefused()
    {
        for (var position = 0; position < Whole.Length; position += position < 500 ? 1 : 7)
        {
            var flipped = Whole.ToArray();
            flipped[position] ^= 0x10;

            Refusal(flipped);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Load_FlippedWithMendedHash_NeverCausesAnotherError(int sample)
    {
        var whole = sample switch
        {
            1 => Whole,
            2 => Bytes(ExampleModels.WrittenPackage()),
            3 => Bytes(ExampleModels.RuledPackage()),
            _ => Bytes(ExampleModels.IntervalPackage()),
        };
        var random = new Random(3);
        for (var round = 0; round < 3000; round++)
        {
            var flipped = whole.ToArray();
            flipped[random.Next(FirstLength + 8, flipped.Length)] ^= (byte)(1 << random.Next(8));
            MendHashes(flipped);
            try
            {
                Package.Load(new MemoryStream(flipped));
            }
            catch (ArtifactException)
            {
                // The one error that hostile bytes may cause.
            }
        }
    }

    [Theory]
    [InlineData(long.MaxValue, "The package cannot be read: a part claims 9223372036854775807 bytes.")]
    [InlineData(-1, "The package cannot be read: a part claims -1 bytes.")]
    public void Load_LyingLength_IsRefused(long length, string expected)
    {
        var lying = Whole.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(lying.AsSpan(FirstLength), length);

        Assert.Equal(expected + Advice, Refusal(lying));
    }

    [Fact]
    public void Load_LengthWithinLimitButNotThere_TakesLittleMemory()
    {
        var lying = Whole.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(lying.AsSpan(FirstLength), 1_000_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("The package cannot be read: it ends too early." + Advice, Refusal(lying));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void Load_BeyondLimit_SaysWhichLimit()
    {
        var error = Assert.Throws<ArtifactException>(() => Package.Load(new MemoryStream(Whole), new PackageLimits { MaxBytes = 100 }));

        Assert.EndsWith("the limit is 100. Raise PackageLimits.MaxBytes if you trust where it comes from.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NewerVersion_SaysSo()
    {
        var newer = Whole.ToArray();
        newer[4] = 6;

        Assert.Equal("The package is of format version 6; this program reads versions up to 5. Open it with a newer release.", Refusal(newer));
    }

    [Fact]
    public void Load_VersionTwoThatClaimsToBeOne_IsRefused()
    {
        var older = Bytes(ExampleModels.WrittenPackage());
        older[4] = 1;

        Assert.Equal("The package cannot be read: it claims format version 1, and its schema is of version 2." + Advice, Refusal(older));
    }

    [Fact]
    public void Load_RulesInAnOlderVersion_AreRefused()
    {
        var older = Bytes(ExampleModels.RuledPackage());
        older[4] = 2;

        Assert.Equal("The package cannot be read: it claims format version 2, and its model has rules of version 3." + Advice, Refusal(older));
    }

    [Fact]
    public void Load_FoldIntervalsInAnOlderVersion_AreRefused()
    {
        var older = Bytes(ExampleModels.FoldPackage());
        older[4] = 3;

        Assert.Equal("The package cannot be read: it claims format version 3, and its model has a rule of version 4." + Advice, Refusal(older));
    }

    [Fact]
    public void Load_FoldIntervalsOfMoreFoldsThanTheModelHas_AreRefused()
    {
        var package = ExampleModels.FoldPackage();
        var rule = package.Model.Rules.FoldIntervals!;
        var odd = package with { Model = package.Model with { Rules = new() { FoldIntervals = rule with { Folds = [.. rule.Folds, rule.Folds[0]] } } } };

        Assert.Equal("The package cannot be read: the rules of its model are not sound: there are residuals of 3 fold models, and form 'number_blend' is not the mean of so many." + Advice, Refusal(Bytes(odd)));
    }

    [Fact]
    public void Load_UnsoundFoldIntervals_AreRefused()
    {
        var package = ExampleModels.FoldPackage();
        var rule = package.Model.Rules.FoldIntervals!;
        foreach (var odd in new[] { rule with { Level = 2 }, rule with { Beyond = 100 }, rule with { Folds = [new([double.NaN], [1]), rule.Folds[1]] }, rule with { Scale = [0, 0] } })
        {
            Assert.StartsWith(
                "The package cannot be read: the rules of its model are not sound: a rule for intervals by folds has ",
                Refusal(Bytes(package with { Model = package.Model with { Rules = new() { FoldIntervals = odd } } })),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Load_FoldsWhoseCountsDoNotAddUp_AreRefused()
    {
        var package = ExampleModels.FoldPackage();
        var rule = package.Model.Rules.FoldIntervals!;
        var odd = package with { Model = package.Model with { Rules = new() { FoldIntervals = rule with { Folds = [rule.Folds[0], new([0.25, 3], [1])] } } } };

        Assert.Equal("The package cannot be read: the rules of its model claim 2 folds, whose residuals do not add up to 4 distances and 3 weights." + Advice, Refusal(Bytes(odd)));
    }

    [Fact]
    public void Load_TwoRulesForIntervals_AreRefused()
    {
        var package = ExampleModels.FoldPackage();
        var odd = package with { Model = package.Model with { Rules = package.Model.Rules with { Intervals = new() { Level = 0.9, Below = 1, Above = 1 } } } };

        Assert.Equal("The package cannot be read: the rules of its model are not sound: there are two rules for intervals." + Advice, Refusal(Bytes(odd)));
    }

    [Fact]
    public void Load_RulesThatDoNotFitTheModel_AreRefused()
    {
        var package = ExampleModels.RuledPackage();
        var odd = package with { Model = package.Model with { Rules = new() { Intervals = new() { Level = 0.9, Below = 1, Above = 1 } } } };

        Assert.Equal("The package cannot be read: the rules of its model are not sound: a model that answers classes has no rule for intervals." + Advice, Refusal(Bytes(odd)));
    }

    [Fact]
    public void Load_VersionOneThatClaimsToBeTwo_IsRefused()
    {
        var newer = Whole.ToArray();
        newer[4] = 2;

        Refusal(newer);
    }

    [Fact]
    public void Load_VersionZero_IsDamaged()
    {
        var zero = Whole.ToArray();
        zero[4] = 0;

        Assert.Equal("The package cannot be read: it claims format version 0, which does not exist." + Advice, Refusal(zero));
    }

    [Fact]
    public void Load_MoreCheckRowsThanAreEverWritten_IsRefused()
    {
        var package = ExampleModels.NumberPackage();
        var many = package.CheckRows.Rows.Take(new int[1001]);

        Assert.Equal(
            "The package has 1001 check rows of 6 columns; its schema has 6 features, and at most 1000 rows can be read. Fetch the file again from where it was made.",
            Refusal(Bytes(package with { CheckRows = new(many, new double[1001]) })));
    }

    [Fact]
    public void Load_CheckRowsWithoutColumns_AreRefused()
    {
        var package = ExampleModels.NumberPackage();

        Assert.Equal(
            "The package has 5 check rows of 0 columns; its schema has 6 features, and at most 1000 rows can be read. Fetch the file again from where it was made.",
            Refusal(Bytes(package with { CheckRows = new(new Table([], 5), new double[5]) })));
    }

    [Fact]
    public void Load_BytesAfterTheEnd_AreRefused() =>
        Assert.Equal("The package cannot be read: bytes follow its last part." + Advice, Refusal([.. Whole, 0]));

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 a zip file")]
    [InlineData("{\"a\": 1}  ")]
    public void Load_OtherFile_IsRefused(string text) => Refusal(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Load_EvidenceThatIsNotJson_IsRefused() =>
        Assert.Equal(
            "The package cannot be read: part 'evidence' is not JSON." + Advice,
            Refusal(Bytes(ExampleModels.ClassPackage() with { EvidenceJson = "figures: good" })));

    [Fact]
    public void Load_EvidenceNestedTooDeep_IsRefused() =>
        Assert.Equal(
            "The package cannot be read: part 'evidence' is not JSON." + Advice,
            Refusal(Bytes(ExampleModels.ClassPackage() with { EvidenceJson = new string('[', 1000) + new string(']', 1000) })));

    [Fact]
    public void Load_PartOfAnotherName_IsRefused()
    {
        var renamed = Whole.ToArray();
        "Schema"u8.CopyTo(renamed.AsSpan(13));

        Assert.Equal("The package cannot be read: its table lacks part 'schema' in its place." + Advice, Refusal(renamed));
    }

    [Fact]
    public void Load_ModelThatReadsOtherColumns_IsRefused()
    {
        var package = ExampleModels.ClassPackage();
        var other = package with { Model = package.Model with { Schema = new([new("Other", ColumnType.Number)]) }, CheckRows = CheckRows.None };

        Assert.Equal("The package cannot be read: its model reads columns that its schema lacks: 'Tenure', 'Plan', 'Age'." + Advice, Refusal(Bytes(other)));
    }

    [Fact]
    public void Load_StepsThatDoNotFitTheForm_AreRefusedWithoutCheckRowsToo()
    {
        // A step that makes what no step reads, and a form that reads what no step makes: found at the first question at the latest.
        var package = ExampleModels.PipelinePackage();
        var blend = (ClassBlendForm)package.Model.Form;
        var pipeline = (ClassPipelineForm)blend.Members[0];
        var late = new ClassPipelineForm([pipeline.Steps[2], pipeline.Steps[0], pipeline.Steps[1]], pipeline.Form);
        var unsound = package with { Model = package.Model with { Form = late }, CheckRows = CheckRows.None };

        Assert.Equal(
            "The package cannot be read: its model does not fit its schema (Column 'Plan' (category) was not found, and step 'impute' needs it. Add it, or rename the column that holds it (case matters).)." + Advice,
            Refusal(Bytes(unsound)));
    }

    [Fact]
    public void Load_FromPath_NamesTheFile()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "not a package");
            Assert.Equal($"{path}: The package cannot be read: it does not start with 'MWPK'.{Advice}", Assert.Throws<ArtifactException>(() => Package.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData('.', "", 1.0, "k", ":", "its schema separates the items of a list by ':'")]
    [InlineData(';', "", 1.0, "k", ",", "its schema writes numbers with ';' before decimals and '' between digits")]
    [InlineData(',', ",", 1.0, "k", ",", "its schema writes numbers with ',' before decimals and ',' between digits")]
    [InlineData('.', "7", 1.0, "k", ",", "its schema writes numbers with '.' before decimals and '7' between digits")]
    [InlineData('.', "", double.NaN, "k", ",", "its schema multiplies numbers that end with 'k' by NaN")]
    [InlineData('.', "", -1000.0, "k", ",", "its schema multiplies numbers that end with 'k' by -1000")]
    [InlineData('.', "", 10.0, "", ",", "its schema multiplies numbers that end with '' by 10")]
    public void Load_ReadingThatCannotBe_IsRefused(char decimals, string groups, double factor, string suffix, string items, string expected)
    {
        var package = ExampleModels.WrittenPackage();
        var schema = new Schema([.. package.Model.Schema.Columns.Select(spec => spec.Name == "Age" ? spec with
        {
            ListSeparator = items,
            Notation = new() { DecimalSeparator = decimals, GroupSeparators = groups, Suffixes = [new(suffix, factor)] },
        } : spec)]);

        Assert.Equal($"The package cannot be read: {expected}.{Advice}", Refusal(Bytes(package with { Model = package.Model with { Schema = schema } })));
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<ArtifactException>(() => Package.Load(new MemoryStream(bytes))).Message;

    private static byte[] Bytes(Package package)
    {
        using var stream = new MemoryStream();
        package.Save(stream);
        return stream.ToArray();
    }

    /// <summary>Makes the table true again, as an attacker would.</summary>
    private static void MendHashes(byte[] bytes)
    {
        var places = new List<int>();
        var lengths = new List<int>();
        var position = 12;
        for (var part = 0; part < 6; part++)
        {
            var name = bytes[position];
            if (name is < 4 or > 8)
            {
                return;
            }

            var length = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(position + 1 + name));
            if (length < 0 || length > bytes.Length)
            {
                return;
            }

            lengths.Add((int)length);
            places.Add(position + 9 + name);
            position = places[^1] + 32;
        }

        foreach (var (place, length) in places.Zip(lengths))
        {
            if (position + length > bytes.Length)
            {
                return;
            }

            SHA256.HashData(bytes.AsSpan(position, length), bytes.AsSpan(place, 32));
            position += length;
        }
    }
}
