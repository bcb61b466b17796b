using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Tests.Data;

public class BlockBuilderTests
{
    private const int Rows = (3 * Blocks<int>.Size) + 17;

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    [InlineData(long.MaxValue)]
    public void Build_AnyMemory_HoldsWhatWasAdded(long memory)
    {
        var store = new BlockStore(memory);
        var builder = new BlockBuilder<double>(store);
        for (var row = 0; row < Rows; row++)
        {
            builder.Add(row / 7.0);
        }

        var blocks = builder.Build();

        Assert.Equal(Rows, blocks.RowCount);
        var all = new double[Rows];
        blocks.CopyTo(all);
        Assert.Equal(Enumerable.Range(0, Rows).Select(row => row / 7.0), all);
        Assert.Equal(memory < long.MaxValue, store.SpilledBytes > 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void Build_WithChange_ChangesKeptAndSpilledBlocks(long memory)
    {
        var builder = new BlockBuilder<int>(new BlockStore(memory));
        for (var row = 0; row < Rows; row++)
        {
            builder.Add(row);
        }

        var blocks = builder.Build(block =>
        {
            for (var row = 0; row < block.Length; row++)
            {
                block[row] = -block[row];
            }
        });

        var all = new int[Rows];
        blocks.CopyTo(all);
        Assert.Equal(Enumerable.Range(0, Rows).Select(row => -row), all);
    }

    [Fact]
    public void Gather_SpilledBlocks_GivesTheRowsNamed() =>
        Gen.Int[0, Rows - 1].Array[0, 200].Sample(
            rows =>
            {
                var taken = new double[rows.Length];
                Spilled.Value.Gather(rows, taken);
                Assert.Equal(rows.Select(row => (double)row), taken);
            },
            iter: 50);

    [Fact]
    public void Index_SpilledBlocksFromManyThreads_GivesTheSameValues()
    {
        var sums = new double[8];
        Parallel.For(0, sums.Length, thread =>
        {
            for (var block = 0; block < Spilled.Value.BlockCount; block++)
            {
                foreach (var value in Spilled.Value[(block + thread) % Spilled.Value.BlockCount])
                {
                    sums[thread] += value;
                }
            }
        });

        Assert.All(sums, sum => Assert.Equal(Rows * (Rows - 1.0) / 2, sum));
    }

    [Fact]
    public void Index_HeldSpan_StaysValidAfterTheCacheMovedOn()
    {
        var first = Spilled.Value[0];
        for (var block = 0; block < Spilled.Value.BlockCount; block++)
        {
            _ = Spilled.Value[block][0];
        }

        Assert.Equal(5, first[5]);
    }

    [Fact]
    public void Build_NothingAdded_HasNoBlocks()
    {
        var blocks = new BlockBuilder<int>(new BlockStore(0)).Build();

        Assert.Equal(0, blocks.RowCount);
        Assert.Equal(0, blocks.BlockCount);
    }

    [Fact]
    public void Store_NegativeMemory_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new BlockStore(-1));

    [Fact]
    public void Store_Spilling_LeavesNoFileBehind()
    {
        var folder = Directory.CreateTempSubdirectory("blocks");
        try
        {
            var builder = new BlockBuilder<int>(new BlockStore(0, folder.FullName));
            builder.Add(1, Blocks<int>.Size + 1);

            Assert.Equal(1, builder.Build().At(Blocks<int>.Size));
            Assert.True(OperatingSystem.IsWindows() || folder.GetFiles().Length == 0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Store_FolderThatIsNotThere_SaysWhatToDo()
    {
        var folder = Path.Combine(Path.GetTempPath(), "modelwright-absent-folder");
        var builder = new BlockBuilder<int>(new BlockStore(0, folder));

        var error = Assert.Throws<OptionsException>(() => builder.Add(1, Blocks<int>.Size + 1));

        Assert.StartsWith($"The temporary file of a table that does not fit in memory cannot be written in '{folder}': ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Free the disk, have temporary files made elsewhere (TMPDIR, on Windows TMP), or give more memory.", error.Message, StringComparison.Ordinal);
    }

    private static readonly Lazy<Blocks<double>> Spilled = new(() =>
    {
        var builder = new BlockBuilder<double>(new BlockStore(0));
        for (var row = 0; row < Rows; row++)
        {
            builder.Add(row);
        }

        return builder.Build();
    });
}
