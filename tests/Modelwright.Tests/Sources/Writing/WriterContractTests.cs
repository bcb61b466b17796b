using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources.Writing;

/// <summary>What every kind of file that can be written is put through beside the round trips of the contract of sources.</summary>
public class WriterContractTests
{
    private static readonly Table Small = new([new NumberColumn("a", [1, 2])]);

    public static IEnumerable<TheoryDataRow<string>> Extensions => TableWriter.Extensions.Select(extension => new TheoryDataRow<string>(extension));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryExtension_HasASource_SoThatItIsReadBack() =>
        Assert.All(TableWriter.Extensions, extension => Assert.Contains(BuiltInSources.All, source => source.Info.Extensions.Contains(extension)));

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Write_ExistingFile_IsReplaced(string extension)
    {
        using var file = TempFile.Named("out" + extension);

        await TableWriter.WriteAsync(Small, file.Path, Cancel);
        await TableWriter.WriteAsync(Small.Take([1]), file.Path, Cancel);

        var table = await Table.ReadAsync(file.Path, cancellation: Cancel);
        Assert.Equal([["2"]], TablesOfWriting.Cells(table));
        Assert.Equal([file.Path], Files(file));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Write_CancelledHalfWay_LeavesTheFileAsItWas(string extension)
    {
        using var file = TempFile.Named("out" + extension);
        await TableWriter.WriteAsync(Small, file.Path, Cancel);
        var before = await File.ReadAllBytesAsync(file.Path, Cancel);
        using var stop = new CancellationTokenSource();

        // DuckDB writes a Parquet file at the end, so no file tells that it has begun.
        var blocks = new StoppingBlocks(stop, () => extension == ".parquet" || Files(file).Length > 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TableWriter.WriteAsync(new([new NumberColumn("a", blocks)]), file.Path, stop.Token));

        Assert.True(stop.IsCancellationRequested);
        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path, Cancel));
        Assert.Equal([file.Path], Files(file));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Write_TableThatDoesNotFit_LeavesTheFileAsItWas(string extension)
    {
        using var file = TempFile.Named("out" + extension);
        await TableWriter.WriteAsync(Small, file.Path, Cancel);
        var before = await File.ReadAllBytesAsync(file.Path, Cancel);

        var error = await Assert.ThrowsAsync<DataException>(() => TableWriter.WriteAsync(Halves(extension), file.Path, Cancel));

        Assert.StartsWith($"{file.Path}: column 'a', row 2: the ", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path, Cancel));
        Assert.Equal([file.Path], Files(file));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Write_Twice_GivesTheSameBytes(string extension)
    {
        using var file = TempFile.Named("out" + extension);
        await TableWriter.WriteAsync(TablesOfWriting.EveryType, file.Path, Cancel);
        var first = await File.ReadAllBytesAsync(file.Path, Cancel);

        await TableWriter.WriteAsync(TablesOfWriting.EveryType, file.Path, Cancel);

        // A database of DuckDB has an id of its own, drawn at random.
        var second = await File.ReadAllBytesAsync(file.Path, Cancel);
        Assert.True(extension is ".duckdb" or ".ddb" || first.AsSpan().SequenceEqual(second));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void CheckPath_AbsentFolder_SaysSo(string extension)
    {
        using var file = TempFile.Named("here");
        var path = Path.Combine(file.Path, "out" + extension);

        var error = Assert.Throws<OptionsException>(() => TableWriter.CheckPath(path));

        Assert.Equal($"'{path}' cannot be written: the folder '{file.Path}' does not exist. Make it first.", error.Message);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void CheckPath_Folder_SaysSo(string extension)
    {
        using var file = TempFile.Named("out" + extension);
        Directory.CreateDirectory(file.Path);

        var error = Assert.Throws<OptionsException>(() => TableWriter.CheckPath(file.Path));

        Assert.Equal($"'{file.Path}' cannot be written: it is a folder. Name a file in it.", error.Message);
    }

    // A workbook can hold half of a character, so it gets a text that is too long.
    private static Table Halves(string extension) => new([new TextColumn("a", ["x", extension == ".xlsx" ? new string('x', 40_000) : "\ud800"])]);

    private static string[] Files(TempFile file) => Directory.GetFileSystemEntries(Path.GetDirectoryName(file.Path)!);
}
