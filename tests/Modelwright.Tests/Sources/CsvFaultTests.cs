using System.Text;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class CsvFaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", ": the file is empty. Give a file with a line of names and at least one row.")]
    [InlineData("\n\n  \n", ": the file holds nothing but blank lines. Give a file with a line of names and at least one row.")]
    [InlineData("sep=;\n \n", ": the file holds nothing but blank lines below line 1. Give a file with a line of names and at least one row.")]
    [InlineData("1,2\n3,4\n", ", line 1: the first line holds numbers ('1', '2'), not names. Add a line of names, or set HasHeader = false (--no-header).")]
    [InlineData("a,,a\n1,2,3\n", ", line 1: column 2 has no name. Name it in the first line.\n{0}, line 1: columns 1 and 3 are both named 'a'. Rename one of them.")]
    [InlineData("a,\"b\n1,2\n", ", line 1: the line of names has a quote that is not closed. Close it, or set HasQuotes = false (--no-quotes).")]
    [InlineData("PK\u0003\u0004rest", ": this is not delimited text but a zip archive or an Excel workbook; save the sheet as CSV.")]
    [InlineData("a\n\0\0\0\0", ": this is not text: 4 of the first 6 bytes are zero. Give a text file, or name its encoding (such as utf-16).")]
    [InlineData("a,b\n\"x\"y,2\n", ", line 2: a closing quote in column 'a' is followed by more text. Double the quotes inside a value, close an open one, or set HasQuotes = false (--no-quotes).")]
    [InlineData("a,b\n\"two\nlines\",2,3\n", ", line 2: found 3 columns (lines 2 to 3), expected 2 as in the header 'a,b'; the last value is '3'. Quote values that hold ',', or name another separator.")]
    public async Task Read_BrokenFile_SaysWhatAndWhere(string text, string expected) =>
        await Expect(Encoding.UTF8.GetBytes(text), expected);

    [Fact]
    public async Task Read_Utf8WithMark_HasCleanNames()
    {
        using var file = TempFile.With("rows.csv", [.. Encoding.UTF8.GetPreamble(), .. "a,b\n1,2\n"u8]);

        Assert.Equal(["a", "b"], (await SourceTable.ReadAsync(file.Path, cancellation: Cancel)).Table.Names);
    }

    [Fact]
    public async Task Read_CutGzip_IsRefused()
    {
        var whole = TempFile.Gzip("a,b\n" + string.Concat(Enumerable.Range(0, 1000).Select(row => $"{row},{row * 7 % 13}\n")));
        using var file = TempFile.With("rows.csv.gz", whole[..(whole.Length - 9)]);

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Matches($"^{file.Path}: the compressed file is cut or damaged after \\d+ bytes of text\\. Download or compress it again\\.$", error.Message);
    }

    [Fact]
    public async Task Read_GzipOfSeveralParts_IsReadWhole()
    {
        using var file = TempFile.With("rows.csv.gz", [.. TempFile.Gzip("a,b\n1,2\n"), .. TempFile.Gzip("3,4\n")]);

        Assert.Equal(2, (await SourceTable.ReadAsync(file.Path, cancellation: Cancel)).Table.RowCount);
    }

    [Fact]
    public async Task Read_GzipWhoseLastPartHasNoText_IsReadWhole()
    {
        using var file = TempFile.With("rows.csv.gz", [.. TempFile.Gzip("a,b\n1,2\n"), .. TempFile.Gzip("3,4\n"), .. TempFile.Gzip(""), .. TempFile.Gzip("")]);

        Assert.Equal(2, (await SourceTable.ReadAsync(file.Path, cancellation: Cancel)).Table.RowCount);
    }

    // What begins in the middle never ends, so the framework's stream takes the sound part behind it for more of the same.
    [Theory]
    [InlineData("3,4\n")]
    [InlineData("")]
    public async Task Read_GzipWithADamagedPartBeforeASoundOne_IsRefused(string last)
    {
        byte[] damaged = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4, 0x4D, 4, 0, 0, 0];
        using var file = TempFile.With("rows.csv.gz", [.. TempFile.Gzip("a,b\n1,2\n"), .. damaged, .. TempFile.Gzip(last)]);

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal($"{file.Path}: the compressed file is cut or damaged after 8 bytes of text. Download or compress it again.", error.Message);
    }

    [Fact]
    public async Task Read_ManyFaults_ListsTwentyAndCountsTheRest()
    {
        using var file = TempFile.With("rows.csv", "a,b\n1,2\n" + string.Concat(Enumerable.Repeat("3\n", 30)) + string.Concat(Enumerable.Repeat("3,4\n", 60)));

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        var lines = error.Message.Split('\n');
        Assert.Equal(22, lines.Length);
        Assert.Equal($"{file.Path}: 10 more faults like these.", lines[^2]);
    }

    [Fact]
    public async Task Read_AbsentFile_SuggestsTheNearest()
    {
        using var file = TempFile.With("customers.csv", "a\n1\n");
        var wrong = file.Path.Replace("customers", "custmers", StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(wrong, cancellation: Cancel));

        Assert.Equal($"{wrong} was not found. Did you mean 'customers.csv'? Check the path; it is taken from {Directory.GetCurrentDirectory()}.", error.Message);
    }

    [Fact]
    public async Task Read_FolderWithNothingInIt_SaysSo()
    {
        using var file = TempFile.Named("x.csv");
        Directory.CreateDirectory(file.Path);

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        Assert.StartsWith($"{file.Path} is a folder, and there is no file in it that can be read. Files of these kinds can be: .csv, .csv.gz,", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Check the path, or convert the files.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_UnknownExtension_ListsTheKnownOnes()
    {
        using var file = TempFile.With("rows.cvs", "a\n1\n");

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        Assert.StartsWith($"{file.Path}: the file has the extension '.cvs', which is not known. Did you mean '.csv'? Files of these kinds can be read: .csv, .csv.gz,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_LastLineWithoutBreak_IsNoted()
    {
        using var file = TempFile.With("rows.csv", "a,b\n1,2\n\n3,4");

        var read = await SourceTable.ReadAsync(file.Path, cancellation: Cancel);

        Assert.Equal(2, read.Table.RowCount);
        Assert.Equal(["The last line has no line break. If the file was cut, get it again.", "1 blank lines were passed over."], read.Report.Notes);
    }

    [Fact]
    public async Task Read_InfiniteNumber_IsCountedAndShown()
    {
        using var file = TempFile.With("rows.csv", "a,b\n1,2\ninf,3\n1e999,4\n");

        var read = await SourceTable.ReadAsync(file.Path, cancellation: Cancel);

        Assert.Equal(2, read.Report.CellsUnreadable);
        Assert.True(read.Table["a"].IsMissing(1));
        Assert.Equal(
            "'inf' in column 'a', row 2, cannot be held; such cells are missing in the table (here 2). Replace them by finite values, or leave them empty.",
            Assert.Single(read.Report.Faults).Text);
    }

    [Fact]
    public void Options_AllWrong_AreListedTogether()
    {
        var options = new ReadOptions { Separator = '"', MemoryBytes = 5, Threads = 0, TempFolder = "/no such folder", Encoding = "utf-88", HeaderRows = 10, DecimalMark = ';' };

        var error = Assert.Throws<OptionsException>(options.Validate);

        Assert.Equal(
            """
            Separator (--separator) must be one character other than a quote or a line break. Got U+0022. Leave it out to let the file tell.
            HeaderRows (--header-rows) must be 1 to 9. Got 10. Leave it out to let the file tell.
            DecimalMark (--decimal) must be '.' or ','. Got ';'. Leave it out to let the file tell.
            Encoding (--encoding) 'utf-88' is not known. Did you mean 'utf-8'? Common ones are utf-8, utf-16, latin1, windows-1252, us-ascii.
            MemoryBytes (--memory) must be at least 33554432 (32 MiB). Got 5. Leave it out for no limit.
            Threads (--threads) must be 1 or more. Got 0. Leave it out for one a processor.
            TempFolder '/no such folder' was not found. Make the folder, or leave the option out for the system's.
            """,
            error.Message);
    }

    private static async Task Expect(byte[] bytes, string expected)
    {
        using var file = TempFile.With("rows.csv", bytes);
        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));
        Assert.Equal(file.Path + expected.Replace("{0}", file.Path, StringComparison.Ordinal), error.Message);
    }
}
