using DuckDB.NET.Data;
using static Modelwright.Tests.Sources.UglyFiles.UglyFile;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>Files that are not what they are called, are cut, or are no files.</summary>
internal static class OtherFiles
{
    private const string Text = "a,b\n1,x\n2,y\n";

    internal static IReadOnlyList<UglyFile> All { get; } =
    [
        new("an empty folder named x.csv", "x.csv", null, "Refused: {0} is a folder, and there is no file in it that can be read. Files of these kinds can be: .csv, .csv.gz, .csv.zst, .txt, .txt.gz, .txt.zst, .data, .data.gz, .data.zst, .tsv, .tsv.gz, .tsv.zst, .tab, .tab.gz, .tab.zst, .jsonl, .jsonl.gz, .jsonl.zst, .ndjson, .ndjson.gz, .ndjson.zst, .json, .json.gz, .json.zst, .parquet, .pq, .log, .log.gz, .log.zst, .xml, .xml.gz, .xml.zst, .duckdb, .ddb, .sqlite, .sqlite3, .db3, .xlsx. Check the path, or convert the files."),
        Of("text named .gz", "rows.csv.gz", Text,
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x | y
            """),
        new("a cut gzip file", "rows.csv.gz", () => TempFile.Gzip(string.Concat(Enumerable.Repeat(Text, 50)))[..^6], "Refused: {0}: the compressed file is cut or damaged after 600 bytes of text. Download or compress it again."),
        new("a gzip file without .gz in its name", "rows.csv", () => TempFile.Gzip(Text),
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: x | y
            """),
        new("letters after the end of a gzip file", "rows.csv.gz", () => [.. TempFile.Gzip(Text), .. "and more"u8], "Refused: {0}: the compressed file is cut or damaged after 12 bytes of text. Download or compress it again."),
        new("a gzip file with a wrong byte", "rows.csv.gz", () => Flipped(TempFile.Gzip(string.Concat(Enumerable.Repeat(Text, 50)))), "Refused: {0}: the compressed file is cut or damaged after 0 bytes of text. Download or compress it again."),
        new("a Parquet file named .csv", "rows.csv", () => Parquet(), "Refused: {0}: this is not delimited text but a Parquet file; give it the extension .parquet."),
        new("a cut Parquet file", "rows.parquet", () => Parquet()[..^20], "Refused: {0}: the Parquet file is damaged or cut (Invalid Input Error: No magic bytes found at end of file '…). Get the file again."),
        Of("delimited text named .parquet", "rows.parquet", Text, "Refused: {0}: the Parquet file is damaged or cut (Invalid Input Error: No magic bytes found at end of file '…). Get the file again."),
        new("an Excel workbook named .csv", "rows.csv", () => [.. "PK\u0003\u0004"u8, .. new byte[60]], "Refused: {0}: this is not delimited text but a zip archive or an Excel workbook; save the sheet as CSV."),
        new("a PDF named .csv", "rows.csv", () => "%PDF-1.7\n"u8.ToArray(), "Refused: {0}: this is not delimited text but a PDF; export the table as CSV."),
        Of("an extension with a typing error", "rows.cvs", Text, "Refused: {0}: the file has the extension '.cvs', which is not known. Did you mean '.csv'? Files of these kinds can be read: .csv, .csv.gz, .csv.zst, .txt, .txt.gz, .txt.zst, .data, .data.gz, .data.zst, .tsv, .tsv.gz, .tsv.zst, .tab, .tab.gz, .tab.zst, .jsonl, .jsonl.gz, .jsonl.zst, .ndjson, .ndjson.gz, .ndjson.zst, .json, .json.gz, .json.zst, .parquet, .pq, .log, .log.gz, .log.zst, .xml, .xml.gz, .xml.zst, .duckdb, .ddb, .sqlite, .sqlite3, .db3, .xlsx. Rename or convert the file, or say what it is by Format (--format): csv, text, tsv, json_lines, json, parquet, log, xml, duckdb, sqlite, excel."),
        Of("no extension", "rows", Text, "Refused: {0}: the file has no extension. Files of these kinds can be read: .csv, .csv.gz, .csv.zst, .txt, .txt.gz, .txt.zst, .data, .data.gz, .data.zst, .tsv, .tsv.gz, .tsv.zst, .tab, .tab.gz, .tab.zst, .jsonl, .jsonl.gz, .jsonl.zst, .ndjson, .ndjson.gz, .ndjson.zst, .json, .json.gz, .json.zst, .parquet, .pq, .log, .log.gz, .log.zst, .xml, .xml.gz, .xml.zst, .duckdb, .ddb, .sqlite, .sqlite3, .db3, .xlsx. Rename or convert the file, or say what it is by Format (--format): csv, text, tsv, json_lines, json, parquet, log, xml, duckdb, sqlite, excel."),
    ];

    private static byte[] Flipped(byte[] bytes)
    {
        bytes[bytes.Length / 2] ^= 0xFF;
        return bytes;
    }

    private static byte[] Parquet()
    {
        using var file = TempFile.Named("rows.parquet");
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY (SELECT 1 AS a, 'x' AS b) TO '{file.Path}' (FORMAT parquet)";
        command.ExecuteNonQuery();
        return File.ReadAllBytes(file.Path);
    }
}
