using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using ZstdSharp;

namespace Modelwright.Tests.Sources;

public class ZstdTests
{
    private static readonly string Text = "a,b\n" + string.Concat(Enumerable.Range(0, 400).Select(row => $"{row},{row * 7 % 13}\n"));

    private static readonly byte[] Frame = TempFile.Zstd(Text);

    [Theory]
    [InlineData("rows.csv.zst")]
    [InlineData("rows.csv")]
    public async Task Read_Frame_IsToldByItsFirstBytes(string name)
    {
        using var file = TempFile.With(name, Frame);

        Assert.Equal(400, (await Read(file)).Table.RowCount);
    }

    [Fact]
    public async Task Read_SeveralFrames_AreReadWhole()
    {
        using var file = TempFile.With("rows.csv.zst", [.. Frame, .. TempFile.Zstd("400,1\n401,2\n")]);

        Assert.Equal(402, (await Read(file)).Table.RowCount);
    }

    [Fact]
    public async Task Read_FrameOfAnotherWriter_IsRead()
    {
        // Of "a,b\n1,x\n2,y\n" by the command zstd 1.5.4, with a checksum.
        using var file = TempFile.With("rows.csv.zst", Convert.FromHexString("28B52FFD0458610000612C620A312C780A322C790A2E9F2146"));

        var read = await Read(file);

        Assert.Equal(["x", "y"], Enumerable.Range(0, read.Table.RowCount).Select(read.Table["b"].Format));
    }

    [Fact]
    public async Task Read_EveryCutAfterTheStart_IsRefused() => await EveryCutIsRefused(Frame, from: 5);

    [Fact]
    public async Task Read_EveryCutOfTheSecondFrame_IsRefused() => await EveryCutIsRefused([.. Frame, .. TempFile.Zstd("1,2\n3,4\n")], Frame.Length + 1);

    [Fact]
    public async Task Read_TextAfterTheFrame_IsRefused()
    {
        using var file = TempFile.With("rows.csv.zst", [.. Frame, .. "1,2\n3,4\n"u8]);

        Assert.Matches(Damaged(file), (await Assert.ThrowsAsync<DataException>(() => Read(file))).Message);
    }

    [Fact]
    public async Task Read_WindowLargerThanAllowed_IsRefusedBeforeMemoryIsTaken()
    {
        // Magic, a frame header that asks for a window of 2^41 bytes, and an empty last block.
        using var file = TempFile.With("rows.csv.zst", [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xF8, 0x01, 0x00, 0x00]);

        Assert.Equal($"{file.Path}: the compressed file is cut or damaged after 0 bytes of text. Download or compress it again.", (await Assert.ThrowsAsync<DataException>(() => Read(file))).Message);
    }

    [Fact]
    public async Task Read_EndlessLineInASmallFile_IsAFaultInBoundedMemory()
    {
        using var file = TempFile.Named("rows.csv.zst");
        await using (var stream = new CompressionStream(File.Create(file.Path), leaveOpen: false))
        {
            stream.Write("a,b\n1,"u8);
            var much = new byte[1 << 20];
            much.AsSpan().Fill((byte)'x');
            for (var times = 0; times < 256; times++)
            {
                stream.Write(much);
            }

            stream.Write("\n2,y\n"u8);
        }

        // A small file is read on the thread that asks.
        var (error, bytes) = Allocated.By(() => Assert.ThrowsAsync<DataException>(() => Read(file)));

        Assert.Equal($"{file.Path}, line 2: the line is longer than 16777216 characters in column 'b'. Give each row a line of its own, or shorten the value.", error.Message);
        Assert.InRange(bytes, 1 << 20, 256 << 20);
    }

    [Theory]
    [InlineData("out.csv.zst")]
    [InlineData("out.tsv.zst")]
    [InlineData("out.jsonl.zst")]
    public async Task Write_Zstd_IsAFrameThatGivesTheSameRows(string name)
    {
        using var file = TempFile.Named(name);
        var table = new Table([new NumberColumn("a", [1.5, double.NaN]), CategoryColumn.FromTexts("b", ["x", null])]);

        await TableWriter.WriteAsync(table, file.Path, TestContext.Current.CancellationToken);

        Assert.Equal([0x28, 0xB5, 0x2F, 0xFD], (await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken))[..4]);
        var read = (await Read(file)).Table;
        Assert.Equal(["1.5", null, "x", null], read.Columns.SelectMany(column => Enumerable.Range(0, 2).Select(column.Format)));
    }

    private static async Task EveryCutIsRefused(byte[] whole, int from)
    {
        for (var cut = from; cut < whole.Length; cut++)
        {
            using var file = TempFile.With("rows.csv.zst", whole[..cut]);
            Assert.Matches(Damaged(file), (await Assert.ThrowsAsync<DataException>(() => Read(file))).Message);
        }
    }

    private static string Damaged(TempFile file) => $"^{file.Path}: the compressed file is cut or damaged after \\d+ bytes of text\\. Download or compress it again\\.$";

    private static Task<SourceTable> Read(TempFile file) => SourceTable.ReadAsync(file.Path, cancellation: TestContext.Current.CancellationToken);
}
