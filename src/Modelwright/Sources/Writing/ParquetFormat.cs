using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Duck;

namespace Modelwright.Sources.Writing;

/// <summary>Parquet, written by DuckDB: numbers as DOUBLE, times as TIMESTAMP (microseconds), levels and texts as VARCHAR.</summary>
internal sealed class ParquetFormat : ITableFormat
{
    private const int CancellationStride = 4096;

    public IReadOnlyList<string> Extensions { get; } = [".parquet"];

    public void Write(Table table, string path, CancellationToken cancellation)
    {
        if (table.Columns.Count == 0)
        {
            throw new DataException($"{path}: a Parquet file cannot hold a table without columns. Write CSV, or add a column.");
        }

        CheckNames(table, path);
        using var session = DuckSession.Open(path, new());
        session.Run($"CREATE TABLE rows ({string.Join(", ", table.Columns.Select(column => $"{DuckSession.Identifier(column.Name)} {TypeOf(column)}"))})");
        using (var appender = session.Connection.CreateAppender("rows"))
        {
            for (var row = 0; row < table.RowCount; row++)
            {
                if (row % CancellationStride == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                Append(appender.CreateRow(), table, row);
            }
        }

        session.Run($"COPY rows TO {DuckSession.Literal(Path.GetFullPath(path))} (FORMAT parquet)");
    }

    private static void CheckNames(Table table, string path)
    {
        string[] faults =
        [
            .. table.Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
                .Select(group => $"{path}: the columns {string.Join(" and ", group.Select(name => $"'{name}'"))} differ by letter case only, which the writer of Parquet files cannot keep apart. Rename one of them, or write CSV."),
            .. table.Names.Where(name => name.Length == 0).Select(_ => $"{path}: a column of a Parquet file must have a name, and one has none. Name it, or write CSV."),
        ];
        if (faults.Length > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }

    private static string TypeOf(Column column) => column.Type switch
    {
        ColumnType.Number => "DOUBLE",
        ColumnType.Time => "TIMESTAMP",
        _ => "VARCHAR",
    };

    private static void Append(IDuckDBAppenderRow row, Table table, int number)
    {
        foreach (var column in table.Columns)
        {
            switch (column)
            {
                case var _ when column.IsMissing(number):
                    row.AppendNullValue();
                    break;
                case NumberColumn numbers:
                    row.AppendValue(numbers.Values.At(number));
                    break;
                case TimeColumn times:
                    row.AppendValue(new DateTime(times.Values.At(number), DateTimeKind.Unspecified));
                    break;
                default:
                    row.AppendValue(column.Format(number));
                    break;
            }
        }

        row.EndRow();
    }
}
