using CsCheck;
using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

/// <summary>DuckDB reads the same files to the same cells, so that our own reader of delimited text is checked by another.</summary>
public class CsvOracleTests
{
    private static readonly string[] Texts =
        ["x", "a b", "with, comma", "a \"quoted\" word", "two\nlines", "two\r\nlines", "Łódź", "NA", "-", "1.50", "007", "2024-01-02", "\t"];

    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.Const(""),
        Gen.Int.Select(value => $"{value}"),
        Gen.Int[0, Texts.Length - 1].Select(text => Texts[text]));

    [Fact]
    public void Read_AnyRows_GivesTheCellsThatDuckDbGives() =>
        Gen.Int[2, 5]
            .SelectMany(columns => Gen.Select(Gen.Const(columns), Cell.Array[columns].Array[1, 30], Gen.Bool))
            .Sample((columns, rows, isWindows) => Compare(columns, isWindows ? "\r\n" : "\n", rows), iter: 40, threads: 1);

    private static void Compare(int columns, string lineBreak, string[][] rows)
    {
        string[] names = [.. Enumerable.Range(0, columns).Select(column => $"c{column}")];
        var lines = rows.Select(row => string.Join(',', row.Select(Quote)));
        using var file = TempFile.With("rows.csv", string.Join(lineBreak, [string.Join(',', names), .. lines]) + lineBreak);
        var options = new ReadOptions { Separator = ',', Types = names.ToDictionary(name => name, _ => ColumnType.Text) };

        var table = SourceTable.ReadAsync(file.Path, options).GetAwaiter().GetResult().Table;

        Assert.Equal(ByDuckDb(file.Path, names), Enumerable.Range(0, table.RowCount).Select(row => table.Columns.Select(column => column.Format(row)).ToArray()));
    }

    // What our reader takes for missing is missing in both.
    private static List<string?[]> ByDuckDb(string path, string[] names)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM read_csv($path, delim=',', quote='\"', escape='\"', header=true, auto_detect=false, columns={{{string.Join(", ", names.Select(name => $"'{name}': 'VARCHAR'"))}}})";
        command.Parameters.Add(new DuckDBParameter("path", path));
        using var reader = command.ExecuteReader();
        var rows = new List<string?[]>();
        while (reader.Read())
        {
            rows.Add([.. names.Select((_, column) => reader.IsDBNull(column) || reader.GetString(column).Trim() is "" or "NA" ? null : reader.GetString(column))]);
        }

        return rows;
    }

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
