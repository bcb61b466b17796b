using Modelwright.Core.Data;

namespace Modelwright.Core.Tests.Data;

public class TextBlockBuilderTests
{
    private static readonly string?[] Pattern = [null, "", "a", "Łódź\r\n\"quoted\"", "\ud83d\ude00", "lone \ud83d", new('x', 300)];

    [Theory]
    [InlineData(0)]
    [InlineData(8_000_000)]
    [InlineData(long.MaxValue)]
    public void Build_AnyMemory_HoldsWhatWasAdded(long memory)
    {
        const int Rows = (2 * Blocks<string>.Size) + 5;
        var store = new BlockStore(memory);
        var builder = new TextBlockBuilder(store);
        for (var row = 0; row < Rows; row++)
        {
            builder.Add(Pattern[row % Pattern.Length]);
        }

        Assert.Equal(Rows, builder.Count);
        var blocks = builder.Build();

        Assert.Equal(Rows, blocks.RowCount);
        var all = new string?[Rows];
        blocks.CopyTo(all);
        Assert.Equal(Enumerable.Range(0, Rows).Select(row => Pattern[row % Pattern.Length]), all);
        Assert.Equal(memory < long.MaxValue, store.SpilledBytes > 0);
    }
}
