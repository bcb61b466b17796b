using Modelwright.Core.Data;

namespace Modelwright.Core.Tests.Data;

public sealed class MemoryBlocksTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(Blocks<int>.Size, 1)]
    [InlineData(Blocks<int>.Size + 1, 2)]
    [InlineData((2 * Blocks<int>.Size) + 5, 3)]
    public void From_AnyLength_CutsIntoFullBlocksAndARest(int rows, int expected)
    {
        int[] values = [.. Enumerable.Range(0, rows)];

        var blocks = MemoryBlocks<int>.From(values);

        var copy = new int[rows];
        blocks.CopyTo(copy);
        Assert.Equal((rows, expected), (blocks.RowCount, blocks.BlockCount));
        Assert.Equal(values, copy);
        Assert.Equal(values.TakeLast(3), values.TakeLast(3).Select(row => blocks.At(row)));
    }

    [Fact]
    public void FromBlocks_ShortBlockBeforeTheLast_IsRefused() =>
        Assert.Equal(
            "Block 0 holds 3 rows; all but the last hold 65536. (Parameter 'blocks')",
            Assert.Throws<ArgumentException>(() => MemoryBlocks<int>.FromBlocks([new int[3], new int[Blocks<int>.Size]])).Message);

    [Fact]
    public void FromBlocks_EmptyOrTooLongBlock_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => MemoryBlocks<int>.FromBlocks([[]]));
        Assert.Throws<ArgumentException>(() => MemoryBlocks<int>.FromBlocks([new int[Blocks<int>.Size + 1]]));
        Assert.Equal(0, MemoryBlocks<int>.FromBlocks([]).RowCount);
    }
}
