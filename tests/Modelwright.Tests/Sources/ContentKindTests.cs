using System.Text;
using Modelwright.Core.Data;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class ContentKindTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"a\":1}", ".json")]
    [InlineData("{\n  \"a\": [", ".json")]
    [InlineData("{}", ".json")]
    [InlineData("{", ".json")]
    [InlineData("{\"a\":1}\r\n\r\n{", ".jsonl")]
    [InlineData("{\"a\":1,}\n{\"a\":2}\n", ".jsonl")]
    [InlineData("{\"a\":1},\n{\"a\":2}", ".json")]
    [InlineData("\n [1]", ".json")]
    [InlineData("[ {\"a\":1}]", ".json")]
    [InlineData("[null]", ".json")]
    [InlineData("[true]", ".json")]
    [InlineData("[false]", ".json")]
    [InlineData("[", ".json")]
    [InlineData("[]", ".json")]
    [InlineData("[id],[name]\n1,2\n", ".csv")]
    [InlineData("{1},2\n", ".csv")]
    [InlineData(" <all/>", ".xml")]
    [InlineData("a,b", ".csv")]
    [InlineData("", ".csv")]
    [InlineData("PAR1xx", ".parquet")]
    [InlineData("PK\u0003\u0004", ".xlsx")]
    [InlineData("SQLite format 3\0", ".sqlite")]
    [InlineData("12345678DUCK", ".duckdb")]
    public void ExtensionByContent_FirstBytes_TellTheKind(string start, string expected)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(start);

        Assert.Equal(expected, Of(bytes));
        Assert.Equal(expected, Of(TempFile.Gzip(bytes)));
        Assert.Equal(expected, Of(TempFile.Zstd(bytes)));
    }

    [Theory]
    [InlineData("{\"a\": \"Łódź\"}\n{\"a\": \"x\"}\n", ".jsonl")]
    [InlineData("{\"a\": [\n{\"b\": \"Łódź\"}\n]}\n", ".json")]
    [InlineData("<all><a>1</a></all>\n", ".xml")]
    [InlineData("name,size\nŁódź,2\n", ".csv")]
    public void ExtensionByContent_AnyUnicode_TellsTheKind(string text, string expected)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false) })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

            Assert.Equal(expected, Of(bytes));
            Assert.Equal(expected, Of(TempFile.Zstd(bytes)));
        }
    }

    [Fact]
    public void ExtensionByContent_DamagedGzip_IsLeftToItsReader() => Assert.Equal(".csv", Of([0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":2}\n", 2)]
    [InlineData("[{\"a\":1},{\"a\":2}]", 2)]
    [InlineData("{\"found\":{\"rows\":[{\"a\":1},\n{\"a\":2}]}}", 2)]
    [InlineData("{\n\"a\": 1\n}", 1)]
    [InlineData("{\"a\":1}", 1)]
    public async Task ExtensionByContent_Json_IsReadInEveryShape(string text, int rows)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UnicodeEncoding(false, true) })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            using var file = TempFile.With("input" + Of(bytes), bytes);

            var table = await Table.ReadAsync(file.Path, cancellation: Cancel);

            Assert.Equal((rows, "1"), (table.RowCount, table["a"].Format(0)));
        }
    }

    private static string Of(byte[] bytes)
    {
        using var file = TempFile.With("input", bytes);
        return SourceAddress.ExtensionByContent(file.Path);
    }
}
