using System.Data.Common;
using System.Text;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Modelwright.Core.Data;
using Modelwright.Testing.Sources;
using Modelwright.Tests.Sources.Excel;

namespace Modelwright.Tests.Sources;

/// <summary>Files that our own writer did not make: of kinds that it cannot write, or as others write them.</summary>
internal static class SourceSamples
{
    private const string Log = """
        10.0.0.1 - ann [31/Dec/2023:23:59:59 +0000] "GET /a?b=ü HTTP/1.1" 200 1234
        10.0.0.2 - - [01/Jan/2024:01:00:01 +0100] "POST /c HTTP/1.1" 404 -
        10.0.0.1 - bo [29/Feb/2024:12:00:00 -0730] "GET / HTTP/2" 500 7
        10.0.0.3 - - [01/Mar/2024:00:00:00 +0000] "GET /d HTTP/1.1" 200 8
        10.0.0.3 - - [01/Mar/2024:00:00:01 +0000] "GET /e HTTP/1.1" 200 9

        """;

    private const string Xml = """
        <?xml version="1.0"?>
        <orders>
          <order id="1"><price currency="EUR">1.5</price><to><city>Łódź</city></to><tag>a</tag><tag>b &amp; c</tag></order>
          <order id="2"><price currency="USD">20</price><to><city/></to></order>
          <order id="3"><to><city><![CDATA[<x>]]></city></to><tag>d</tag></order>
        </orders>

        """;

    /// <summary>By the name of the source.</summary>
    internal static IReadOnlyDictionary<string, SourceSample> All { get; } = new Dictionary<string, SourceSample>
    {
        ["log"] = new(".log", new(() => Encoding.UTF8.GetBytes(Log)), new(
        [
            CategoryColumn.FromTexts("host", ["10.0.0.1", "10.0.0.2", "10.0.0.1", "10.0.0.3", "10.0.0.3"]),
            CategoryColumn.FromTexts("identity", [null, null, null, null, null]),
            CategoryColumn.FromTexts("user", ["ann", null, "bo", null, null]),
            new TimeColumn("time", [Ticks(2023, 12, 31, 23, 59, 59), Ticks(2024, 1, 1, 0, 0, 1), Ticks(2024, 2, 29, 19, 30, 0), Ticks(2024, 3, 1, 0, 0, 0), Ticks(2024, 3, 1, 0, 0, 1)]),
            CategoryColumn.FromTexts("method", ["GET", "POST", "GET", "GET", "GET"]),
            CategoryColumn.FromTexts("path", ["/a?b=ü", "/c", "/", "/d", "/e"]),
            CategoryColumn.FromTexts("protocol", ["HTTP/1.1", "HTTP/1.1", "HTTP/2", "HTTP/1.1", "HTTP/1.1"]),
            CategoryColumn.FromTexts("request", [null, null, null, null, null]),
            new NumberColumn("status", [200, 404, 500, 200, 200]),
            new NumberColumn("bytes", [1234, double.NaN, 7, 8, 9]),
        ])),
        ["xml"] = new(".xml", new(() => Encoding.UTF8.GetBytes(Xml)), new(
        [
            new NumberColumn("id", [1, 2, 3]),
            CategoryColumn.FromTexts("price.currency", ["EUR", "USD", null]),
            new NumberColumn("price", [1.5, 20, double.NaN]),
            CategoryColumn.FromTexts("to.city", ["Łódź", null, "<x>"]),
            CategoryColumn.FromTexts("tag", ["[\"a\",\"b & c\"]", null, "d"]),
        ])),
        ["excel"] = new(".xlsx", Made(Workbook), Items([0, 1, 2])),

        // A database has no order: rows come by the hash of their cells.
        ["sqlite"] = new(".sqlite", Made(path => Fill(new SqliteConnection($"Data Source={path};Pooling=False"))), Items([2, 1, 0])),
        ["duckdb"] = new(".duckdb", Made(path => Fill(new DuckDBConnection($"Data Source={path}"))), Items([2, 1, 0])),
    };

    private static Table Items(int[] order) => new Table(
    [
        CategoryColumn.FromTexts("name", ["a", "Łódź", "c"]),
        new NumberColumn("size", [1.5, double.NaN, -20]),
    ]).Take(order);

    // Made late, so that tests which only look at the names of others load no database.
    private static Lazy<byte[]> Made(Action<string> make) => new(() =>
    {
        using var file = TempFile.Named("sample");
        make(file.Path);
        return File.ReadAllBytes(file.Path);
    });

    private static void Workbook(string path) =>
        XlsxFile.Write(path, ("Data", XlsxFile.Row(1, "name", "size") + XlsxFile.Row(2, "a", "1.5") + XlsxFile.Row(3, "Łódź", "") + XlsxFile.Row(4, "c", "-20")));

    private static void Fill(DbConnection connection)
    {
        using (connection)
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE items(name TEXT, size REAL); INSERT INTO items VALUES ('a', 1.5), ('Łódź', NULL), ('c', -20)";
            command.ExecuteNonQuery();
        }
    }

    private static long Ticks(int year, int month, int day, int hour, int minute, int second) => new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).Ticks;
}
