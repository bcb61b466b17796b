using Modelwright.Core.Errors;
using Modelwright.Sources;

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
