using System.IO.Compression;
using System.Text;
using Modelwright.Core.Errors;
using Modelwright.Fuzz.Csv;
using Modelwright.Fuzz.Json;
using Modelwright.Fuzz.Packages;

namespace Modelwright.Fuzz.Tests;

/// <summary>The judges find what is wrong: a judge that always agrees would be worth nothing.</summary>
[Collection("one after another")]
public sealed class JudgeTests
{
    [Theory]
    [InlineData("a,b\n1,\"x\"\"y\"\n", "a|b / 1|x\"y")]
    [InlineData("a\r\n\r\n\"1\r\n2\"\r", "a / (blank) / 1\r\n2")]
    [InlineData("a,b\n\"1,2\n3,4\n", "a|b / (broken) / 3|4")]
    [InlineData("a\n\"1\"2\n3", "a / (broken) / 3")]
    [InlineData("\uFEFFa\n\0\n", "a / (broken)")]
    public void PlainCsv_Text_IsCutByRfc4180(string text, string expected) =>
        Assert.Equal(expected, string.Join(" / ", new PlainCsv(text, ',', hasQuotes: true).Rows().Select(row => row.IsBroken ? "(broken)" : row.IsBlank ? "(blank)" : string.Join('|', row.Cells))));

    [Theory]
    [InlineData(CompressionLevel.Fastest, 10)]
    [InlineData(CompressionLevel.SmallestSize, 100_000)]
    [InlineData(CompressionLevel.NoCompression, 1000)]
    public void PlainGzip_WholeFile_IsUnpackedAndAnyFlipIsFound(CompressionLevel level, int length)
    {
        var random = new Random(length);
        byte[] text = [.. Enumerable.Range(0, length).Select(place => (byte)(place % 7 == 0 ? random.Next(256) : place % 5))];
        byte[] file = [.. Member(text, level), .. Member("more"u8.ToArray(), level)];

        Assert.Equal([.. text, .. "more"u8], PlainGzip.Unpack(file, out var isWhole)!);
        Assert.True(isWhole);
        for (var flips = 0; flips < 20; flips++)
        {
            // Behind the head, whose time and system are free.
            var flipped = file.ToArray();
            flipped[random.Next(10, file.Length - 40)] ^= (byte)(1 << random.Next(8));
            Assert.NotEqual([.. text, .. "more"u8], PlainGzip.Unpack(flipped, out _) ?? []);
        }
    }

    [Fact]
    public void PlainLines_File_IsReadToCells()
    {
        var lines = PlainLines.Read("{\"a\":1.50,\"b\":{\"c\":\"x\"}}\r\n\n{\"b.c\":null,\"a\":[1, 2]}\n{\"a\":1,\"a\":2}\n{\"a\":\"\\ud800\"}\nnull"u8.ToArray());

        Assert.Equal(["a", "b.c"], lines.Names);
        Assert.Equal(["1.50", "[1, 2]", "1"], lines.Rows.Select(row => row[0]));
        Assert.Equal((2, 1), (lines.Broken, lines.Twice));
    }

    [Fact]
    public void Verdict_OtherException_IsAFailure() =>
        Assert.Equal(Outcome.Failure, Verdict.Of<DataException>(() => throw new ArtifactException("Fetch it again.")).Outcome);

    [Fact]
    public void Verdict_RefusalWithoutRemedy_IsAFailure() =>
        Assert.Equal(new(Outcome.Failure, "no remedy: It is wrong."), Verdict.Of<DataException>(() => throw new DataException("It is wrong.")));

    [Fact]
    public void Minimiser_FailingCase_IsMadeSmall()
    {
        var target = new FailsOn((byte)'!');

        Assert.Equal("!"u8.ToArray(), Minimiser.Shrink(target, "some text! and more"u8.ToArray(), target.Judge("!"u8.ToArray())));
    }

    [Fact]
    public void Mutations_OfAPackage_ReachTheReadersInside()
    {
        var target = new PackageTarget();
        var run = new FuzzRun(target, seed: 3);
        var hashes = Enumerable.Range(0, 300).Count(number => target.Judge(target.Make(run.RandomOf(number))).Text.Contains("hash", StringComparison.Ordinal));

        Assert.InRange(hashes, 1, 60);
    }

    private static byte[] Member(byte[] text, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, level, leaveOpen: true))
        {
            gzip.Write(text);
        }

        return stream.ToArray();
    }

    private sealed class FailsOn(byte letter) : IFuzzTarget
    {
        public string Name => "letters";

        public byte[] Make(Random random) => Encoding.UTF8.GetBytes($"{random.Next()}");

        public Verdict Judge(byte[] input) => input.Contains(letter) ? new(Outcome.Failure, "the letter is there") : new(Outcome.Answer, "answer");

        public IEnumerable<byte[]> Smaller(byte[] input) => Pieces.LeftOut(input);
    }
}
