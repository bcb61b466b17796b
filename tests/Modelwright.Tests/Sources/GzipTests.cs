using System.Text;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using Modelwright.Sources.Gzip;

namespace Modelwright.Tests.Sources;

public class GzipTests
{
    private static readonly byte[] Part = TempFile.Gzip("a,b\n" + string.Concat(Enumerable.Range(0, 400).Select(row => $"{row},{row * 7 % 13}\n")));

    [Fact]
    public async Task Read_EveryCutOfOnePart_IsRefused() => await EveryCutIsRefused(Part, from: 2);

    [Fact]
    public async Task Read_EveryCutOfTheSecondPart_IsRefused() => await EveryCutIsRefused([.. Part, .. TempFile.Gzip("1,2\n3,4\n")], Part.Length + 1);

    [Fact]
    public async Task Read_SecondPartLargerThanTheWindow_IsReadWhole()
    {
        var random = new Random(1);
        var large = new char[4_000_000];
        for (var place = 0; place < large.Length; place++)
        {
            large[place] = place % 100 == 99 ? '\n' : place % 100 == 50 ? ',' : (char)random.Next('A', 'Z');
        }

        byte[] second = TempFile.Gzip(new string(large));
        Assert.True(second.Length > 1 << 21);
        using var file = TempFile.With("rows.csv.gz", [.. TempFile.Gzip("a,b\n1,2\n"), .. second]);

        Assert.Equal(40_001, (await Read(file)).Table.RowCount);
    }

    [Fact]
    public async Task Read_CutFileFullOfStartsOfParts_IsRefusedSoon()
    {
        // Each of the starts would be tried; the sum of what they unpack is bounded.
        byte[] starts = [.. Enumerable.Repeat<byte[]>([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], 200_000).SelectMany(start => start)];
        using var file = TempFile.With("rows.csv.gz", [.. Part, .. starts]);

        await Assert.ThrowsAsync<DataException>(() => Read(file));
    }

    [Fact]
    public async Task Read_CutFileThatEndsInItsOwnLength_IsRefused()
    {
        // Bytes are gone from the middle, and what is left of the text is as long as the end says: only the check tells.
        using var file = TempFile.With("rows.csv.gz", Convert.FromHexString("1F8B08000000000004034B36A84936E4D2AD5157E23230D43730D23732303277BA18000000"));

        Assert.Matches($"^{file.Path}: the compressed file is cut or damaged after 24 bytes of text\\. Download or compress it again\\.$", (await Assert.ThrowsAsync<DataException>(() => Read(file))).Message);
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 0xE8B7BE43)]
    [InlineData("123456789", 0xCBF43926)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void Crc32_OfText_IsThatOfTheStandard(string text, uint expected)
    {
        var whole = new Crc32();
        var pieces = new Crc32();

        whole.Add(Encoding.ASCII.GetBytes(text));
        foreach (var letter in text)
        {
            pieces.Add([(byte)letter]);
        }

        Assert.Equal((expected, expected), (whole.Value, pieces.Value));
    }

    [Fact]
    public async Task Read_FlippedByte_IsRefused()
    {
        var damaged = Part.ToArray();
        damaged[damaged.Length / 2] ^= 0xFF;
        using var file = TempFile.With("rows.csv.gz", damaged);

        await Assert.ThrowsAsync<DataException>(() => Read(file));
    }

    private static async Task EveryCutIsRefused(byte[] whole, int from)
    {
        for (var cut = from; cut < whole.Length; cut++)
        {
            using var file = TempFile.With("rows.csv.gz", whole[..cut]);
            var error = await Assert.ThrowsAsync<DataException>(() => Read(file));
            Assert.Matches($"^{file.Path}: the compressed file is cut or damaged after \\d+ bytes of text\\. Download or compress it again\\.$", error.Message);
        }
    }

    private static Task<SourceTable> Read(TempFile file) => SourceTable.ReadAsync(file.Path, cancellation: TestContext.Current.CancellationToken);
}
