using System.Buffers;
using CsCheck;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Tests.Packaging;

public sealed class ChunkBufferTests
{
    [Fact]
    public void CopyTo_AnyPartOfAnyWrites_TheBytesWrittenThere() =>
        Gen.Select(Gen.Byte.Array[0, 3000].Array[0, 12], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((writes, one, other) =>
        {
            var buffer = new ChunkBuffer();
            foreach (var write in writes)
            {
                buffer.Write(write);
            }

            byte[] all = [.. writes.SelectMany(write => write)];
            var (start, end) = ((int)(Math.Min(one, other) * all.Length), (int)(Math.Max(one, other) * all.Length));
            using var copy = new MemoryStream();
            buffer.CopyTo(copy, start, end);

            Assert.Equal(all.Length, buffer.Length);
            Assert.Equal(all[start..end], copy.ToArray());
        });

    [Fact]
    public void Write_MoreThanAChunk_KeepsAll()
    {
        byte[] all = [.. Enumerable.Range(0, 3_000_000).Select(place => (byte)(place % 251))];
        var buffer = new ChunkBuffer();
        buffer.Write(all.AsSpan(0, 10));
        buffer.Write(all.AsSpan(10));

        using var copy = new MemoryStream();
        buffer.CopyTo(copy, 0, buffer.Length);

        Assert.Equal(all, copy.ToArray());
    }

    [Fact]
    public void Advance_BeyondTheRoomGiven_Throws()
    {
        var buffer = new ChunkBuffer();
        var room = buffer.GetSpan(1).Length;

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(room + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
    }
}
