using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Tests.Packaging;

public sealed class RecordTests
{
    [Fact]
    public void WriteThenRead_EveryKind_IsIdentity()
    {
        var writer = new RecordWriter();
        writer.Text("text", "grüße 🙂");
        writer.Text("null", null);
        writer.Number("number", double.NaN);
        writer.Integer("integer", long.MinValue);
        writer.Flag("flag", true);
        writer.Texts("texts", ["", "b"]);
        writer.Numbers("numbers", [1.5, -0.0, double.PositiveInfinity]);
        writer.Integers("integers", [int.MinValue, 7]);
        writer.Bytes("bytes", [1, 2, 255]);
        writer.Part("part").Part("inner").Integer("deep", 3);
        writer.Text("after", "the part");

        var reader = new RecordReader(writer.ToArray(), "test");

        Assert.Equal("grüße 🙂", reader.Text("text"));
        Assert.Null(reader.Text("null"));
        Assert.True(double.IsNaN(reader.Number("number")));
        Assert.Equal(long.MinValue, reader.Integer("integer"));
        Assert.True(reader.Flag("flag"));
        Assert.Equal(["", "b"], reader.Texts("texts"));
        Assert.Equal([1.5, -0.0, double.PositiveInfinity], reader.Numbers("numbers"));
        Assert.Equal([int.MinValue, 7], reader.Integers("integers"));
        Assert.Equal([1, 2, 255], reader.Bytes("bytes"));
        Assert.Equal(3, reader.Part("part").Part("inner").Integer("deep"));
        Assert.Equal("the part", reader.Text("after"));
    }

    [Fact]
    public void Read_AbsentAndOtherKind_SaysWhich()
    {
        var writer = new RecordWriter();
        writer.Flag("a", true);
        var reader = new RecordReader(writer.ToArray(), "form");

        Assert.Equal(
            "Part 'form' of the package cannot be read: entry 'b' is absent. The file is damaged or was not made by this program; fetch it again from where it was made.",
            Assert.Throws<ArtifactException>(() => reader.Text("b")).Message);
        Assert.Equal(
            "Part 'form' of the package cannot be read: entry 'a' is of kind Flag, expected Text. The file is damaged or was not made by this program; fetch it again from where it was made.",
            Assert.Throws<ArtifactException>(() => reader.Text("a")).Message);
    }

    [Fact]
    public void Part_NestedTooDeep_IsRefused()
    {
        var writer = new RecordWriter();
        Core.Artifacts.IArtifactWriter inner = writer;
        for (var depth = 0; depth < 40; depth++)
        {
            inner = inner.Part("p");
        }

        Core.Artifacts.IArtifactReader reader = new RecordReader(writer.ToArray(), "form");

        var error = Assert.Throws<ArtifactException>(() =>
        {
            for (var depth = 0; depth < 40; depth++)
            {
                reader = reader.Part("p");
            }
        });

        Assert.Contains("its parts are nested more than 32 deep", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 2, 0, 0, 0, 1, 0, 97, 4, 1, 1, 0, 97, 4, 1 }, "entry 'a' is there twice")]
    [InlineData(new byte[] { 1, 0, 0, 0, 1, 0, 97, 10, 1 }, "entry 'a' is of kind 10, which does not exist")]
    [InlineData(new byte[] { 1, 0, 0, 0, 1, 0, 97, 4, 1, 9, 9 }, "2 bytes follow its last entry")]
    [InlineData(new byte[] { 255, 255, 255, 255 }, "it claims 4294967295 entries, at most 100000 can be read")]
    [InlineData(new byte[] { 1, 0, 0, 0, 1, 0, 97, 5, 255, 255, 255, 255 }, "it claims 4294967295 texts in 0 bytes")]
    [InlineData(new byte[] { 1, 0, 0, 0, 1, 0, 97, 6, 255, 255, 255, 255, 1 }, "a tensor claims 34359738360 bytes where 1 are left")]
    [InlineData(new byte[] { 1, 0, 0, 0, 1, 0, 97, 9, 255, 255, 255, 255, 255, 255, 255, 255 }, "a part claims -1 bytes where 0 are left")]
    [InlineData(new byte[] { 1, 0, 0, 0, 9, 0, 97 }, "a name claims 9 bytes where 1 are left")]
    public void Read_LyingBytes_SaysWhatLies(byte[] bytes, string what) =>
        Assert.Equal(
            $"Part 'form' of the package cannot be read: {what}. The file is damaged or was not made by this program; fetch it again from where it was made.",
            Assert.Throws<ArtifactException>(() => new RecordReader(bytes, "form")).Message);

    [Fact]
    public void Read_FlagAndTextThatAreNone_AreRefused()
    {
        var flag = new RecordReader(new byte[] { 1, 0, 0, 0, 1, 0, 97, 4, 2 }, "form");
        var text = new RecordReader(new byte[] { 1, 0, 0, 0, 1, 0, 97, 1, 1, 0, 0, 0, 0xFF }, "form");

        Assert.Contains(": entry 'a' is 2, neither 0 nor 1. ", Assert.Throws<ArtifactException>(() => flag.Flag("a")).Message, StringComparison.Ordinal);
        Assert.Contains(": the text of a is not UTF-8. ", Assert.Throws<ArtifactException>(() => text.Text("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_HalfACharacter_IsRefused() =>
        Assert.Equal(
            "The text 'a\ud800' holds half of a character (an unpaired surrogate), which no file can hold. Mend the text in the data and train again.",
            Assert.Throws<ArtifactException>(() => new RecordWriter().Text("a", "a\ud800")).Message);

    [Fact]
    public void Read_AnyBytes_ReadsOrRefuses() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        try
        {
            _ = new RecordReader(bytes, "form");
        }
        catch (ArtifactException)
        {
            // The one error that hostile bytes may cause.
        }
    });
}
